import { systemModule } from "ecsgen/schema";
import { crowd } from "../../schema/crowd.js";
import * as counting from "./counting.js";
import * as weighing from "./weighing.js";

export default systemModule({ core: crowd, provides: { counting, weighing } });
