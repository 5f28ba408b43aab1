import { systemModule } from "ecsgen/schema";
import { garden } from "../../schema/garden.js";
import * as growth from "./growth.js";

export default systemModule({ core: garden, provides: { growth } });
