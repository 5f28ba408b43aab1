import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { ResolvedPhase } from "../../model/resolution.js";
import type { NamedLine } from "./constraints.js";
import type { Constraint, Ordered } from "./order.js";

/** Reports what speaks against an order: circles, and constraints that would turn phases round. */
export function reportOrder(
  { cycles, contradictions }: Ordered,
  lines: readonly NamedLine[],
  phases: readonly ResolvedPhase[],
  reporter: Reporter,
): void {
  const shown = (line: number): string => `\`${lines[line]?.shown}\``;
  for (const cycle of cycles) reportCycle(cycle, shown, reporter);
  const told = new Set<Constraint["statement"]>();
  for (const constraint of contradictions) {
    if (told.has(constraint.statement)) continue;
    told.add(constraint.statement);
    reportContradiction(constraint, lines, phases, reporter);
  }
}

/** The chain, and the place of every link. */
function reportCycle(cycle: readonly Constraint[], shown: (line: number) => string, reporter: Reporter): void {
  const [first, ...rest] = cycle;
  if (first === undefined) return;
  const chain = [first.earlier, ...cycle.map(({ later }) => later)].map(shown).join(" before ");
  const link = ({ earlier, later, statement }: Constraint): string =>
    `${shown(earlier)} before ${shown(later)}${statement.text === undefined ? "" : `, since ${statement.text}`}`;
  const sets = first.statement.text === undefined ? [] : [`The first of these holds since ${first.statement.text}.`];
  reporter.report("ECS2044", first.statement.place, `${shown(first.earlier)} would run before itself`, {
    why: [`${chain}.`, ...sets],
    help: "take one of these orders away",
    related: rest.map((constraint) => ({ place: constraint.statement.place, message: link(constraint) })),
  });
}

function reportContradiction(
  { earlier, later, statement }: Constraint,
  lines: readonly NamedLine[],
  phases: readonly ResolvedPhase[],
  reporter: Reporter,
): void {
  const [first, second] = [lines[earlier], lines[later]];
  if (first === undefined || second === undefined) return;
  const phase = (line: NamedLine): string => `\`${phases[line.phase]?.name}\``;
  const since = statement.text === undefined ? [] : [`It would have to, since ${statement.text}.`];
  reporter.report("ECS2045", statement.place, `\`${first.shown}\` cannot run before \`${second.shown}\``, {
    why: [...since, `\`${first.shown}\` runs in ${phase(first)}, which comes after ${phase(second)}.`],
    help: "take this order away, or move one of the two to another phase",
    related: [
      { place: first.place, message: `\`${first.shown}\` runs in ${phase(first)}` },
      { place: second.place, message: `\`${second.shown}\` runs in ${phase(second)}` },
    ],
  });
}
