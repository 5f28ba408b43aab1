import { systemModule } from "ecsgen/schema";
import { loops } from "../../schema/loops.js";
import * as crowds from "./crowds.js";
import * as moves from "./moves.js";

export default systemModule({ core: loops, provides: { crowds, moves } });
