import { parseSource } from "../compiler/parse-source.js";
import type { RawFunction } from "../model/raw.js";
import { addImports } from "./add-imports.js";
import { ScaffoldError } from "./scaffold-error.js";
import type { ImportEnding } from "../model/import-ending.js";
import { namesOf, stubText } from "./stub.js";
import { insertAll, parserText } from "./text-edits.js";

/** A function that a file lacks. */
export interface MissingFunction {
  /** `motion.integration.integrate`. */
  readonly qualified: string;
  readonly view: RawFunction;
}

/** The file with a stub for each function at its end, and the imports they need; the rest stays byte for byte. */
export function addFunctions(
  file: string,
  text: string,
  functions: readonly MissingFunction[],
  ending: ImportEnding,
): string {
  if (functions.length === 0) return text;
  const plain = parserText(text);
  const source = parseSource(file, text);
  refuseClashes(file, source.declarations, functions);
  const imports = addImports(source, plain, namesOf(functions.map(({ view }) => view)), ending);
  const stubs = functions.map(({ qualified, view }) => stubText(qualified, view)).join("\n");
  const gap = plain === "" || plain.endsWith("\n") ? "\n" : "\n\n";
  const edited = insertAll(text, [...imports, { at: plain.length, text: gap + stubs }]);
  return verified(file, text === "" ? edited.trimStart() : edited, functions);
}

/** A function may be there without being exported; a second one of its name would not compile. */
function refuseClashes(
  file: string,
  declared: { has(name: string): boolean },
  functions: readonly MissingFunction[],
): void {
  const clash = functions.find(({ view }) => declared.has(view.name));
  if (clash === undefined) return;
  throw new ScaffoldError(
    `\`${file}\` has a \`${clash.view.name}\` that it does not export`,
    "export it, or rename it",
  );
}

/** Nothing is written that does not parse or lacks what was to be added. */
function verified(file: string, text: string, functions: readonly MissingFunction[]): string {
  const { errors, exports } = parseSource(file, text);
  if (errors.length === 0 && functions.every(({ view }) => exports.has(view.name))) return text;
  throw new ScaffoldError(
    `nothing can be added to \`${file}\` safely`,
    "mend its syntax, or write the functions by hand",
  );
}
