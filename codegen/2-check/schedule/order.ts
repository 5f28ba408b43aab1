// The one place where the order of a step is decided: lines with constraints go in, a total order comes out, with the reason
// for the place of each line. Precedence:
//   1. phases, in their order
//   2. constraints: `before` and `after`, of lines and of sets
//   3. the order in which the lines are given: lists of cores in order of use, then the list of the app
import type { Place } from "../../model/place.js";

/** A line of a schedule, as far as its place depends on it. */
export interface OrderedLine {
  /** As reasons and messages call it. */
  readonly shown: string;
  /** The phase by its place in the step. */
  readonly phase: number;
  /** The list that it stands in: `the schedule of \`motion\``. */
  readonly list: string;
  /** As the reasons of its list call it. */
  readonly inList: string;
}

/** What an author wrote of the order, once. It can be a constraint for many pairs of lines. */
export interface Statement {
  /** As a clause: `set \`physics\` is before set \`drawing\``; undefined when both lines are named in it. */
  readonly text: string | undefined;
  readonly place: Place;
}

/** One line runs before another one; both by their places in the list of lines. */
export interface Constraint {
  readonly earlier: number;
  readonly later: number;
  readonly statement: Statement;
  /** Whether the later one says it. */
  readonly ofLater: boolean;
}

/** A total order, or what speaks against one. */
export interface Ordered {
  /** Places in the list of lines, in the order of the step, with why each is where it is. */
  readonly order: readonly { readonly line: number; readonly reason: string }[];
  /** Constraints that lead back to where they begin. In each the later line of one is the earlier line of the next. */
  readonly cycles: readonly (readonly Constraint[])[];
  /** Constraints whose earlier line runs in a later phase. */
  readonly contradictions: readonly Constraint[];
}

/** Puts the lines of a step in order. Of lines that nothing else tells apart, the one that is given first runs first. */
export function orderLines(lines: readonly OrderedLine[], constraints: readonly Constraint[]): Ordered {
  const phaseOf = (line: number): number => lines[line]?.phase ?? 0;
  const inOnePhase = constraints.filter(({ earlier, later }) => phaseOf(earlier) === phaseOf(later));
  const cycles: (readonly Constraint[])[] = [];
  const phases = [...new Set(lines.map(({ phase }) => phase))].sort((a, b) => a - b);
  const order = phases.flatMap((phase) => {
    const members = lines.flatMap((line, index) => (line.phase === phase ? [index] : []));
    const own = inOnePhase.filter(({ earlier }) => phaseOf(earlier) === phase);
    return orderPhase(members, own, cycles);
  });
  const reasons = reasonsOf(order, lines, inOnePhase);
  return {
    order: order.map((line, place) => ({ line, reason: reasons[place] ?? "" })),
    cycles,
    contradictions: constraints.filter(({ earlier, later }) => phaseOf(earlier) > phaseOf(later)),
  };
}

/**
 * Again and again the first line that need not wait for another one. When all wait, they go round in a circle: it is noted,
 * what closes it is left out, and the rest goes on.
 */
function orderPhase(
  members: readonly number[],
  constraints: readonly Constraint[],
  cycles: (readonly Constraint[])[],
): number[] {
  let valid = constraints;
  for (;;) {
    const order = sorted(members, valid);
    if (order.length === members.length) return order;
    const done = new Set(order);
    const cycle = shortestCycle(valid.filter(({ earlier, later }) => !done.has(earlier) && !done.has(later)));
    cycles.push(cycle);
    const told = new Set(cycle.map(({ statement }) => statement));
    valid = valid.filter(({ statement }) => !told.has(statement));
  }
}

/** As far as it goes. */
function sorted(members: readonly number[], constraints: readonly Constraint[]): number[] {
  const waits = new Map(members.map((line) => [line, 0]));
  for (const { later } of constraints) waits.set(later, (waits.get(later) ?? 0) + 1);
  const awaited = groupBy(constraints, "earlier");
  const order: number[] = [];
  const waiting = new Set(members);
  for (let next = firstFree(waiting, waits); next !== undefined; next = firstFree(waiting, waits)) {
    waiting.delete(next);
    order.push(next);
    for (const { later } of awaited.get(next) ?? []) waits.set(later, (waits.get(later) ?? 0) - 1);
  }
  return order;
}

function groupBy(constraints: readonly Constraint[], end: "earlier" | "later"): ReadonlyMap<number, Constraint[]> {
  const groups = new Map<number, Constraint[]>();
  for (const constraint of constraints) {
    const group = groups.get(constraint[end]);
    if (group === undefined) groups.set(constraint[end], [constraint]);
    else group.push(constraint);
  }
  return groups;
}

function firstFree(waiting: ReadonlySet<number>, waits: ReadonlyMap<number, number>): number | undefined {
  for (const line of waiting) if (waits.get(line) === 0) return line;
  return undefined;
}

/** The shortest way from a line back to it. There is one, since every line waits for another. */
function shortestCycle(constraints: readonly Constraint[]): Constraint[] {
  const from = groupBy(constraints, "earlier");
  const found = [...from.keys()].flatMap((start) => {
    const way = wayBack(start, from);
    return way === undefined ? [] : [way];
  });
  return found.reduce((best, way) => (way.length < best.length ? way : best), found[0] ?? []);
}

function wayBack(start: number, from: ReadonlyMap<number, readonly Constraint[]>): Constraint[] | undefined {
  const ways: Constraint[][] = [[]];
  const seen = new Set<number>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of from.get(way.at(-1)?.later ?? start) ?? []) {
      if (next.later === start) return [...way, next];
      if (seen.has(next.later)) continue;
      seen.add(next.later);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

/** Why each line is where it is: the constraint that it waited for last, that made others wait for it, or its list. */
function reasonsOf(
  order: readonly number[],
  lines: readonly OrderedLine[],
  constraints: readonly Constraint[],
): string[] {
  const placeOf = new Map(order.map((line, place) => [line, place]));
  const place = (line: number): number => placeOf.get(line) ?? 0;
  const whichWait = groupBy(constraints, "later");
  const awaited = groupBy(constraints, "earlier");
  return order.map((line) => {
    const last = best(whichWait.get(line) ?? [], (a, b) => place(b.earlier) - place(a.earlier));
    if (last !== undefined) return `after \`${lines[last.earlier]?.shown}\`${sinceText(last, last.ofLater)}`;
    const overtaken = (awaited.get(line) ?? []).filter(({ later }) => later < line);
    const first = best(overtaken, (a, b) => place(a.later) - place(b.later));
    if (first !== undefined) return `before \`${lines[first.later]?.shown}\`${sinceText(first, !first.ofLater)}`;
    return listReason(line, lines, place);
  });
}

function sinceText({ statement }: Constraint, ofItself: boolean): string {
  if (statement.text !== undefined) return `, since ${statement.text}`;
  return ofItself ? "" : ", which asks for it";
}

function best<T>(all: readonly T[], compare: (a: T, b: T) => number): T | undefined {
  return [...all].sort(compare)[0];
}

/** The nearest line above it in its list that runs before it, which most often is the one right above. */
function listReason(line: number, lines: readonly OrderedLine[], place: (line: number) => number): string {
  const { list, phase } = lines[line] ?? { list: "", phase: 0 };
  for (let index = line - 1; index >= 0; index--) {
    const other = lines[index];
    if (other?.list !== list || other.phase !== phase || place(index) > place(line)) continue;
    return `after \`${other.inList}\` in ${list}`;
  }
  return `first in ${list}`;
}
