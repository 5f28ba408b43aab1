import { describeEntity, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import { shownToken } from "../given.js";
import type { ComponentType } from "../tables/component-type.js";
import type { World } from "../world/world.js";
import { describe } from "./describe.js";
import type { TypeDescription } from "./description.js";
import { suggestion } from "./nearest.js";
import type { DeclarationNotes, DeclaredType } from "./notes.js";
import { piecesOf, placeAt, replaced, type Path, type Place } from "./path.js";
import { partOf } from "./parts-of.js";

/** A component that an entity has. */
export interface InspectedComponent {
  readonly description: TypeDescription;
  /** A copy of it; `true` for a tag or toggle. */
  readonly value: unknown;
}

/**
 * All that the schemas of an app say of their declarations, and values by path: for inspectors, loaders and scripts, which
 * know no generated types. Generated; it holds nothing of any world.
 */
export class Reflection {
  readonly #notes: ReadonlyMap<DeclaredType, DeclarationNotes>;
  readonly #components: ReadonlyMap<string, ComponentType>;
  /** Made when they are asked for. */
  readonly #descriptions = new Map<DeclaredType, TypeDescription>();

  constructor(notes: readonly DeclarationNotes[]) {
    this.#notes = new Map(notes.map((each) => [each.type, each]));
    const components = notes.flatMap(({ type }) => (type.kind === "component" ? [type] : []));
    this.#components = new Map(components.map((type) => [type.key, type]));
  }

  /** Components, relations, resources, events and models, each sorted by name. */
  get types(): readonly DeclaredType[] {
    return [...this.#notes.keys()];
  }

  /** What is known of a declaration. Throws `InvalidArgument` for a token that was not generated with this reflection. */
  of(type: DeclaredType): TypeDescription {
    const known = this.#descriptions.get(type);
    if (known !== undefined) return known;
    const notes = this.#notes.get(type);
    if (notes === undefined) {
      const message = `nothing is known of \`${shownToken(type)}\``;
      throw new EcsError("InvalidArgument", message, "use the tokens that were generated together with the reflection");
    }
    const description = describe(notes);
    this.#descriptions.set(type, description);
    return description;
  }

  /** All that an entity has, in dense order, with copies of the values. Throws `StaleEntity`. */
  inspect(world: World, entity: Entity): InspectedComponent[] {
    return world.batches.componentsOf(entity).map((type) => {
      return { description: this.of(type), value: world.get(entity, type) };
    });
  }

  /**
   * A copy of what a path leads to; `undefined` when something on the way is not there. Throws `StaleEntity`, or `UnknownPath`
   * when no entity can have it.
   */
  getPath(world: World, entity: Entity, path: Path): unknown {
    const { place, inner } = this.#find(world, entity, path);
    return placeAt(place, inner).value;
  }

  /**
   * Sets what a path leads to, as `World.set` does: observers and queries see it, and fields of a struct that `value` does not
   * say stay. Throws `StaleEntity`, `ComponentMissing`, `UnknownPath`, `InvalidArgument` for a value of another type,
   * or `OutOfRange`, with nothing changed.
   */
  setPath(world: World, entity: Entity, path: Path, value: unknown): void {
    const { type, place, inner } = this.#find(world, entity, path);
    placeAt(place, inner);
    if (place.value === undefined) {
      const message = `${describeEntity(entity)} does not have component \`${type.name}\`, so \`${type.key}\` cannot be set`;
      throw new EcsError("ComponentMissing", message, "add it with `world.add`, or ask `world.has` before");
    }
    if (this.of(type).fields.length === 0) {
      const message = `component \`${type.name}\` has no fields that could be set`;
      throw new EcsError("InvalidArgument", message, "add or remove it instead");
    }
    const whole = replaced(place, inner, value);
    const [field] = inner;
    world.set(entity, type, field === undefined ? whole : { [field]: partOf(whole, field) });
  }

  /** The component that a path begins with, and the pieces behind it. */
  #find(
    world: World,
    entity: Entity,
    path: Path,
  ): { readonly type: ComponentType; readonly place: Place; readonly inner: readonly string[] } {
    const [key = "", ...inner] = piecesOf(path);
    const type = this.#components.get(key);
    if (type === undefined) {
      const message = `there is no component \`${key}\`, which a path for ${describeEntity(entity)} begins with`;
      throw new EcsError("UnknownPath", message, suggestion(key, [...this.#components.keys()]));
    }
    const { fields } = this.of(type);
    const where = { of: `component \`${type.name}\` of ${describeEntity(entity)}`, path: key };
    const value = world.get(entity, type);
    return { type, inner, place: { where, description: { kind: "struct", fields }, field: undefined, value } };
  }
}
