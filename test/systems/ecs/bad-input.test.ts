// Bad input for every parameter of every function of the ecs core, as a caller without types may give it: an `EcsError` or what
// is documented, never a `TypeError`; and a call that throws has changed nothing.
import { expect, it, describe } from "vitest";
import { createWorld, Hit, Position, Score } from "./app/generated/index.js";
import { callRow, contentOf, goodArguments, outcome, rows, scene, type Parameter, type Row } from "./calls.js";

class Trap extends Error {}

/** An object whose every field throws when it is read. */
function trap(): object {
  return Object.defineProperty({}, "x", {
    enumerable: true,
    get: () => {
      throw new Trap("read");
    },
  });
}

/** What nobody should give, for whatever parameter. */
const wrong: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  NaN: () => Number.NaN,
  "an infinite number": () => Infinity,
  "a huge number": () => 2 ** 60,
  "a negative number": () => -1,
  "a part of a number": () => 0.5,
  "an empty text": () => "",
  "a text": () => "nothing",
  true: () => true,
  "a bigint": () => 1n,
  "a symbol": () => Symbol("nothing"),
  "an object": () => ({}),
  "a list": () => [],
  "a list of undefined": () => [undefined],
  "a list of numbers": () => [1, 2],
  "a function": () => () => undefined,
  "an object that throws": trap,
  "an object without prototype": () => Object.create(null),
};

/** Tokens that look right and belong to another world. */
const foreign: Readonly<Record<string, () => unknown>> = {
  "a foreign component": () => ({ ...Position }),
  "a foreign event": () => ({ ...Hit }),
  "a foreign resource": () => ({ ...Score }),
  "a list of a foreign component": () => [{ ...Position }],
  "a list of pairs of a foreign component": () => [[{ ...Position }, {}]],
  "a list of lists of pairs of a foreign component": () => [[[{ ...Position }, {}]]],
  "a filter of a foreign component": () => ({ all: [{ ...Position }] }),
  "a filter of nothing": () => ({ all: [undefined] }),
  "a filter that is none": () => ({ all: 3 }),
  "order against nothing": () => ({ after: ["nobody"] }),
  "order that is none": () => ({ after: 3 }),
};

const bad = Object.entries({ ...wrong, ...foreign });
const given = rows.flatMap((row) => row.parameters.map((parameter, place) => ({ row, parameter, place })));

/** What is allowed to come out: a misuse that is named, or the error of the caller's own object. */
const allowed = /^(returned|[A-Z][A-Za-z]+|Error: read)$/;

describe.each(given)(
  "$row.name($parameter.name)",
  ({ row, place }: { row: Row; parameter: Parameter; place: number }) => {
    it("names what is wrong, and changes nothing", () => {
      for (const [name, make] of bad) {
        const before = scene();
        const content = contentOf(before);
        const values = goodArguments(before, row);
        values[place] = make();
        const said = outcome(() => callRow(before, row, values));
        expect.soft({ name, said }).toEqual({ name, said: expect.stringMatching(allowed) });
        if (said !== "returned") expect.soft({ name, content: contentOf(before) }).toEqual({ name, content });
        expect
          .soft({ name, problems: before.world.validate().filter(({ kind }) => kind !== "reference") })
          .toEqual({ name, problems: [] });
      }
    });
  },
);

describe("entities that are none", () => {
  const takers = given.filter(({ parameter }) => parameter.type === "Entity");
  /** What is documented instead of `StaleEntity`. */
  const documented: Readonly<Record<string, unknown>> = { despawnEntity: false, isAlive: false };

  it.each(takers)("$row.name", ({ row, place }) => {
    for (const kind of ["stale", "next generation", "never had", "of another world"] as const) {
      const at = scene();
      const values = goodArguments(at, row);
      const stale = at.world.spawn();
      const other = createWorld();
      other.spawnMany(30);
      values[place] = {
        stale,
        "next generation": stale + (1 << 22),
        "never had": stale + 900,
        "of another world": other.spawn(),
      }[kind];
      at.world.despawn(stale);
      const content = contentOf(at);
      if (row.name in documented) expect(callRow(at, row, values)).toBe(documented[row.name]);
      else expect([kind, outcome(() => callRow(at, row, values))]).toEqual([kind, "StaleEntity"]);
      expect(contentOf(at)).toBe(content);
    }
  });
});

describe("tokens of another world", () => {
  const codes: Readonly<Record<string, string>> = {
    ComponentType: "UnknownComponent",
    EventType: "UnknownEvent",
    ResourceType: "UnknownResource",
  };
  const takers = given.flatMap((each) => {
    const code = codes[each.parameter.type.replace("<Value, Init>", "")];
    return code === undefined ? [] : [{ ...each, code }];
  });

  it.each(takers)("$row.name: $code", ({ row, place, code }) => {
    const at = scene();
    const values = goodArguments(at, row);
    values[place] = { ...Object(values[place]) };
    expect(outcome(() => callRow(at, row, values))).toBe(code);
  });
});
