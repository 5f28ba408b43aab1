import { convertDeclarations } from "./convert-declarations.js";
import {
  convertBindings,
  convertDefaultExport,
  convertExports,
  convertImports,
  convertReexports,
  laterDefaultExports,
  laterFunctions,
} from "./convert-imports.js";
import { loadParser } from "./load-parser.js";
import { hostUsers } from "./host-uses.js";
import { firstWords } from "../model/generated-file.js";
import { moduleLogic, moduleState } from "./module-facts.js";
import { parseText, placeOf, type Parsing } from "./parsing.js";
import type { SourceSyntax } from "./syntax.js";
import { isTooDeep } from "./nesting.js";
import type { Tree } from "./tree.js";

/**
 * What the text of a file says; never throws. `file` is the path for its places, relative to the root. Line ends and a
 * byte order mark make no difference. `parser` gives the parser, for who has many files and loads it once.
 */
export function parseSource(file: string, text: string, parser = loadParser): SourceSyntax {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  if (isTooDeep(plain, file.endsWith(".tsx"))) return unparsed(file, tooDeep);
  try {
    return convertSource(parseText(parser(), file, plain));
  } catch (error) {
    if (error instanceof RangeError) return unparsed(file, tooDeep);
    return unparsed(file, `The parser failed: ${String(error)}`);
  }
}

function convertSource(parsing: Parsing): SourceSyntax {
  const declarations = convertDeclarations(parsing);
  return {
    file: parsing.file,
    generated: parsing.text.startsWith(firstWords),
    errors: [
      ...parsing.errors.map((error) => convertError(parsing, error)),
      ...laterDefaultExports(parsing),
      ...laterFunctions(parsing),
    ],
    imports: convertImports(parsing),
    bindings: convertBindings(parsing),
    reexports: convertReexports(parsing),
    declarations,
    exports: convertExports(parsing),
    defaultExport: convertDefaultExport(parsing),
    logic: moduleLogic(parsing, declarations),
    hostUsers: hostUsers(parsing),
    ...moduleState(parsing),
  };
}

/** Where the parser stumbled, in its words; what it found is shown where it only calls it a token. */
function convertError(parsing: Parsing, { message, labels }: Tree.OxcError): SourceSyntax["errors"][number] {
  const end = parsing.text.length;
  const stretch = labels[0] ?? { start: end, end };
  const [found = ""] = parsing.text.slice(stretch.start, stretch.end).split("\n", 1);
  const shown = found === "" ? "end of the file" : `\`${found}\``;
  const clear = message
    .replace(/^Unexpected token$/, `Unexpected ${shown}`)
    .replace("found `EOF`", "found the end of the file");
  return { place: placeOf(parsing, stretch), message: clear };
}

const tooDeep = "The code is nested too deeply.";

/** Only a text that no person wrote comes here, such as ten thousand brackets. */
function unparsed(file: string, message: string): SourceSyntax {
  return {
    file,
    generated: false,
    errors: [{ place: { file, line: 1, column: 1, length: 0 }, message }],
    imports: [],
    bindings: new Map(),
    reexports: [],
    declarations: new Map(),
    exports: new Map(),
    defaultExport: undefined,
    state: [],
    fixed: new Set(),
    given: new Map(),
    logic: [],
    hostUsers: [],
  };
}
