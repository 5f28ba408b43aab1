import type { ComponentRegistry } from "./component-registry.js";
import type { ComponentType } from "./component-type.js";
import type { Table } from "./table.js";
import type { TableGraph } from "./table-graph.js";

/**
 * What a list of keys given to `spawn` means: a tree with a step for each key, so that an object of a shape that was seen
 * before finds its table without sorting or joining anything.
 */
export class SpawnShape {
  readonly keys: readonly string[];
  /** The components, in the order of the keys. */
  readonly types: readonly ComponentType[];
  /** Those of them that are sparse. */
  readonly sparse: readonly ComponentType[];
  /** Whether some of them are not in the table. */
  readonly beside: boolean;
  private readonly registry: ComponentRegistry;
  private readonly graph: TableGraph;
  private readonly next = new Map<string, SpawnShape>();
  /** The step that was taken last, which is likely to be taken again. */
  private lastKey: string | undefined;
  private lastNext: SpawnShape = this;
  private found: Table | undefined;

  constructor(registry: ComponentRegistry, graph: TableGraph, keys: readonly string[] = []) {
    this.registry = registry;
    this.graph = graph;
    this.keys = keys;
    this.types = keys.map((key) => registry.byKey(key));
    this.sparse = this.types.filter((type) => type.storage === "sparse");
    this.beside = !this.types.every(isInTable);
  }

  /** The table for entities with these components. */
  get table(): Table {
    return (this.found ??= this.graph.find(this.types.filter((type) => isInTable(type))));
  }

  /** The shape with one key more. Throws `UnknownComponent`. */
  with(key: string): SpawnShape {
    if (key === this.lastKey) return this.lastNext;
    const next = this.next.get(key) ?? new SpawnShape(this.registry, this.graph, [...this.keys, key]);
    this.next.set(key, next);
    this.lastKey = key;
    this.lastNext = next;
    return next;
  }
}

/** In a loop over keys this costs nothing, where `Object.hasOwn` is a call that costs more than all else. */
export const isOwn = Object.prototype.hasOwnProperty;

/** The shape of what was given to `spawn`, from the empty one on. Throws `UnknownComponent`. */
export function shapeOf(empty: SpawnShape, components: object): SpawnShape {
  let shape = empty;
  for (const key in components) {
    if (isOwn.call(components, key) && initOf(components, key) !== undefined) shape = shape.with(key);
  }
  return shape;
}

/** What was given to `spawn` for a component, or to `set` for a field. The one place where such an object is read by key. */
export function initOf(components: object, key: string): unknown {
  return (components as Readonly<Record<string, unknown>>)[key];
}

/** Whether a component decides in which table its entity is. */
export function isInTable(type: ComponentType): boolean {
  return type.storage === "table" || type.storage === "tag";
}
