// Saves that are whole as files, their checksums right, and say what cannot be: each is refused, and nothing has changed; or
// it says another world that can be.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as fields from "../../cases/emit/fields/generated/index.js";
import * as kit from "../kit/generated/index.js";
import * as related from "../relations/kit/generated/index.js";
import { fullWorlds, loadForged, saveOf, sectionsOf, type ForgedSection } from "./forge.js";
import { appOf, type App } from "./worlds.js";

const apps: readonly (readonly [string, App])[] = [
  ["every way of storing", appOf(kit)],
  ["every kind of field", appOf(fields)],
  ["every kind of relation", appOf(related)],
];

/** More by a flag: `ECSGEN_FORGERIES=20000`. */
const numRuns = Number(process.env["ECSGEN_FORGERIES"] ?? 200);

/** A few bytes that are often wrong. */
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 4 }),
  fc.constantFrom(
    [0],
    [1],
    [127],
    [255],
    [255, 255, 255, 255],
    [255, 255, 255, 255, 15],
    [0, 0, 0, 128],
    [0, 0, 192, 255],
    [255, 255, 63, 0],
  ),
);

type Forgery = (sections: ForgedSection[]) => void;

const forgeries: fc.Arbitrary<Forgery> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.nat(), fc.nat(), bytes, fc.constantFrom(0, 1, 4))
      .map(([which, where, put, taken]): Forgery => (sections) => {
        const at = which % sections.length;
        const section = sections[at];
        if (section === undefined) return;
        const { kind, content } = section;
        const start = where % (content.length + 1);
        // Mostly other bytes in the place of some; now and then more, or fewer.
        const gap = taken === 0 ? put.length : taken === 4 ? 0 : taken;
        sections[at] = {
          kind,
          content: Uint8Array.from([...content.subarray(0, start), ...put, ...content.subarray(start + gap)]),
        };
      }),
  },
  fc.tuple(fc.nat(), fc.nat()).map(([from, to]): Forgery => (sections) => {
    const [moved] = sections.splice(from % sections.length, 1);
    if (moved !== undefined) sections.splice(to % (sections.length + 1), 0, moved);
  }),
  fc.nat().map(
    (which): Forgery =>
      (sections) =>
        void sections.splice(which % sections.length, 1),
  ),
  fc.nat().map(
    (which): Forgery =>
      (sections) =>
        void sections.push(...sections.slice(which % sections.length).slice(0, 1)),
  ),
  fc.tuple(fc.nat(), fc.nat(12)).map(([which, kind]): Forgery => (sections) => {
    const at = which % sections.length;
    const section = sections[at];
    if (section !== undefined) sections[at] = { ...section, kind };
  }),
);

describe.each(apps)("a binary save with %s whose checksums are right", (_, app) => {
  const saves = fullWorlds(app).map((world) => world.state.save("binary"));
  const empty = app.make();

  it("is refused, or says another world that can be", () => {
    const ends = new Set<string>();
    fc.assert(
      fc.property(fc.nat(saves.length - 1), fc.array(forgeries, { minLength: 1, maxLength: 2 }), (which, forged) => {
        const save = saves[which] ?? new Uint8Array();
        const sections = sectionsOf(save);
        for (const forge of forged) forge(sections);
        ends.add(loadForged(empty, saveOf(save, sections)));
      }),
      { numRuns },
    );
    expect([...ends]).toEqual(expect.arrayContaining(["loaded", "SaveCorrupt", "SaveIncompatible"]));
  });
});

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const strangeNumbers = [0, -1, 1, 0.5, -0.5, 255, 256, 65_536, 4_294_967_295, 4_294_967_296, 1e300, 2 ** 53];
const ids = ["none", "0:0", "0:1", "0:2", "1:1", "9:1", "4194302:1", "4194303:1", "4194303:1024"];
const strangeTexts = [
  ...ids,
  "",
  "x",
  "1",
  "NaN",
  "-0",
  "-1",
  "Infinity",
  "ff",
  "fff",
  "99999999999999999999",
  "__proto__",
];
const strangeLists: Json[] = [[], [[]], [null], ["0:1"], ["0:1", "0:1"], ["a", "b"], [["a", 1]]];

/** What may stand anywhere in a text, and is mostly wrong there. */
const strange = fc.constantFrom<Json>(
  ...strangeNumbers,
  ...strangeTexts,
  ...strangeLists,
  null,
  true,
  false,
  {},
  { kind: "none" },
  { id: "0:1" },
  { id: "5:1", components: {} },
  { free: ["0:1"] },
);

/** Goes to some part of a text and changes it there. */
const jsonForgeries = fc
  .tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), strange, fc.constantFrom("put", "drop", "twice", "rename"))
  .map(([path, value, how]) => (document: Json): void => {
    let at = document;
    for (const [depth, number] of path.entries()) {
      if (typeof at !== "object" || at === null) return;
      const keys = Object.keys(at);
      const key = keys[number % Math.max(keys.length, 1)] ?? "new";
      const next: Json = Reflect.get(at, key) ?? null;
      if (depth < path.length - 1 && typeof next === "object" && next !== null) {
        at = next;
        continue;
      }
      if (how === "put") Reflect.set(at, key, value);
      else if (how === "drop" && Array.isArray(at)) at.splice(Number(key), 1);
      else if (how === "drop") Reflect.deleteProperty(at, key);
      else if (how === "twice" && Array.isArray(at)) at.push(next);
      else Reflect.set(at, typeof value === "string" ? value : `${key}x`, next);
      return;
    }
  });

describe.each(apps)("a text with %s that is JSON", (_, app) => {
  const texts = fullWorlds(app).map((world) => new TextDecoder().decode(world.state.save("json")));
  const empty = app.make();

  it("is refused with the place, or says another world that can be", () => {
    const ends = new Set<string>();
    fc.assert(
      fc.property(
        fc.nat(texts.length - 1),
        fc.array(jsonForgeries, { minLength: 1, maxLength: 2 }),
        (which, forged) => {
          const document: Json = JSON.parse(texts[which] ?? "");
          for (const forge of forged) forge(document);
          ends.add(loadForged(empty, new TextEncoder().encode(JSON.stringify(document))));
        },
      ),
      { numRuns },
    );
    expect([...ends]).toEqual(expect.arrayContaining(["loaded", "SaveCorrupt"]));
  });
});
