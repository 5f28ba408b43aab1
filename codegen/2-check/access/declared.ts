// What the author of a line says of what it touches, where code does not tell.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Touch } from "../../model/access.js";
import { compareText } from "../../model/compare.js";
import type { DeclaredAccess } from "../../model/contract.js";
import type { Located } from "../../model/place.js";
import type { RawAccess } from "../../model/raw.js";
import { aKind, declarationOf, type DeclarationHead, type Symbols } from "../symbols.js";
import { reading, writing } from "./touches.js";
import type { SymbolRef } from "../../model/symbol.js";

/** Finds what is named; what cannot be touched in such a way is reported. */
export function checkDeclaredAccess(raw: RawAccess, symbols: Symbols, reporter: Reporter): DeclaredAccess {
  const names = (part: "reads" | "writes" | "adds" | "removes"): string[] => {
    const structural = part === "adds" || part === "removes";
    const found = raw[part].map((named) => touchedName(named, structural, symbols, reporter));
    return [...new Set(found.filter((name) => name !== undefined))].sort(compareText);
  };
  const { everything, despawns } = raw;
  return {
    everything,
    reads: names("reads"),
    writes: names("writes"),
    adds: names("adds"),
    removes: names("removes"),
    despawns,
  };
}

function touchedName(
  { value, place }: Located<SymbolRef>,
  structural: boolean,
  symbols: Symbols,
  reporter: Reporter,
): string | undefined {
  const declaration = declarationOf(symbols, value);
  if (declaration !== undefined && (!structural || isOfEntities(declaration))) return declaration.name;
  const is = declaration === undefined ? "no declaration of a schema" : aKind(declaration.kind);
  reporter.report("ECS2049", place, `\`${value.name}\` cannot stand in an access`, {
    why: [`It is ${is}.`],
    help: structural ? "name a component or a relation" : "name a component, a relation, a resource or an event",
  });
  return undefined;
}

function isOfEntities({ kind }: DeclarationHead): boolean {
  return kind === "component" || kind === "relation";
}

/** What is touched, as its author says. Whether changes of structure wait is not said: both may be. */
export function declaredTouches(
  { reads, writes, adds, removes, despawns }: DeclaredAccess,
  kindOf: (name: string) => "event" | "data",
): Touch[] {
  const changed = [...adds, ...removes];
  return [
    ...reads.flatMap((name) => [reading(kindOf(name), name), reading("presence", name)]),
    ...writes.flatMap((name) => [writing(kindOf(name), name), reading("presence", name)]),
    ...changed.flatMap((name) => [
      ...sometimes("presence", name),
      ...sometimes("data", name),
      reading("presence", name),
    ]),
    ...(adds.length === 0 ? [] : sometimes("ids", "")),
    ...(despawns ? [...sometimes("presence", ""), reading("presence", "")] : []),
  ];
}

/** At once, or at a sync point. */
function sometimes(kind: Touch["kind"], of: string): Touch[] {
  return [writing(kind, of), writing(kind, of, [], true)];
}
