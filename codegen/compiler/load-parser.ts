import { createRequire } from "node:module";
import type * as Parser from "oxc-parser";

const require = createRequire(import.meta.url);

/**
 * The native parser. It is loaded at the first use, synchronously, so that who parses nothing pays nothing; `require` keeps it,
 * and its result has no type of its own.
 */
export function loadParser(): Pick<typeof Parser, "parseSync" | "visitorKeys"> {
  return require("oxc-parser") as typeof Parser;
}
