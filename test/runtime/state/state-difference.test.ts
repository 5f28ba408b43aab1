// Where two worlds differ: by name, and only where their hashes do.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as fields from "../../cases/emit/fields/generated/index.js";
import { codeOf } from "../kit/code-of.js";
import * as kit from "../kit/generated/index.js";
import * as related from "../relations/kit/generated/index.js";
import * as game from "../resources/kit/generated/index.js";
import { appOf, play, scripts } from "./worlds.js";

describe("the first difference of two worlds", () => {
  it.each([
    ["every way of storing", appOf(kit)],
    ["every kind of field", appOf(fields)],
    ["every kind of relation", appOf(related)],
    ["resources", appOf(game)],
  ])("is there when hashes differ, and of a part that does: %s", (_, app) => {
    fc.assert(
      fc.property(scripts(app, 15), scripts(app, 3), (script, more) => {
        const world = app.make();
        const made = play(script, world);
        const other = world.copy();
        expect(world.state.difference(other.state)).toBeUndefined();
        play(more, other, made);
        const [{ parts: mine }, { parts: theirs }] = [world.state.hashes(), other.state.hashes()];
        const differing = [...new Set([...mine.keys(), ...theirs.keys()])].filter(
          (name) => mine.get(name) !== theirs.get(name),
        );
        const part = world.state.difference(other.state)?.part;
        if (differing.length === 0) expect(part).toBeUndefined();
        else expect(differing).toContain(part);
      }),
      { numRuns: 60 },
    );
  });

  it("names the entity, the field, and both values", () => {
    const world = kit.createWorld();
    const ship = world.spawn({ position: { x: 1 } });
    const other = world.spawn({ position: { x: 1 } });
    const copy = world.copy();
    const difference = (): unknown => world.state.difference(copy.state);
    copy.set(other, kit.Position, { x: 2 });
    expect(difference()).toEqual({
      part: "app.Position",
      entity: other,
      target: undefined,
      path: "x",
      mine: 1,
      theirs: 2,
    });
    copy.despawn(ship);
    expect(difference()).toEqual({
      part: "entities",
      entity: ship,
      target: undefined,
      path: "",
      mine: true,
      theirs: false,
    });
  });

  it("is refused between worlds of two apps", () => {
    const [world, other] = [kit.createWorld(), related.createWorld()];
    expect(codeOf(() => world.state.difference(other.state))).toBe("InvalidArgument");
  });
});
