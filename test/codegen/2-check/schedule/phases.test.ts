import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderPhases } from "../../../../codegen/2-check/schedule/phases.js";
import type { OwnPhase } from "../../../../codegen/model/contract.js";
import { builtInPhases } from "../../../../codegen/model/phases.js";
import { builtInPhases as ofTheRuntime, partsOf } from "../../../../runtime/schedule/phases.js";

const builtIn = [...builtInPhases.keys()];

/** Phases without circles: each stands at a built-in one or at one that was declared before it. */
const someDeclared = fc
  .array(fc.record({ at: fc.nat(), side: fc.constantFrom("before" as const, "after" as const) }), { maxLength: 12 })
  .map((list) => list.map(({ at, side }, i): OwnPhase => ({ name: `p${i}`, side, of: choose(at, i) })));

function choose(at: number, declared: number): string {
  const known = [...builtIn, ...Array.from({ length: declared }, (_, i) => `p${i}`)];
  return known[at % known.length] ?? "update";
}

describe("the phases of a step", () => {
  it("are the same for the compiler and at run time", () => {
    expect(orderPhases([])).toMatchObject(ofTheRuntime);
  });

  it("hold every own phase once, on its side of the other, with nothing between but what stands there as well", () => {
    fc.assert(
      fc.property(someDeclared, (declared) => {
        const order = orderPhases(declared);
        const names = order.map(({ name }) => name);
        expect([...names].sort()).toEqual([...builtIn, ...declared.map(({ name }) => name)].sort());
        for (const { name, side, of } of declared) {
          const [from, to] = [names.indexOf(name), names.indexOf(of)];
          expect(side === "before" ? from < to : from > to).toBe(true);
          expect(order[from]?.runs).toBe(order[to]?.runs);
          const between = names.slice(Math.min(from, to) + 1, Math.max(from, to));
          expect(between.every((other) => standsAt(other, of, declared) || standsAt(other, name, declared))).toBe(true);
        }
      }),
    );
  });

  it("run what was declared first first, of those on the same side", () => {
    const at = (name: string, side: OwnPhase["side"]): OwnPhase => ({ name, side, of: "update" });
    const order = orderPhases([at("a", "before"), at("b", "before"), at("c", "after"), at("d", "after")]);
    expect(order.map(({ name }) => name).slice(2, 7)).toEqual(["a", "b", "update", "c", "d"]);
  });

  it("are divided into those before the fixed update, with it, behind it, and those that always run", () => {
    const order = orderPhases([
      { name: "early", side: "after", of: "preUpdate" },
      { name: "broad", side: "before", of: "fixedUpdate" },
      { name: "overlay", side: "after", of: "render" },
    ]);
    expect(partsOf(order)).toEqual({
      beforeFixed: ["preUpdate", "early"],
      fixed: ["broad", "fixedUpdate"],
      afterFixed: ["update", "postUpdate"],
      always: ["preRender", "render", "overlay", "postRender"],
    });
  });
});

/** Whether a phase stands at another one, or at one that does, and so on. */
function standsAt(name: string, other: string, declared: readonly OwnPhase[]): boolean {
  const of = declared.find((phase) => phase.name === name)?.of;
  return of !== undefined && (of === other || standsAt(of, other, declared));
}
