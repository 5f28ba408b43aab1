import { systemModule } from "ecsgen/schema";
import { space } from "../../schema/space.js";
import * as collisions from "./collisions.js";
import * as crowds from "./crowds.js";

export default systemModule({ core: space, provides: { collisions, crowds } });
