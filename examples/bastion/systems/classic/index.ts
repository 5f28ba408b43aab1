import { systemModule } from "ecsgen/schema";
import { bastion } from "../../schema/bastion.js";
import * as building from "./building.js";
import * as coming from "./coming.js";
import * as harm from "./harm.js";
import * as marching from "./marching.js";
import * as rules from "./rules.js";
import * as shooting from "./shooting.js";

export default systemModule({ core: bastion, provides: { building, coming, harm, marching, rules, shooting } });
