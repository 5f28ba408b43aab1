// Saves and texts that call things by former names.
import { describe, expect, it } from "vitest";
import { EcsError } from "ecsgen/runtime";
import { Burning, ChildOf, createWorld, Likes, Score } from "../kit/generated/index.js";

function sample() {
  const world = createWorld();
  const [anna, cart] = world.spawnMany(2, { burning: { heat: 3 }, position: { x: 1 } });
  world.relations.add(anna, Likes, cart, { amount: 2 });
  world.relations.add(anna, ChildOf, cart);
  world.resource(Score).points = 4;
  return world;
}

const textOf = (world: ReturnType<typeof createWorld>) => new TextDecoder().decode(world.state.save("json"));
const load = (text: string) => {
  const world = createWorld();
  world.state.load(new TextEncoder().encode(text));
  return world;
};
const errorOf = (text: string): string => {
  try {
    load(text);
  } catch (error) {
    if (error instanceof EcsError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "loaded";
};

describe("a save that is text", () => {
  it("is read with the names that its types had then", () => {
    const world = sample();
    const text = textOf(world);
    const old = text
      .replaceAll('"app.Burning"', '"app.OnFire"')
      .replaceAll('"app.Likes"', '"app.Adores"')
      .replaceAll('"app.Score"', '"app.Points"');
    expect(old).not.toBe(text);
    expect(load(old).state.hash()).toBe(world.state.hash());
    expect(textOf(load(old))).toBe(text);
  });

  it("cannot say the same twice, once by a former name", () => {
    const twice = textOf(sample()).replace('"app.Burning": {', '"app.OnFire": {}, "app.Burning": {');
    expect(errorOf(twice)).toMatch(/components\["app\.Burning"\]` is `app\.Burning`, which is there by another name/);
  });

  it("says what to do about a type that is not there any more", () => {
    const gone = textOf(sample()).replaceAll("app.Burning", "app.Smoking");
    expect(errorOf(gone)).toMatch(
      /^SaveIncompatible: .*\["app\.Smoking"\]` is not part of this world\nhelp: if it was renamed, say `was: \["app\.Smoking"\]`/,
    );
  });

  it("says what to do about a field that is not there any more", () => {
    const gone = textOf(sample()).replaceAll('"heat"', '"warmth"');
    expect(errorOf(gone)).toMatch(
      /^SaveIncompatible: .*\.warmth` is no field; there are `heat`, `cause`, `from`\nhelp: give it its new name in the text/,
    );
  });
});

it("finds tokens by former names", () => {
  const { tokens, queries } = sample();
  expect(tokens.component("app.OnFire")).toBe(Burning);
  expect([tokens.relation("app.Fancies"), tokens.relation("app.Adores")]).toEqual([Likes, Likes]);
  expect(tokens.resource("app.Points")).toBe(Score);
  queries.create("burning", { all: ["app.OnFire"] });
  expect(queries.get("burning").count()).toBe(2);
});
