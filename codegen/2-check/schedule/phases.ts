import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { OwnPhase } from "../../model/contract.js";
import { builtInPhases } from "../../model/phases.js";
import type { Located, Place } from "../../model/place.js";
import type { RawPhase, RawProject } from "../../model/raw.js";
import type { ResolvedPhase } from "../../model/resolution.js";
import { whyNoField } from "../identifiers.js";
import { reportName } from "../report-name.js";
import type { Named } from "../symbols.js";
import { ofTheApp, qualified, suggestName, type Owner } from "./owners.js";

interface DeclaredPhase extends OwnPhase {
  readonly place: Place;
}

/** All phases of a project. */
export interface Phases {
  /** Those that cores and the app declare, by owner, each in the order of its declaration. */
  readonly declared: ReadonlyMap<Owner, readonly OwnPhase[]>;
  /** Qualified, the built-in ones included. */
  readonly names: ReadonlySet<string>;
}

/** Proves the phases that cores and the app declare. */
export function checkPhases(raw: RawProject, { cores }: Named, reporter: Reporter): Phases {
  const owners: [Owner, readonly RawPhase[]][] = [
    ...[...cores.values()].map(({ name, raw }): [Owner, readonly RawPhase[]] => [name, raw.phases]),
    [ofTheApp, raw.app?.phases ?? []],
  ];
  const own = owners.flatMap(([owner, phases]) => phases.map(({ name }) => qualified(name, owner)));
  const names = new Set([...builtInPhases.keys(), ...own]);
  const declared = owners.map(([owner, phases]): [Owner, DeclaredPhase[]] => [
    owner,
    phases.flatMap((phase) => checkPhase(phase, owner, names, reporter) ?? []),
  ]);
  reportCircles(new Map(declared.flatMap(([, phases]) => phases.map((phase) => [phase.name, phase]))), reporter);
  return {
    declared: new Map(
      declared.map(([owner, phases]) => [owner, phases.map(({ name, side, of }) => ({ name, side, of }))]),
    ),
    names,
  };
}

function checkPhase(
  { name, place, side, of }: RawPhase,
  owner: Owner,
  names: Phases["names"],
  reporter: Reporter,
): DeclaredPhase | undefined {
  const why = builtInPhases.has(name) ? "every step has a phase of that name" : whyNoField(name);
  if (why !== undefined) {
    reportName(reporter, place, "a phase", name, why);
  }
  const other = phaseOf(of, owner, names, reporter);
  return other === undefined || why !== undefined
    ? undefined
    : { name: qualified(name, owner), side, of: other, place };
}

/** The phase that a name stands for, qualified; one that does not exist is reported. */
export function phaseOf(
  { value, place }: Located<string>,
  owner: Owner,
  names: Phases["names"],
  reporter: Reporter,
): string | undefined {
  const name = builtInPhases.has(value) || value.includes(".") ? value : qualified(value, owner);
  if (names.has(name)) return name;
  reporter.report("ECS2041", place, `there is no phase \`${value}\``, { help: suggestName(value, owner, names) });
  return undefined;
}

/** A phase stands at one other, so a way that never comes to a built-in phase goes round. */
function reportCircles(declared: ReadonlyMap<string, DeclaredPhase>, reporter: Reporter): void {
  const settled = new Set<string>();
  for (const start of declared.values()) {
    const way: DeclaredPhase[] = [];
    let at: DeclaredPhase | undefined = start;
    while (at !== undefined && !settled.has(at.name)) {
      settled.add(at.name);
      way.push(at);
      at = declared.get(at.of);
    }
    const circle = at === undefined ? [] : way.slice(way.indexOf(at));
    if (at !== undefined && way.includes(at)) reportCircle(circle, reporter);
  }
}

function reportCircle(circle: readonly DeclaredPhase[], reporter: Reporter): void {
  const [first] = circle;
  if (first === undefined) return;
  const chain = circle.map(({ side, of }) => `${side} \`${of}\``).join(", which stands ");
  reporter.report("ECS2042", first.place, `the phase \`${first.name}\` has no place in the step`, {
    why: [`It stands ${chain}.`],
    help: "place one of them before or after a built-in phase, such as `update`",
    related: circle.slice(1).map(({ name, place }) => ({ place, message: `\`${name}\` is declared here` })),
  });
}

/**
 * All phases of a step in order: each own phase directly at the one that it names. Of several on the same side of a phase,
 * what was declared first runs first.
 */
export function orderPhases(declared: readonly OwnPhase[]): ResolvedPhase[] {
  const around = (phase: ResolvedPhase): ResolvedPhase[] => {
    const at = (side: OwnPhase["side"]): ResolvedPhase[] =>
      declared
        .filter((other) => other.of === phase.name && other.side === side)
        .flatMap((other) => around({ name: other.name, runs: phase.runs, declared: other }));
    return [...at("before"), phase, ...at("after")];
  };
  return [...builtInPhases].flatMap(([name, runs]) => around({ name, runs, declared: undefined }));
}
