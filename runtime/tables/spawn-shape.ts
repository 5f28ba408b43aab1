import type { ComponentRegistry } from "./component-registry.js";
import type { ComponentType } from "./component-type.js";
import type { Table } from "./table.js";
import type { TableGraph } from "./table-graph.js";

/**
 * What a list of keys given to `spawn` means: a tree with a step for each key, so that an object of a shape that was seen
 * before finds its table without sorting or joining anything.
 */
export class SpawnShape {
  /** The components, in the order of the keys. */
  readonly types: readonly ComponentType[];
  readonly #registry: ComponentRegistry;
  readonly #graph: TableGraph;
  readonly #next = new Map<string, SpawnShape>();
  #table: Table | undefined;

  constructor(registry: ComponentRegistry, graph: TableGraph, types: readonly ComponentType[] = []) {
    this.#registry = registry;
    this.#graph = graph;
    this.types = types;
  }

  /** The table for entities with these components. */
  get table(): Table {
    return (this.#table ??= this.#graph.find(this.types.filter((type) => isInTable(type))));
  }

  /** The shape with one key more. Throws `UnknownComponent`. */
  with(key: string): SpawnShape {
    const known = this.#next.get(key);
    if (known !== undefined) return known;
    const next = new SpawnShape(this.#registry, this.#graph, [...this.types, this.#registry.byKey(key)]);
    this.#next.set(key, next);
    return next;
  }
}

/** The shape of what was given to `spawn`, from the empty one on. Throws `UnknownComponent`. */
export function shapeOf(empty: SpawnShape, components: object): SpawnShape {
  let shape = empty;
  for (const [key, init] of Object.entries(components)) {
    if (init !== undefined) shape = shape.with(key);
  }
  return shape;
}

/** Whether a component decides in which table its entity is. */
export function isInTable(type: ComponentType): boolean {
  return type.storage === "table" || type.storage === "tag";
}
