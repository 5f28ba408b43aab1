// Random worlds are saved and loaded: what comes back is the same, and goes on the same.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SaveFormat, World } from "ecsgen/runtime";
import * as fields from "../../cases/emit/fields/generated/index.js";
import * as kit from "../kit/generated/index.js";
import * as related from "../relations/kit/generated/index.js";
import { appOf, pictureOf, play, scripts, type App } from "./worlds.js";

const apps: readonly (readonly [string, App])[] = [
  ["every way of storing", appOf(kit)],
  ["every kind of field", appOf(fields)],
  ["every kind of relation", appOf(related)],
];

const formats: readonly SaveFormat[] = ["binary", "json"];

function loaded(world: World, app: App, format: SaveFormat): World {
  const other = app.make();
  other.state.load(world.state.save(format));
  return other;
}

describe.each(apps)("%s", (_, app) => {
  it.each(formats)("comes back from %s as it was, and goes on as it would have", (format) => {
    fc.assert(
      fc.property(scripts(app), scripts(app, 15), (script, later) => {
        const world = app.make();
        const made = play(script, world);
        const other = loaded(world, app, format);
        expect(pictureOf(other, app)).toEqual(pictureOf(world, app));
        expect(other.state.save("binary")).toEqual(world.state.save("binary"));
        const problems = other.validate().filter(({ kind }) => kind !== "reference");
        expect(problems).toEqual([]);
        const made2 = play(later, other, [...made]);
        expect(play(later, world, [...made])).toEqual(made2);
        expect(pictureOf(other, app)).toEqual(pictureOf(world, app));
      }),
      { numRuns: 30 },
    );
  });

  it("comes back from a snapshot and from a copy, and a snapshot is not changed by what comes later", () => {
    fc.assert(
      fc.property(scripts(app), scripts(app, 20), (script, later) => {
        const world = app.make();
        const made = play(script, world);
        const before = pictureOf(world, app);
        const bytes = world.state.save("binary");
        world.state.createSnapshot("start");
        const copy = world.copy();
        play(later, world, [...made]);
        world.state.restoreSnapshot("start");
        expect(pictureOf(world, app)).toEqual(before);
        const after = play(later, world, [...made]);
        expect(play(later, copy, [...made])).toEqual(after);
        expect(pictureOf(copy, app)).toEqual(pictureOf(world, app));
        world.state.restoreSnapshot("start");
        expect(textOf(world)).toEqual(textOf(loadedFrom(bytes, app)));
      }),
      { numRuns: 20 },
    );
  });

  it.each(["load", "restore", "reset"])("goes on as a new world does, whatever it was before: %s", (how) => {
    fc.assert(
      fc.property(scripts(app), scripts(app), scripts(app, 15), (script, before, later) => {
        const world = app.make();
        const made = how === "reset" ? [] : play(script, world);
        const other = app.make();
        if (how === "restore") play(script, other);
        other.state.createSnapshot("start");
        play(before, other, [...made]);
        if (how === "load") other.state.load(world.state.save("binary"));
        else if (how === "restore") other.state.restoreSnapshot("start");
        else other.reset();
        play(later, other, [...made]);
        play(later, world, [...made]);
        expect(pictureOf(other, app)).toEqual(pictureOf(world, app));
        expect(textOf(other)).toEqual(textOf(world));
        expect(other.query({}).entities()).toEqual(world.query({}).entities());
        expect(other.validate().filter(({ kind }) => kind !== "reference")).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it("takes entities over into a world that has others, with all that binds them", () => {
    fc.assert(
      fc.property(scripts(app), scripts(app), fc.constantFrom(...formats), (script, others, format) => {
        const world = app.make();
        play(script, world);
        const target = app.make();
        play(others, target);
        const before = target.entities.living();
        const living = world.entities.living();
        const ids = target.state.loadEntities(world.state.saveEntities(living, format));
        expect([...ids.keys()]).toEqual(living);
        expect(target.entities.living().length).toBe(before.length + living.length);
        for (const [old, now] of ids) {
          for (const type of app.components) expect(target.has(now, type)).toBe(world.has(old, type));
          for (const type of app.relations) {
            const targets = world.relations.targets(old, type).map((each) => ids.get(each));
            expect(target.relations.targets(now, type)).toEqual(targets);
          }
        }
        expect(target.validate().filter(({ kind }) => kind !== "reference")).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

function loadedFrom(bytes: Uint8Array, app: App): World {
  const other = app.make();
  other.state.load(bytes);
  return other;
}

function textOf(world: World): object {
  return JSON.parse(new TextDecoder().decode(world.state.save("json")));
}
