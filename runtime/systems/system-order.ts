import { EcsError } from "../errors.js";
import { shownGiven } from "../given.js";
import type { SystemDependencies, SystemPhase } from "./system.js";

/** What decides the place of a system. */
export interface Ordered extends SystemDependencies {
  readonly name: string;
  readonly phase: SystemPhase;
}

/**
 * The order in which systems run: 1. phases, which come in this order, 2. `after` and `before`, 3. the order of
 * registration. Stable: what is not ordered by the first two stays as it is. Throws `UnknownSystem` or `SystemCycle`.
 */
export function inOrder<System extends Ordered>(systems: readonly System[], phases: readonly string[]): System[] {
  const earlier = earlierOf(systems, phases);
  const waiting = new Set(systems);
  const ordered: System[] = [];
  while (waiting.size > 0) {
    const next = [...waiting].find((system) => ![...waiting].some((other) => earlier(system).has(other)));
    if (next === undefined) throw cycle([...waiting], earlier);
    waiting.delete(next);
    ordered.push(next);
  }
  return ordered;
}

/** For each system, those that must run before it. */
function earlierOf<System extends Ordered>(
  systems: readonly System[],
  phases: readonly string[],
): (system: System) => ReadonlySet<System> {
  const byName = new Map(systems.map((system) => [system.name, system]));
  const named = (name: string, by: System): System => {
    const found = byName.get(name);
    if (found === undefined)
      throw unknownSystem(name, [...byName.keys()], `system \`${by.name}\` is ordered against it`);
    return found;
  };
  const earlier = new Map(systems.map((system) => [system, new Set<System>()]));
  for (const system of systems) {
    for (const name of system.after) earlier.get(system)?.add(named(name, system));
    for (const name of system.before) earlier.get(named(name, system))?.add(system);
    const rank = phases.indexOf(system.phase);
    for (const other of systems) if (phases.indexOf(other.phase) < rank) earlier.get(system)?.add(other);
  }
  const nothing = new Set<System>();
  return (system) => earlier.get(system) ?? nothing;
}

/** Goes from each system to one that must run before it, until it comes back. All of these systems wait for another. */
function cycle<System extends Ordered>(
  waiting: readonly System[],
  earlier: (system: System) => ReadonlySet<System>,
): EcsError {
  const way: System[] = [];
  let at = waiting[0];
  while (!way.includes(at)) {
    way.push(at);
    at = waiting.find((other) => earlier(at).has(other)) ?? at;
  }
  const chain = [...way.slice(way.indexOf(at)), at].reverse().map(({ name }) => `\`${name}\``);
  const message = `systems wait for each other: ${chain.join(" before ")}`;
  return new EcsError("SystemCycle", message, "take one of these orders away; phases always run in their own order");
}

/** The error for a name that no system has. */
export function unknownSystem(name: string, known: readonly string[], why: string): EcsError {
  const help = known.length === 0 ? "register it first" : `register it first, or name one of \`${known.join("`, `")}\``;
  return new EcsError("UnknownSystem", `there is no system \`${shownGiven(name)}\`; ${why}`, help);
}
