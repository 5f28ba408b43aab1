// The order of a step: small cases whose order and reasons are said by hand, and properties of any.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  orderLines,
  type Constraint,
  type OrderedLine,
  type Statement,
} from "../../../../codegen/2-check/schedule/order.js";

function line(name: string, phase = 0, list = "the app"): OrderedLine {
  return { shown: name, phase, list, inList: name };
}

function said(text?: string): Statement {
  return { text, place: { file: "schema.ts", line: 1, column: 1, length: 1 } };
}

/** `a < b` as the later line says it, `a <- b` as the earlier one does. */
function constraint(text: string, names: string, statement: Statement = said()): Constraint {
  const [first = "", sign, second = ""] = text.split(" ");
  return { earlier: names.indexOf(first), later: names.indexOf(second), statement, ofLater: sign === "<" };
}

/** The order of lines with names of one letter, each with its reason. */
function ordered(names: string, ...constraints: readonly string[]): string[] {
  const lines = [...names].map((name) => line(name));
  const { order, cycles } = orderLines(
    lines,
    constraints.map((text) => constraint(text, names)),
  );
  expect(cycles).toEqual([]);
  return order.map((placed) => `${lines[placed.line]?.shown} ${placed.reason}`);
}

describe("an order", () => {
  it("is that of the lists where nobody asks for another one", () => {
    expect(ordered("abc")).toEqual(["a first in the app", "b after `a` in the app", "c after `b` in the app"]);
  });

  it("lets a line wait for what it names", () => {
    expect(ordered("abc", "c < a")).toEqual(["b first in the app", "c before `a`, which asks for it", "a after `c`"]);
  });

  it("lets a line run before what it names", () => {
    expect(ordered("abc", "c <- b")).toEqual(["a first in the app", "c before `b`", "b after `c`, which asks for it"]);
  });

  it("tells of the line that was waited for last", () => {
    expect(ordered("abcd", "b < d", "a < d")).toContain("d after `b`");
    expect(ordered("dab", "a < d", "b < d")).toContain("d after `b`");
  });

  it("tells of the sets that it follows from", () => {
    const since = said("set `x` is before set `y`");
    const { order } = orderLines([line("a"), line("b")], [constraint("b <- a", "ab", since)]);
    expect(order).toEqual([
      { line: 1, reason: "before `a`, since set `x` is before set `y`" },
      { line: 0, reason: "after `b`, since set `x` is before set `y`" },
    ]);
  });

  it("keeps to the phases, and says which constraints do not", () => {
    const lines = [line("a", 1), line("b", 0), line("c", 1, "motion")];
    const against = constraint("a < b", "abc");
    const { order, cycles, contradictions } = orderLines(lines, [against, constraint("b < c", "abc")]);
    expect(order.map(({ line: index }) => lines[index]?.shown)).toEqual(["b", "a", "c"]);
    expect([cycles, contradictions]).toEqual([[], [against]]);
  });

  it("has the lists of cores one behind the other", () => {
    const lines = [line("a", 0, "motion"), line("b", 0, "motion"), line("c"), line("d")];
    expect(orderLines(lines, []).order.map(({ reason }) => reason)).toEqual([
      "first in motion",
      "after `a` in motion",
      "first in the app",
      "after `c` in the app",
    ]);
  });

  it("tells every circle once, the shortest first, and is whole all the same", () => {
    const names = "abcdef";
    const texts = ["a < b", "b < c", "c < a", "b < a", "e < f", "f < e", "d < d"];
    const { order, cycles } = orderLines(
      [...names].map((name) => line(name)),
      texts.map((text) => constraint(text, names)),
    );
    const shown = cycles.map((cycle) => cycle.map(({ earlier }) => names[earlier]).join(""));
    expect(shown).toEqual(["d", "ab", "ef"]);
    expect(order.map(({ line: index }) => names[index]).sort()).toEqual([...names]);
  });

  it("tells once of two statements that contradict each other, however many lines they are about", () => {
    const names = "abcd";
    const [before, after] = [said("set `s` is before set `t`"), said("set `s` is after set `t`")];
    const { cycles } = orderLines(
      [...names].map((name) => line(name)),
      [
        ...["a < c", "b < d"].map((text) => constraint(text, names, before)),
        ...["c < a", "d < b"].map((text) => constraint(text, names, after)),
      ],
    );
    expect(cycles.length).toBe(1);
  });
});

const someLines = fc.array(fc.record({ phase: fc.nat(3), list: fc.constantFrom("a", "b") }), { maxLength: 14 });
const somePairs = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 20 });
const problems = fc.record({ kinds: someLines, pairs: somePairs }).map(({ kinds, pairs }) => ({
  lines: kinds.map(({ phase, list }, index) => ({ shown: `l${index}`, inList: `l${index}`, phase, list })),
  constraints: kinds.length === 0 ? [] : pairs.map(([a, b, ofLater]) => pairOf(a, b, ofLater, kinds.length)),
}));

function pairOf(a: number, b: number, ofLater: boolean, count: number): Constraint {
  return { earlier: a % count, later: b % count, statement: said(), ofLater };
}

describe("any order", () => {
  it("holds every line once, and satisfies all constraints that phases allow, or there is a circle of them", () => {
    fc.assert(
      fc.property(problems, ({ lines, constraints }) => {
        const { order, cycles, contradictions } = orderLines(lines, constraints);
        const places = order.map((placed) => placed.line);
        expect([...places].sort((a, b) => a - b)).toEqual(lines.map((_, index) => index));
        const phases = places.map((index) => lines[index]?.phase ?? 0);
        expect(phases).toEqual([...phases].sort((a, b) => a - b));
        const broken = constraints.filter(({ earlier, later }) => places.indexOf(earlier) >= places.indexOf(later));
        if (cycles.length === 0) expect(broken).toEqual(contradictions);
        for (const cycle of cycles) expectCircle(cycle, lines);
        expect(cycles.length > 0).toBe(hasCircle(lines, constraints));
      }),
    );
  });

  it("is the same when constraints are said in another order", () => {
    fc.assert(
      fc.property(problems, fc.infiniteStream(fc.nat()), ({ lines, constraints }, numbers) => {
        const shuffled = [...constraints]
          .map((value) => ({ value, rank: numbers.next().value }))
          .sort((a, b) => Number(a.rank) - Number(b.rank))
          .map(({ value }) => value);
        const places = (of: readonly Constraint[]): number[] =>
          orderLines(lines, of).order.map((placed) => placed.line);
        if (!hasCircle(lines, constraints)) expect(places(shuffled)).toEqual(places(constraints));
      }),
    );
  });

  it("is the same however lines are given, where constraints leave no choice", () => {
    const permuted = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    fc.assert(
      fc.property(permuted, (given) => {
        const chain = [0, 1, 2, 3, 4].map((name) => pairOf(given.indexOf(name), given.indexOf(name + 1), true, 6));
        const { order } = orderLines(
          given.map((name) => line(`l${name}`)),
          chain,
        );
        expect(order.map((placed) => given[placed.line])).toEqual([0, 1, 2, 3, 4, 5]);
      }),
    );
  });

  it("runs a line before those that are given earlier only for a constraint, and says which", () => {
    fc.assert(
      fc.property(problems, ({ lines, constraints }) => {
        const { order, cycles } = orderLines(lines, constraints);
        fc.pre(cycles.length === 0);
        for (const [place, { line: index, reason }] of order.entries()) {
          const asks = constraints.some(({ earlier, later }) => isPair(lines, earlier, later) && later === index);
          expect(/^after `l\d+`(?:, which asks for it)?$/.test(reason)).toBe(asks);
          const next = order[place + 1]?.line;
          if (next === undefined || next > index || lines[next]?.phase !== lines[index]?.phase) continue;
          // The next one was given earlier: it waited for this one.
          expect(constraints.some(({ earlier, later }) => earlier === index && later === next)).toBe(true);
        }
      }),
    );
  });
});

function isPair(lines: readonly OrderedLine[], a: number, b: number): boolean {
  return lines[a]?.phase === lines[b]?.phase;
}

function expectCircle(cycle: readonly Constraint[], lines: readonly OrderedLine[]): void {
  expect(cycle.length).toBeGreaterThan(0);
  for (const [index, { earlier, later }] of cycle.entries()) {
    expect(later).toBe(cycle[(index + 1) % cycle.length]?.earlier);
    expect(isPair(lines, earlier, later)).toBe(true);
  }
}

/** Whether some line can be reached from itself, by ways that grow while they are looked at. */
function hasCircle(lines: readonly OrderedLine[], constraints: readonly Constraint[]): boolean {
  const pairs = constraints.filter(({ earlier, later }) => isPair(lines, earlier, later));
  const reached = new Set(pairs.map(({ earlier, later }) => `${earlier} ${later}`));
  for (const way of reached) {
    const [from, to] = way.split(" ");
    for (const { earlier, later } of pairs) if (`${earlier}` === to) reached.add(`${from} ${later}`);
  }
  return [...reached].some((way) => new Set(way.split(" ")).size === 1);
}
