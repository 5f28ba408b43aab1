import type { Reporter } from "../../diagnostics/diagnostic.js";
import { compareText } from "../../model/compare.js";
import type { Parameter, ScheduledRun, ViewFunction } from "../../model/contract.js";
import type { Located, Place } from "../../model/place.js";
import type { RawRun } from "../../model/raw.js";
import { checkDeclaredAccess } from "../access/declared.js";
import { aKind, declarationOf, meantBy, type Symbols } from "../symbols.js";
import { checkChanges, reportImpossibleChanges } from "./changes.js";
import type { SymbolRef } from "../../model/symbol.js";

/** Proves that a function can be run by a schedule, with the filter that its line has. */
export function checkRun(line: RawRun, declared: ViewFunction, symbols: Symbols, reporter: Reporter): void {
  const [value, ...more] = declared.parameters.filter((parameter) => parameter.source.kind === "value");
  if (value !== undefined && declared.form === "call") {
    if (more.length === 0 && isEntity(value)) reportEntity(line, declared.name, value, reporter);
    else reportValue(line, declared.name, value, symbols, reporter);
  }
  // Whatever one gives back that runs for every entity is a finding at the function.
  if (declared.form !== "entity") reportResult(line, declared, reporter);
  reportContradictions(line, declared, symbols, reporter);
}

function reportResult({ place }: RawRun, { name, returns }: ViewFunction, reporter: Reporter): void {
  if (/^Promise\b/.test(returns)) {
    reporter.report("ECS2022", place, `\`${name}\` cannot be scheduled`, {
      why: ["It returns a promise, and a step waits for nothing."],
      help: "start such work elsewhere, and hand its result to the world through a resource or an event",
    });
  }
  if (returns === "Generator") {
    reporter.report("ECS2022", place, `\`${name}\` cannot be scheduled`, {
      why: ["It is a generator, which does nothing until somebody asks it for values."],
      help: "write it without `*`, and results into a component, a resource or an event",
    });
  }
}

function reportValue(line: RawRun, called: string, value: Parameter, symbols: Symbols, reporter: Reporter): void {
  const type = value.source.kind === "value" ? value.source.type : "";
  // A reader or writer is a value only when a finding has said that it names no event.
  if (/^Event(?:Reader|Writer)</.test(type)) return;
  const near = meantBy(type, symbols);
  reporter.report("ECS2022", line.place, `\`${called}\` cannot be scheduled`, {
    why: [`Nobody is there to give it \`${value.name}\`${near === undefined ? "" : `, whose type is \`${type}\``}.`],
    help: near ?? "take the value from a resource, or call the function instead of scheduling it",
  });
}

function isEntity({ source }: Parameter): boolean {
  return source.kind === "value" && source.type === "Entity";
}

/** A filter alone does not make a function one that runs for every entity. */
function reportEntity(line: RawRun, called: string, { name }: Parameter, reporter: Reporter): void {
  const [tag = "Burning"] = line.with.map(({ value }) => value.name);
  reporter.report("ECS2022", line.place, `\`${called}\` cannot be scheduled`, {
    why: [`It takes no component, so that it would run once, and nobody is there to give it \`${name}\`.`],
    help: `take a component that the entities have, or all of them, as in \`Query<{ entity: Entity }, { with: [${tag}] }>\``,
  });
}

/** The filter of a line and what its author says of its access, as qualified names, sorted. */
export function checkFilter(
  line: RawRun,
  symbols: Symbols,
  reporter: Reporter,
): Pick<ScheduledRun, "with" | "without" | "any" | "changes" | "access"> {
  const names = (part: readonly Located<SymbolRef>[]): string[] =>
    part.length === 0 ? [] : inOrderOnce(part.map((element) => filterOf(element, symbols, reporter)));
  const changes = checkChanges(line.changes, symbols, reporter);
  const access = line.access && checkDeclaredAccess(line.access, symbols, reporter);
  return { with: names(line.with), without: names(line.without), any: names(line.any), changes, access };
}

function inOrderOnce(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))].sort(compareText);
}

function filterOf({ value, place }: Located<SymbolRef>, symbols: Symbols, reporter: Reporter): string | undefined {
  const declaration = declarationOf(symbols, value);
  if (declaration?.kind === "component" || declaration?.kind === "relation") return declaration.name;
  const is = declaration === undefined ? "no declaration of a schema" : aKind(declaration.kind);
  reporter.report("ECS2023", place, `\`${value.name}\` cannot filter entities`, {
    why: [`It is ${is}; entities have components, and edges of relations.`],
    help: "name a component, a tag, a toggle or a relation",
  });
  return undefined;
}

/** Where the filter of a line starts; undefined where it has none. */
function filterPlace({ with: with_, without, any, changes: { changed, added, removed } }: RawRun): Place | undefined {
  return [with_, without, any, changed, added, removed].flat()[0]?.place;
}

/** A line that can never match, or that says twice what it needs. */
function reportContradictions(line: RawRun, declared: ViewFunction, symbols: Symbols, reporter: Reporter): void {
  const asked = declared.parameters.map(({ source }) => source).filter((source) => source.kind === "component");
  const filtered = asked.length === 0 && declared.form !== "call" ? filterPlace(line) : undefined;
  if (filtered !== undefined) {
    reporter.report("ECS2024", filtered, `\`${declared.name}\` has a filter but takes no component`, {
      why: ["It runs once, not for every entity, so there is nothing to filter."],
      help: "remove the filter",
    });
  }
  const named = (part: RawRun["any"]): (string | undefined)[] =>
    part.map(({ value }) => declarationOf(symbols, value)?.name);
  const [first] = line.any;
  if (first !== undefined && named(line.any).every((name) => name && named(line.without).includes(name))) {
    reporter.report("ECS2024", first.place, `\`${declared.name}\` can never run`, {
      why: ["It requires one of `any`, and this line leaves out every entity that has one of them."],
      help: "remove them from one of the two",
    });
  }
  const required = new Set(asked.filter((source) => !source.optional).map((source) => source.component));
  for (const element of line.with) {
    const name = declarationOf(symbols, element.value)?.name;
    if (name !== undefined) required.add(name);
  }
  reportImpossibleChanges(line, declared.name, required, symbols, reporter);
  for (const element of line.without) {
    const name = declarationOf(symbols, element.value)?.name;
    if (name === undefined || !required.has(name)) continue;
    reporter.report("ECS2024", element.place, `\`${declared.name}\` can never run`, {
      why: [`It requires \`${name}\`, and this line leaves out every entity that has it.`],
      help: "remove it from one of the two",
    });
  }
}
