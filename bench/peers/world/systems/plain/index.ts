import { systemModule } from "ecsgen/schema";
import { suite } from "../../schema/suite.js";
import * as counting from "./counting.js";
import * as doubling from "./doubling.js";
import * as moving from "./moving.js";
import * as swapping from "./swapping.js";

export default systemModule({ core: suite, provides: { counting, doubling, moving, swapping } });
