import { describeEntity, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import { shownToken } from "../given.js";
import type { RelationType } from "../relations/relation-type.js";
import type { ResourceType } from "../resources/resource-type.js";
import type { ComponentType } from "../tables/component-type.js";
import type { World } from "../world/world.js";
import { describe } from "./describe.js";
import type { TypeDescription } from "./description.js";
import { suggestion } from "../nearest.js";
import type { DeclarationNotes, DeclaredType } from "./notes.js";
import { piecesOf, placeAt, replaced, type Path, type Place } from "./path.js";
import { partOf } from "./parts-of.js";

/** A component that an entity has. */
export interface InspectedComponent {
  readonly description: TypeDescription;
  /** A copy of it; `true` for a tag or toggle. */
  readonly value: unknown;
}

/** An edge by its two ends; its relation is what a path begins with. */
export interface EdgeEnds {
  readonly source: Entity;
  readonly target: Entity;
}

/** Whose values paths lead to: an entity's, those of an edge, or the resources of the world. */
export type PathOwner = Entity | EdgeEnds | World;

/** What a path begins with, where it was looked for. */
interface Start {
  readonly type: ComponentType | RelationType | ResourceType;
  /** What it belongs to, in messages. */
  readonly of: string;
  /** What is there; `undefined` when nothing is. */
  readonly value: unknown;
  set(init: unknown): void;
  /** Why nothing can be set where nothing is. */
  missing(): EcsError;
}

/**
 * All that the schemas of an app say of their declarations, and values by path: for inspectors, loaders and scripts, which
 * know no generated types. Generated; it holds nothing of any world.
 */
export class Reflection {
  readonly #notes: ReadonlyMap<DeclaredType, DeclarationNotes>;
  readonly #components: ReadonlyMap<string, ComponentType>;
  readonly #relations: ReadonlyMap<string, RelationType>;
  readonly #resources: ReadonlyMap<string, ResourceType>;
  /** Made when they are asked for. */
  readonly #descriptions = new Map<DeclaredType, TypeDescription>();

  constructor(notes: readonly DeclarationNotes[]) {
    this.#notes = new Map(notes.map((each) => [each.type, each]));
    const components = notes.flatMap(({ type }) => (type.kind === "component" ? [type] : []));
    const relations = notes.flatMap(({ type }) => (type.kind === "relation" ? [type] : []));
    const resources = notes.flatMap(({ type }) => (type.kind === "resource" ? [type] : []));
    this.#components = new Map(components.map((type) => [type.key, type]));
    this.#relations = new Map(relations.map((type) => [type.key, type]));
    this.#resources = new Map(resources.map((type) => [type.key, type]));
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
   * A copy of what a path leads to, from an entity, from an edge between two, or from the world itself, which has resources;
   * `undefined` when something on the way is not there. Throws `StaleEntity`, or `UnknownPath` when nothing can have it.
   */
  getPath(world: World, of: PathOwner, path: Path): unknown {
    const { place, inner } = this.#find(world, of, path);
    return placeAt(place, inner).value;
  }

  /**
   * Sets what a path leads to, as `World.set`, `world.relations.set` and `world.resources.assign` do: observers and queries see it,
   * and fields of a struct that `value` does not say stay. Throws `StaleEntity`, `ComponentMissing`, `RelationMissing`, `ResourceMissing`, `UnknownPath`,
   * `InvalidArgument` for a value of another type, or `OutOfRange`, with nothing changed.
   */
  setPath(world: World, of: PathOwner, path: Path, value: unknown): void {
    const { start, place, inner } = this.#find(world, of, path);
    placeAt(place, inner);
    if (place.value === undefined) throw start.missing();
    const { type } = start;
    if (this.of(type).fields.length === 0) {
      const message = `${type.kind} \`${type.name}\` has no fields that could be set`;
      throw new EcsError("InvalidArgument", message, "add or remove it instead");
    }
    const whole = replaced(place, inner, value);
    const [field] = inner;
    start.set(field === undefined ? whole : { [field]: partOf(whole, field) });
  }

  /** What a path begins with, as a place, and the pieces behind it. */
  #find(
    world: World,
    of: PathOwner,
    path: Path,
  ): { readonly start: Start; readonly place: Place; readonly inner: readonly string[] } {
    const [key = "", ...inner] = piecesOf(path);
    const start = this.#start(world, of, key);
    const { fields } = this.of(start.type);
    const where = { of: `${start.type.kind} \`${start.type.name}\` ${start.of}`, path: key };
    return {
      start,
      inner,
      place: { where, description: { kind: "struct", fields }, field: undefined, value: start.value },
    };
  }

  #start(world: World, of: PathOwner, key: string): Start {
    if (typeof of !== "object" || of === null) return this.#component(world, of, key);
    return "source" in of ? this.#edge(world, of, key) : this.#resource(of, key);
  }

  #component(world: World, entity: Entity, key: string): Start {
    const type = this.#components.get(key);
    if (type === undefined) throw unknownStart("component", key, describeEntity(entity), this.#components);
    return {
      type,
      of: `of ${describeEntity(entity)}`,
      value: world.get(entity, type),
      set: (init) => world.set(entity, type, init),
      missing: () => {
        const message = `${describeEntity(entity)} does not have component \`${type.name}\`, so \`${key}\` cannot be set`;
        return new EcsError("ComponentMissing", message, "add it with `world.add`, or ask `world.has` before");
      },
    };
  }

  #edge(world: World, { source, target }: EdgeEnds, key: string): Start {
    const type = this.#relations.get(key);
    if (type === undefined) throw unknownStart("relation", key, "an edge", this.#relations);
    const value = world.relations.get(source, type, target);
    const of = `from ${describeEntity(source)} to ${describeEntity(target)}`;
    return {
      type,
      of,
      value,
      set: (init) => world.relations.set(source, type, target, init),
      missing: () => {
        const message = `there is no edge of \`${type.name}\` ${of}, so \`${key}\` cannot be set`;
        const help = "add it with `world.relations.add`, or ask `world.relations.has` before";
        return new EcsError("RelationMissing", message, help);
      },
    };
  }

  #resource({ resources }: World, key: string): Start {
    const type = this.#resources.get(key);
    if (type === undefined) throw unknownStart("resource", key, "the world", this.#resources);
    return {
      type,
      of: "of the world",
      value: resources.read(type),
      set: (init) => resources.assign(type, init),
      missing: () => {
        const message = `resource \`${type.name}\` was removed, so \`${key}\` cannot be set`;
        return new EcsError("ResourceMissing", message, "insert it again with `world.resources.insert`");
      },
    };
  }
}

function unknownStart(kind: string, key: string, of: string, known: ReadonlyMap<string, unknown>): EcsError {
  const message = `there is no ${kind} \`${key}\`, which a path for ${of} begins with`;
  return new EcsError("UnknownPath", message, suggestion(key, [...known.keys()]));
}
