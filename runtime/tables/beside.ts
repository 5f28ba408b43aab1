import { indexOf, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { Memory } from "../memory/memory.js";
import type { ComponentType } from "./component-type.js";
import { fillNext } from "./row-fill.js";
import { SparseSet } from "./sparse-set.js";
import { Toggle } from "./toggle.js";

/** What entities have beside their tables: sparse components and toggles. Each is made when it is asked for first. */
export class Beside {
  private readonly memory: Memory;
  /** By component, where one was asked for; and those alone, since an entity that ends is taken out of each. */
  private readonly setOf: (SparseSet | undefined)[];
  private readonly toggleOf: (Toggle | undefined)[];
  private readonly sets: SparseSet[] = [];
  private readonly toggles: Toggle[] = [];

  /** `universe` is how many components the layout has. */
  constructor(memory: Memory, universe: number) {
    this.memory = memory;
    this.setOf = Array.from({ length: universe }, () => undefined);
    this.toggleOf = Array.from({ length: universe }, () => undefined);
  }

  /** Bytes of toggles and of the pages of sparse sets. */
  get bytes(): number {
    return [...this.sets, ...this.toggles].reduce((bytes, part) => bytes + part.bytes, 0);
  }

  /** The set of a sparse component. Throws `InvalidArgument` for another kind. */
  sparse(type: ComponentType): SparseSet {
    if (type.storage !== "sparse") throw wrongStorage(type, "sparse");
    return this.setOf[type.index] ?? this.newSet(type);
  }

  /** The bits of a toggle. Throws `InvalidArgument` for another kind of component. */
  toggle(type: ComponentType): Toggle {
    if (type.storage !== "toggle") throw wrongStorage(type, "toggle");
    return this.toggleOf[type.index] ?? this.newToggle(type);
  }

  /** Whether an entity has a component. */
  has(entity: Entity, type: ComponentType): boolean {
    const part = type.storage === "sparse" ? this.setOf[type.index] : this.toggleOf[type.index];
    return part !== undefined && part.has(indexOf(entity));
  }

  /** Gives an entity a component that it does not have; what fails changes nothing. Throws as `SparseSet.add` does, or what `init` throws. */
  put(entity: Entity, type: ComponentType, init: unknown): void {
    if (type.storage === "toggle") {
      this.toggle(type).add(indexOf(entity));
      return;
    }
    const set = this.sparse(type);
    fillNext(set.table, type, init);
    set.add(entity);
  }

  /** Takes a component away; `false` when the entity did not have it. */
  remove(entity: Entity, type: ComponentType): boolean {
    if (type.storage === "toggle") return this.toggleOf[type.index]?.remove(indexOf(entity)) ?? false;
    return this.setOf[type.index]?.remove(entity) ?? false;
  }

  /** Takes all away that an entity has. */
  forget(entity: Entity): void {
    if (this.sets.length > 0) for (const set of this.sets) set.remove(entity);
    if (this.toggles.length > 0) for (const toggle of this.toggles) toggle.remove(indexOf(entity));
  }

  /** Takes all away from all entities, and gives the memory back. */
  clear(): void {
    for (const set of this.sets) set.clear();
    for (const toggle of this.toggles) toggle.clear();
  }

  private newSet(type: ComponentType): SparseSet {
    const set = new SparseSet(this.memory, type, this.setOf.length);
    this.setOf[type.index] = set;
    this.sets.push(set);
    return set;
  }

  private newToggle(type: ComponentType): Toggle {
    const toggle = new Toggle(this.memory);
    this.toggleOf[type.index] = toggle;
    this.toggles.push(toggle);
    return toggle;
  }
}

function wrongStorage(type: ComponentType, storage: string): EcsError {
  const message = `component \`${type.name}\` is stored as \`${type.storage}\`, not as \`${storage}\``;
  return new EcsError("InvalidArgument", message, `ask for a component that its schema declares as \`${storage}\``);
}
