import { systemModule } from "ecsgen/schema";
import { crowd } from "../../schema/crowd.js";
import * as crowds from "./crowds.js";

export default systemModule({ core: crowd, provides: { crowds } });
