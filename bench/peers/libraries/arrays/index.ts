import type { Library } from "../../../harness/trial.js";
import { access } from "./access.js";
import { changes } from "./changes.js";
import { loops } from "./loops.js";

/** The limit: typed arrays made by hand for the one case, with nothing that the case does not need. */
const library: Library = { ...loops, ...changes, ...access };
export default library;
