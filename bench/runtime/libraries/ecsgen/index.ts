import type { Library } from "../../../harness/trial.js";
import { access } from "./access.js";
import { changes } from "./changes.js";
import { crowd } from "./crowd.js";
import { loops } from "./loops.js";
import { state } from "./state.js";

/** Generated code, as a user has it. */
const library: Library = { ...loops, ...changes, ...access, ...state, ...crowd };
export default library;
