import type { BundleType, ComponentType, Entity } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";
import { failWith } from "./failures.js";
import type { ReferenceStructure } from "./reference-structure.js";
import { overlaid, type Fields } from "./rows.js";
import type { BundlesLike } from "./world-like.js";

/** What a bundle says, below all that it extends: tags and toggles have no values. */
type Layers = readonly (readonly [type: ComponentType, init?: Fields])[];

const mover: Layers = [[kit.Position, {}], [kit.Velocity, {}], [kit.Pinned]];
const torch: Layers = [
  ...mover,
  [kit.Seen],
  [kit.Burning, { heat: 50, cause: "hand" }],
  [kit.Body, { place: { z: 3 }, spin: { axis: { x: 1 }, rate: 4 }, weights: [7, 8], drag: { linear: 2 } }],
  [kit.Label, { text: "torch", words: ["a", "bc"], shape: { kind: "circle", radius: 5 } }],
  [kit.Link, { strength: 9 }],
];
const beacon: Layers = [
  ...torch,
  [kit.Velocity, { y: 3 }],
  [kit.Numbers, { i64: 5n, flag: true, mood: "sad" }],
  [kit.Body, { place: { x: 1 }, spin: { axis: { y: 2 } }, drag: { angular: 6 } }],
  [kit.Label, { words: [], scores: new Map([["déf", 2]]) }],
];
const known = new Map<BundleType, Layers>([
  [kit.Mover, mover],
  [kit.Torch, torch],
  [kit.Beacon, beacon],
]);

/** What is given lies on top of what a prefab says, which lies on top of what it extends: field by field. */
export class ReferenceBundles implements BundlesLike {
  readonly #structure: ReferenceStructure;

  constructor(structure: ReferenceStructure) {
    this.#structure = structure;
  }

  spawn(type: BundleType, given: object = {}): Entity {
    return this.#structure.spawn(componentsOf(type, given));
  }

  spawnMany(type: BundleType, count: number, given: object | ((index: number) => object) = {}): Entity[] {
    const components =
      typeof given === "function"
        ? (index: number): object => componentsOf(type, given(index))
        : componentsOf(type, given);
    return this.#structure.spawnMany(count, components);
  }
}

function componentsOf(type: BundleType, given: object): object {
  const inits = new Map<string, unknown>(Object.entries(given));
  const components = new Map<string, unknown>();
  for (const [component, init] of known.get(type) ?? failWith("UnknownBundle")) {
    const below = components.get(component.key);
    components.set(component.key, init === undefined ? true : overlaid(component, below, init));
  }
  for (const [component] of known.get(type) ?? []) {
    const below = components.get(component.key);
    if (below === true) continue;
    components.set(component.key, overlaid(component, below, inits.get(component.key)));
    inits.delete(component.key);
  }
  return Object.fromEntries(components);
}
