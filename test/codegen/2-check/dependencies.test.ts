// What follows from access, against the plainest way to find it out: every line with every other one.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Access, Rows, Touch } from "../../../codegen/model/access.js";
import { dependenciesOf, type Dependencies, type PlacedLine } from "../../../codegen/2-check/access/dependencies.js";
import { timingsOf } from "../../../codegen/2-check/access/sync-points.js";

/** Rows with some of three components, without others. */
const rows: fc.Arbitrary<Rows> = fc
  .tuple(fc.subarray(["P", "Q", "R"]), fc.subarray(["P", "Q", "R"]))
  .map(([with_, without]) => ({ with: with_, without: without.filter((name) => !with_.includes(name)) }));

const touch: fc.Arbitrary<Touch> = fc.oneof(
  fc.record({
    kind: fc.constant("data" as const),
    of: fc.constantFrom("A", "B"),
    path: fc.constantFrom([], ["x"], ["y"], ["x", "z"]),
    write: fc.boolean(),
    rows: fc.option(rows, { nil: undefined }),
    waits: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("presence" as const),
    of: fc.constantFrom("", "A", "B"),
    path: fc.constant([]),
    write: fc.boolean(),
    rows: fc.constant(undefined),
    waits: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom("event" as const, "ids" as const),
    of: fc.constant("E"),
    path: fc.constant([]),
    write: fc.boolean(),
    rows: fc.constant(undefined),
    waits: fc.boolean(),
  }),
);

/** What only reads waits for nothing. */
const access: fc.Arbitrary<Access> = fc.record({
  touches: fc
    .array(touch, { maxLength: 4 })
    .map((touches) => touches.map((each) => ({ ...each, waits: each.waits && each.write }))),
  everything: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
});

/** Lines in phases that follow each other. */
const lines: fc.Arbitrary<PlacedLine[]> = fc
  .array(
    fc.record({
      access,
      newPhase: fc.nat(5),
      list: fc.constantFrom("one", "two"),
      after: fc.nat(8),
      ambiguous: fc.nat(12),
    }),
    {
      maxLength: 12,
    },
  )
  .map((drawn) => {
    let phase = 0;
    const phases = drawn.map(({ newPhase }) => (newPhase === 0 ? ++phase : phase));
    const ofOnePhase = (index: number, other: number): number[] =>
      other < index && phases[other] === phases[index] ? [other] : [];
    return drawn.map((line, index) => ({
      access: line.access,
      list: line.list,
      phase: phases[index] ?? 0,
      after: ofOnePhase(index, line.after),
      ambiguous: new Set(ofOnePhase(index, line.ambiguous)),
    }));
  });

function touchSame(a: Touch, b: Touch): boolean {
  const ofBoth = a.of === b.of || (a.kind === "presence" && (a.of === "" || b.of === ""));
  const within = a.path.slice(0, b.path.length).join() === b.path.slice(0, a.path.length).join();
  return a.kind === b.kind && ofBoth && within && (a.write || b.write) && mayMeet(a.rows, b.rows);
}

/** Whether an entity that has some of the three components can be among both rows. */
function mayMeet(a: Rows | undefined, b: Rows | undefined): boolean {
  const isAmong = (has: readonly string[], all: Rows | undefined): boolean =>
    all === undefined ||
    (all.with.every((name) => has.includes(name)) && !all.without.some((name) => has.includes(name)));
  const entities = [[], ["P"], ["Q"], ["R"], ["P", "Q"], ["P", "R"], ["Q", "R"], ["P", "Q", "R"]];
  return entities.some((has) => isAmong(has, a) && isAmong(has, b));
}

function collide(a: Access, b: Access): boolean {
  return a.everything || b.everything || a.touches.some((one) => b.touches.some((other) => touchSame(one, other)));
}

/** Whether a line comes after another one by way of others. */
function follows(waitsFor: Dependencies["waitsFor"], later: number, earlier: number): boolean {
  return (waitsFor[later] ?? []).some((next) => next === earlier || follows(waitsFor, next, earlier));
}

function eachPair(all: readonly PlacedLine[], visit: (earlier: number, later: number) => void): void {
  for (let later = 0; later < all.length; later++) {
    for (let earlier = 0; earlier < later; earlier++)
      if (all[earlier]?.phase === all[later]?.phase) visit(earlier, later);
  }
}

describe("lines that touch the same", () => {
  it("keep their order, unless it is said that they need not, and nothing else has to", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { waitsFor, declared } = dependenciesOf(all);
        const bound = (earlier: number, later: number): boolean => {
          const [a, b] = [all[earlier], all[later]];
          if (a === undefined || b === undefined || a.phase !== b.phase) return false;
          return b.after.includes(earlier) || (collide(a.access, b.access) && !declared.has(`${later} ${earlier}`));
        };
        eachPair(all, (earlier, later) => {
          if (bound(earlier, later)) expect(follows(waitsFor, later, earlier)).toBe(true);
        });
        waitsFor.forEach((direct, later) => {
          for (const earlier of direct) {
            expect(bound(earlier, later)).toBe(true);
            // None follows from the others.
            expect(direct.some((other) => other !== earlier && follows(waitsFor, other, earlier))).toBe(false);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it("are ambiguous when they write, stand in different lists, and nobody says which is first", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { ambiguities, declared } = dependenciesOf(all);
        const said = all.map(({ phase, list, after }, index) => {
          const above = all
            .slice(0, index)
            .map((other) => `${other.phase} ${other.list}`)
            .lastIndexOf(`${phase} ${list}`);
          return above < 0 ? after : [...after, above];
        });
        eachPair(all, (earlier, later) => {
          const [a, b] = [all[earlier], all[later]];
          if (a === undefined || b === undefined) return;
          const matters = a.access.touches.some((one) =>
            b.access.touches.some(
              (other) =>
                touchSame(one, other) && one.kind !== "ids" && !(one.kind === "event" && one.write && other.write),
            ),
          );
          const open = (matters || a.access.everything || b.access.everything) && !follows(said, later, earlier);
          const excused = b.ambiguous.has(earlier) || a.ambiguous.has(later);
          const found = ambiguities.some((each) => each.earlier === earlier && each.later === later);
          expect({ found, declared: declared.has(`${later} ${earlier}`) }).toEqual({
            found: open && !excused,
            declared: open && excused,
          });
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("sync points and stages", () => {
  it("let every line see what it would see if changes were applied after each line", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { waitsFor } = dependenciesOf(all);
        const timings = timingsOf(
          all.map((line, index) => ({ ...line, shown: `${index}`, tells: false, waitsFor: waitsFor[index] ?? [] })),
        );
        eachPair(all, (earlier, later) => {
          const [a, b] = [all[earlier]?.access, all[later]?.access];
          if (a === undefined || b === undefined) return;
          const waiting = a.touches.filter(({ waits }) => waits);
          const atOnce = b.touches.filter(({ waits }) => !waits);
          const seen = waiting.some((change) => atOnce.some((other) => touchSame(change, other)));
          const overtaken = waiting.length > 0 && atOnce.some(({ kind, write }) => kind === "presence" && write);
          const needed = a.everything || seen || overtaken || (b.everything && waiting.length > 0);
          const there = timings.slice(earlier + 1, later + 1).some(({ sync }) => sync !== undefined);
          if (needed) expect(there).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("put into one stage only what could run at the same time", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { waitsFor, declared } = dependenciesOf(all);
        const timings = timingsOf(
          all.map((line, index) => ({ ...line, shown: `${index}`, tells: false, waitsFor: waitsFor[index] ?? [] })),
        );
        eachPair(all, (earlier, later) => {
          const [a, b] = [timings[earlier], timings[later]];
          if (follows(waitsFor, later, earlier)) expect(b?.stage).toBeGreaterThan(a?.stage ?? 0);
          const synced = timings.slice(earlier + 1, later + 1).some(({ sync }) => sync !== undefined);
          if (synced) expect(b?.stage).toBeGreaterThan(a?.stage ?? 0);
          const [first, second] = [all[earlier], all[later]];
          const movesRows = [first, second].some((line) =>
            line?.access.touches.some(({ kind, write, waits }) => kind === "presence" && write && !waits),
          );
          if (movesRows) expect(b?.stage).not.toBe(a?.stage);
          if (a?.stage !== b?.stage || first === undefined || second === undefined) return;
          expect(collide(first.access, second.access) && !declared.has(`${later} ${earlier}`)).toBe(false);
        });
      }),
      { numRuns: 300 },
    );
  });
});
