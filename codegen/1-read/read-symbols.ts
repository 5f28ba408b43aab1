// Reads names that stand for something of the project or of a package.
import { suggest } from "../diagnostics/suggest.js";
import type { Located, Place } from "../model/place.js";
import { readArray } from "./read-literal.js";
import type { Reading } from "./reading.js";
import type { Meaning } from "./resolve-name.js";
import { namedBy, nounOf, sentence, whyNotValue } from "./settle.js";
import type { SymbolRef } from "../model/symbol.js";
import { type FlatMember, type Scoped } from "./scoped.js";

/** Reads a list of names. */
export function readSymbols(
  reading: Reading,
  member: FlatMember | undefined,
  what: string,
  example: string,
): Located<SymbolRef>[] {
  if (member === undefined) return [];
  return readArray(reading, member.value, `\`${member.name}\``, "`[Pinned]`").flatMap(
    (element) => readSymbol(reading, element, what, example) ?? [],
  );
}

/** Reads a name that must stand for something of the project or of a package. */
export function readSymbol(
  reading: Reading,
  scoped: Scoped,
  what: string,
  example: string,
): Located<SymbolRef> | undefined {
  const { place } = scoped.expression;
  const meaning = namedBy(reading, scoped);
  if (meaning?.kind === "declared" || meaning?.kind === "generated") return { value: reading.symbol(meaning), place };
  if (meaning?.kind === "package" && !meaning.specifier.startsWith("ecsgen/")) {
    reportPackage(reading, place, meaning.specifier);
    return undefined;
  }
  if (meaning?.kind === "missing" && meaning.told) return undefined;
  reading.reporter.report("ECS1015", place, `${what} names nothing that can be read`, {
    why: [meaning === undefined ? `It is ${nounOf(scoped.expression)}, not a name.` : sentence(whyNotValue(meaning))],
    help: helpForName(reading, scoped, meaning) ?? `write the name of ${example}`,
  });
  return undefined;
}

function reportPackage({ reporter }: Reading, place: Place, specifier: string): void {
  const alias = /^(?:[#~]|@\/)/.test(specifier);
  reporter.report("ECS1017", place, `${alias ? "" : "the package "}\`${specifier}\` offers nothing to read`, {
    why: alias
      ? ["Neither `imports` of `package.json` nor `paths` of `tsconfig.json` leads from there to TypeScript source."]
      : ["No `package.json` of that name has `exports` under the condition `ecsgen`, which lead to TypeScript source."],
    help: specifier.startsWith("#")
      ? "name the source in `imports`, under the condition `ecsgen` where they lead to what is built of it"
      : `${alias ? "" : "install a version that is made for `ecsgen`; if it is a short name, "}name the source in \`paths\` of \`tsconfig.json\``,
  });
}

/** What to do about a name that means nothing here: it may stand in another schema, or be misspelt. */
export function helpForName(reading: Reading, { source }: Scoped, meaning: Meaning | undefined): string | undefined {
  if (meaning?.kind !== "global") return undefined;
  const declared = reading.declared(meaning.name);
  if (declared !== undefined) return `import \`${meaning.name}\` from \`${declared.file}\``;
  const near = suggest(meaning.name, [...source.declarations.keys(), ...source.bindings.keys()]);
  return near === undefined ? undefined : `did you mean \`${near}\`?`;
}
