import type { Expression, SourceSyntax } from "../compiler/syntax.js";
import type { Body, BodyText, NamePiece, RawBody } from "../model/body.js";
import type { Place } from "../model/place.js";
import type { SymbolRef } from "../model/raw.js";
import { addConstant } from "./constant-text.js";
import { functionOf } from "./find-function.js";
import type { Reading } from "./reading.js";
import { exportNameOf } from "./resolve-name.js";

/**
 * Finds where the names are defined that a body takes from its file; a name that cannot be imported is an obstacle. `of` is
 * the place of the function.
 */
export function readBody(reading: Reading, source: SourceSyntax, body: Body, of: Place): RawBody {
  if (body.kind === "obstacle") return { ...body, place: of };
  const outside = new Map<string, SymbolRef>();
  const types = new Map<string, SymbolRef>();
  const constants = new Map<string, string>();
  const names = new Set(body.names);
  for (const { name, place, type } of namesIn(body.text)) {
    const known = type ? types : outside;
    if (known.has(name) || constants.has(name)) continue;
    const found = symbolOf(reading, source, name);
    if (typeof found === "string" && !type && addConstant(reading, source, name, constants)) continue;
    if (typeof found === "string") {
      return { kind: "obstacle", obstacle: { why: `uses \`${name}\`, ${found}`, place }, place: of };
    }
    if (found === undefined) names.add(name);
    else known.set(name, found);
  }
  return {
    kind: "body",
    text: body.text,
    names: [...names, ...constants.keys()],
    outside,
    types,
    constants,
    defined: definedOf(reading, source, outside),
    place: of,
  };
}

/** What is plain is not `undefined`. */
const plainTypes: ReadonlySet<string | undefined> = new Set(["number", "boolean", "string", "bigint"]);

function definedOf(reading: Reading, source: SourceSyntax, names: ReadonlyMap<string, unknown>): string[] {
  return [...names.keys()].filter((name) => {
    const meaning = reading.meaning(source, name);
    if (meaning.kind !== "declared") return false;
    const { function: called } = functionOf(meaning.declarations) ?? {};
    if (called !== undefined) return plainTypes.has(called.signature.returns?.text);
    return meaning.declarations.some((each) => each.kind === "constant" && !each.mutable && isPlain(each.value));
  });
}

function isPlain(value: Expression | undefined): boolean {
  if (value?.kind === "unary") return value.operator !== "void";
  return value?.kind === "binary"
    ? !/^(?:&&|\|\||\?\?|,)$/.test(value.operator)
    : value?.kind === "literal" && value.value !== null;
}

function namesIn(text: BodyText): NamePiece[] {
  return text.flatMap((piece): NamePiece[] => {
    if (typeof piece === "string" || piece.kind === "part" || piece.kind === "comparison" || "loop" in piece) return [];
    if (piece.kind === "rows") return [...namesIn(piece.head), ...namesIn(piece.body)];
    if (piece.kind === "name") return [piece];
    if (piece.kind === "assignment") return namesIn(piece.value);
    if (piece.kind === "return") return namesIn(piece.value ?? []);
    return namesIn(piece.text);
  });
}

/** Undefined for what every program has, a text for what keeps it from being imported. */
function symbolOf(reading: Reading, source: SourceSyntax, name: string): SymbolRef | string | undefined {
  const meaning = reading.meaning(source, name);
  switch (meaning.kind) {
    case "global":
      return undefined;
    case "declared":
      if (exportNameOf(meaning.source, meaning.name) !== undefined) return importable(reading.symbol(meaning));
      return `which \`${meaning.source.file}\` does not export`;
    case "package":
    case "generated":
      return importable(reading.symbol(meaning));
    case "namespace":
      return `which stands for all of \`${meaning.source.file}\``;
    case "missing":
      return "which cannot be found";
  }
}

function importable(symbol: SymbolRef): SymbolRef | string {
  if (/^(?:node_modules|\.\.)\//.test(symbol.file)) return "which its package does not offer";
  if (symbol.name === "*") return `which stands for all of \`${symbol.file}\``;
  return symbol.name === "default" ? `the default export of \`${symbol.file}\`` : symbol;
}
