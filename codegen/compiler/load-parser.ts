import { createRequire } from "node:module";
import type * as Oxc from "oxc-parser";

const require = createRequire(import.meta.url);

/** The native parser, and what its trees consist of. */
export interface Parser {
  parse(file: string, text: string, options: Oxc.ParserOptions): Parsed;
  readonly visitorKeys: typeof Oxc.visitorKeys;
}

/** What we take of a result. */
export type Parsed = Pick<Oxc.ParseResult, "program" | "comments" | "errors">;

/** The same before its tree is made of the text that it comes as; each field can be read once. */
type Untaken = Omit<Parsed, "program"> & { readonly program: string };

/**
 * The native parser. It is loaded at the first use, synchronously, so that who parses nothing pays nothing; `require` keeps it,
 * and its results have no types of their own. The parser's own front converts its list of imports and exports as well, which
 * takes a tenth of all parsing and which nobody here looks at: so we stand beside it, on the same two halves.
 */
export function loadParser(): Parser {
  const { parseSync } = require("oxc-parser/src-js/bindings.js") as { parseSync(...given: unknown[]): Untaken };
  const { jsonParseAst } = require("oxc-parser/src-js/wrap.js") as { jsonParseAst(json: string): Oxc.Program };
  const { default: visitorKeys } = require("oxc-parser/src-js/generated/visit/keys.js") as {
    default: typeof Oxc.visitorKeys;
  };
  return {
    parse: (...given) => {
      const { program, comments, errors } = parseSync(...given);
      return { program: jsonParseAst(program), comments, errors };
    },
    visitorKeys,
  };
}
