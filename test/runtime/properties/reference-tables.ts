import type { ComponentType, Entity } from "ecsgen/runtime";

/** Who stands where. */
export interface TablesCopy {
  readonly tables: readonly (readonly [string, readonly Entity[]])[];
  readonly dense: readonly (readonly [ComponentType, readonly Entity[]])[];
}

/** Where entities stand in order: lists by set of components, and a list for each sparse component. */
export class ReferenceTables {
  readonly #tables = new Map<string, Entity[]>([["", []]]);
  readonly #dense = new Map<ComponentType, Entity[]>();

  /** The table of exactly these components; from now on it has its place in the order. */
  table(types: Iterable<ComponentType>): Entity[] {
    const indices = [...types].filter(isInTable).map((type) => type.index);
    const signature = indices.sort((a, b) => a - b).join();
    return listIn(this.#tables, signature);
  }

  dense(type: ComponentType): Entity[] {
    return listIn(this.#dense, type);
  }

  enter(entity: Entity, types: Iterable<ComponentType>): void {
    const all = [...types];
    this.table(all).push(entity);
    for (const type of all) if (type.storage === "sparse") this.dense(type).push(entity);
  }

  leave(entity: Entity, types: Iterable<ComponentType>): void {
    const all = [...types];
    takeOut(this.table(all), entity);
    for (const type of all) if (type.storage === "sparse") this.leaveDense(entity, type);
  }

  leaveDense(entity: Entity, type: ComponentType): void {
    if (this.dense(type).includes(entity)) takeOut(this.dense(type), entity);
  }

  /** Moves an entity to another table. */
  move(entity: Entity, from: Iterable<ComponentType>, to: Iterable<ComponentType>): void {
    this.table(to).push(entity);
    takeOut(this.table(from), entity);
  }

  /** Everyone in order: by table, in order of creation. */
  all(): Entity[] {
    return [...this.#tables.values()].flat();
  }

  copy(): TablesCopy {
    const copyOf = <Key>(lists: Map<Key, Entity[]>): [Key, Entity[]][] =>
      [...lists].map(([key, list]) => [key, [...list]]);
    return { tables: copyOf(this.#tables), dense: copyOf(this.#dense) };
  }

  /** Tables have their places in what was copied. */
  takeOver({ tables, dense }: TablesCopy): void {
    this.reset();
    for (const [signature, list] of tables) listIn(this.#tables, signature).push(...list);
    for (const [type, list] of dense) this.dense(type).push(...list);
  }

  clear(): void {
    for (const list of [...this.#tables.values(), ...this.#dense.values()]) list.length = 0;
  }

  /** Tables have no places any more. */
  reset(): void {
    this.clear();
    this.#tables.clear();
    this.table([]);
  }
}

/** Whether a component tells tables apart. */
export function isInTable(type: ComponentType): boolean {
  return type.storage === "table" || type.storage === "tag";
}

/** The last one fills the gap. */
function takeOut(list: Entity[], entity: Entity): void {
  const place = list.indexOf(entity);
  const last = list.pop();
  if (last !== undefined && last !== entity) list[place] = last;
}

function listIn<Key>(lists: Map<Key, Entity[]>, key: Key): Entity[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
