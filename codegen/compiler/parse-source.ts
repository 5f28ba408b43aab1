import type { ts } from "@ts-morph/common";
import type { Place } from "../model/place.js";
import { convertDeclarations } from "./convert-declarations.js";
import { loadTypeScript, type TypeScript } from "./load-typescript.js";
import { moduleLogic, moduleState } from "./module-facts.js";
import {
  convertBindings,
  convertDefaultExport,
  convertExports,
  convertImports,
  convertReexports,
} from "./convert-imports.js";
import { lineStarts, placeAt, type Parsing } from "./parsing.js";
import type { SourceSyntax } from "./syntax.js";

/**
 * What the text of a file says; never throws. `file` is the path for its places, relative to the root. Line ends and a
 * byte order mark make no difference.
 */
export function parseSource(file: string, text: string): SourceSyntax {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  try {
    return convertSource(loadTypeScript(), file, plain);
  } catch (error) {
    return unparsed(file, error);
  }
}

function convertSource(ts: TypeScript, file: string, text: string): SourceSyntax {
  const options = { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  const kind = file.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, options, false, kind);
  const parsing: Parsing = { ts, source, file, lines: lineStarts(text) };
  const declarations = convertDeclarations(parsing);
  return {
    file,
    errors: syntaxErrors(parsing),
    imports: convertImports(parsing),
    bindings: convertBindings(parsing),
    reexports: convertReexports(parsing),
    declarations,
    exports: convertExports(parsing),
    defaultExport: convertDefaultExport(parsing),
    state: moduleState(parsing),
    logic: moduleLogic(parsing, declarations),
  };
}

/** The parser keeps its findings in a property that its types do not show. */
function syntaxErrors(parsing: Parsing): { place: Place; message: string }[] {
  const source: ts.SourceFile & { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] } = parsing.source;
  return (source.parseDiagnostics ?? []).map(({ start, length, messageText }) => ({
    place: placeAt(parsing, start, length),
    message: parsing.ts.flattenDiagnosticMessageText(messageText, ": "),
  }));
}

/** Only a text that no person wrote comes here, such as ten thousand brackets. */
function unparsed(file: string, error: unknown): SourceSyntax {
  const deep = error instanceof RangeError;
  const message = deep ? "The code is nested too deeply." : `The parser failed: ${String(error)}`;
  return {
    file,
    errors: [{ place: { file, line: 1, column: 1, length: 0 }, message }],
    imports: [],
    bindings: new Map(),
    reexports: [],
    declarations: new Map(),
    exports: new Map(),
    defaultExport: undefined,
    state: [],
    logic: [],
  };
}
