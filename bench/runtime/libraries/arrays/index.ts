import type { Library } from "../../../harness/trial.js";
import { access } from "./access.js";
import { changes } from "./changes.js";
import { crowd } from "./crowd.js";
import { loops } from "./loops.js";
import { state } from "./state.js";

/** The hand-written twin: contiguous typed arrays made for the one case, with nothing that the case does not need. */
const library: Library = { ...loops, ...changes, ...access, ...state, ...crowd };
export default library;
