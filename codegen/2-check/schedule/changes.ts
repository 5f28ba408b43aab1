import type { Reporter } from "../../diagnostics/diagnostic.js";
import { compareText } from "../../model/compare.js";
import type { ScheduledRun } from "../../model/contract.js";
import type { Located } from "../../model/place.js";
import type { ChangeParts, RawRun } from "../../model/raw.js";
import { aKind, declarationOf, type DeclarationHead, type Symbols } from "../symbols.js";
import type { SymbolRef } from "../../model/symbol.js";

/** What the filter of a line asks of changes, as qualified names, sorted; undefined when it asks for none. */
export function checkChanges(
  changes: ChangeParts<Located<SymbolRef>>,
  symbols: Symbols,
  reporter: Reporter,
): ScheduledRun["changes"] {
  if (changes.changed.length + changes.added.length + changes.removed.length === 0) return undefined;
  const names = (part: keyof ChangeParts<unknown>): string[] => {
    const found = changes[part].map((element) => changeOf(part, element, symbols, reporter));
    return [...new Set(found.filter((name) => name !== undefined))].sort(compareText);
  };
  const checked = { changed: names("changed"), added: names("added"), removed: names("removed") };
  return checked.changed.length + checked.added.length + checked.removed.length === 0 ? undefined : checked;
}

function changeOf(
  part: keyof ChangeParts<unknown>,
  { value, place }: Located<SymbolRef>,
  symbols: Symbols,
  reporter: Reporter,
): string | undefined {
  const declaration = declarationOf(symbols, value);
  if (declaration?.kind !== "component") {
    reporter.report("ECS2030", place, `\`${value.name}\` cannot stand in \`${part}\``, {
      why: [`It is ${declaration === undefined ? "no declaration of a schema" : aKind(declaration.kind)}.`],
      help: "name a component, a tag or a toggle",
    });
    return undefined;
  }
  if (part !== "changed" || hasData(declaration)) return declaration.name;
  reporter.report("ECS2030", place, `\`${value.name}\` cannot stand in \`changed\``, {
    why: [`It is a ${declaration.storage}, which has no data that could change.`],
    help: "ask for it in `added` or `removed`",
  });
  return undefined;
}

function hasData({ storage }: DeclarationHead): boolean {
  return storage === "table" || storage === "sparse";
}

/** Changes that no entity of the line can have: of what it must lack, or a loss of what it must have. */
export function reportImpossibleChanges(
  { changes, without }: RawRun,
  called: string,
  required: ReadonlySet<string>,
  symbols: Symbols,
  reporter: Reporter,
): void {
  const named = (part: readonly Located<SymbolRef>[]): (string | undefined)[] =>
    part.map(({ value }) => declarationOf(symbols, value)?.name);
  const impossible = (part: readonly Located<SymbolRef>[], excluded: ReadonlySet<string>): boolean =>
    named(part).every((name) => name !== undefined && excluded.has(name));
  const lacking = new Set(named(without).filter((name) => name !== undefined));
  for (const part of ["changed", "added"] as const) {
    const [first] = changes[part];
    if (first === undefined || !impossible(changes[part], lacking)) continue;
    reporter.report("ECS2024", first.place, `\`${called}\` can never run`, {
      why: [`It asks for changes in \`${part}\`, and this line leaves out every entity that has what would change.`],
      help: "remove it from one of the two",
    });
  }
  const [first] = changes.removed;
  if (first === undefined || !impossible(changes.removed, required)) return;
  reporter.report("ECS2024", first.place, `\`${called}\` can never run`, {
    why: ["It requires what `removed` asks to be gone."],
    help: "remove it from one of the two, or take it as an optional parameter",
  });
}
