import type { Structure } from "../commands/structure.js";
import type { Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import { shownToken } from "../given.js";
import type { ComponentRegistry } from "../tables/component-registry.js";
import type { BundleType } from "./bundle-type.js";

/** The bundles and prefabs of a world; `world.tokens.bundle` finds their tokens by name or id. */
export class Bundles {
  readonly types: readonly BundleType[];
  readonly #known: ReadonlySet<BundleType>;
  readonly #structure: Structure<object>;

  /** Throws `UnknownComponent` when one has a component that is not part of the layout. */
  constructor(types: readonly BundleType[], registry: ComponentRegistry, structure: Structure<object>) {
    for (const type of types) for (const component of type.components) registry.require(component);
    this.types = types;
    this.#known = new Set(types);
    this.#structure = structure;
  }

  /** Makes an entity of a bundle, with `given` over its values. Throws `UnknownBundle`, or as `World.spawn` does. */
  spawn<Init>(type: BundleType<Init>, given?: Init): Entity {
    this.#require(type);
    return this.#structure.spawn(type.create(given));
  }

  /**
   * Makes many at once: all with the same values, or each with what a function gives for its number. Throws `UnknownBundle`, or as
   * `World.spawnMany` does; then none of them is made.
   */
  spawnMany<Init>(type: BundleType<Init>, count: number, given?: Init | ((index: number) => Init)): Entity[] {
    this.#require(type);
    const components = isEach(given) ? (index: number) => type.create(given(index)) : type.create(given);
    return this.#structure.spawnMany(count, components);
  }

  #require(type: BundleType): void {
    if (this.#known.has(type)) return;
    const message = `\`${shownToken(type)}\` is no bundle or prefab of this world`;
    throw new EcsError("UnknownBundle", message, "use the tokens that were generated together with the world");
  }
}

/** What is given for components is an object, never a function. */
function isEach<Init>(given: Init | ((index: number) => Init) | undefined): given is (index: number) => Init {
  return typeof given === "function";
}
