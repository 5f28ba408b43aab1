// A world made of maps and arrays, slow and obviously right: what `World` promises, written down as plainly as possible.
import type { ComponentType, Entity, EventType, Filter, ResourceType } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";
import { failWith } from "./failures.js";
import { ReferenceCommands } from "./reference-commands.js";
import { ReferenceSteps } from "./reference-steps.js";
import { ReferenceStore } from "./reference-store.js";
import { copied } from "./rows.js";
import type { QueryLike, WorldLike } from "./world-like.js";

export class ReferenceWorld implements WorldLike {
  readonly commands: ReferenceCommands;
  readonly #store: ReferenceStore;
  readonly #steps = new ReferenceSteps();
  #depth = 0;

  constructor(maxEntities: number) {
    this.#store = new ReferenceStore(maxEntities);
    this.commands = new ReferenceCommands(this.#store);
  }

  get entityCount(): number {
    return this.#store.alive.size;
  }

  spawn(components: object = {}): Entity {
    return this.#depth > 0 ? this.commands.spawn(components) : this.#store.spawn(1, components)[0];
  }

  spawnMany(count: number, components: object | ((index: number) => object) = {}): Entity[] {
    if (!Number.isInteger(count) || count < 0) failWith("InvalidArgument");
    if (this.#depth === 0 && typeof components === "object") return this.#store.spawn(count, components);
    this.#store.requireRoom(count);
    const spawned: Entity[] = [];
    try {
      for (let i = 0; i < count; i++) {
        spawned.push(this.spawn(typeof components === "function" ? components(i) : components));
      }
    } catch (error) {
      for (const entity of spawned) this.#store.end(entity);
      throw error;
    }
    return spawned;
  }

  despawn(entity: Entity): boolean {
    if (!this.isAlive(entity)) return false;
    if (this.#depth > 0) this.commands.despawn(entity);
    else this.#store.end(entity);
    return true;
  }

  isAlive(entity: Entity): boolean {
    return this.#store.alive.has(entity);
  }

  has(entity: Entity, type: ComponentType): boolean {
    return this.#store.require(entity)?.has(type) ?? false;
  }

  get(entity: Entity, type: ComponentType): unknown {
    return copied(this.#store.require(entity)?.get(type));
  }

  set(entity: Entity, type: ComponentType, init: unknown): void {
    const rows = this.#store.require(entity);
    if (rows === undefined) this.commands.set(entity, type, init);
    else if (rows.has(type)) this.#store.set(entity, type, init);
    else failWith("ComponentMissing");
  }

  add(entity: Entity, type: ComponentType, init?: unknown): void {
    const rows = this.#store.require(entity);
    if (rows?.has(type) === true) failWith("ComponentAlreadyPresent");
    if (this.#depth > 0 || rows === undefined) this.commands.add(entity, type, init);
    else this.#store.add(entity, rows, type, init);
  }

  remove(entity: Entity, type: ComponentType): boolean {
    const rows = this.#store.require(entity);
    const present = rows?.has(type) ?? false;
    if (this.#depth > 0 || rows === undefined) this.commands.remove(entity, type);
    else this.#store.remove(entity, rows, type);
    return present;
  }

  query(filter: Filter<ComponentType>): QueryLike {
    const candidates = this.#store.tables;
    const entities = (): Entity[] => candidates.inOrder(filter).filter((entity) => this.#matches(entity, filter));
    return {
      entities,
      count: () => entities().length,
      isEmpty: () => entities().length === 0,
      first: () => entities()[0],
      has: (entity) => this.#matches(entity, filter),
    };
  }

  select(
    types: readonly ComponentType[],
    filter: Filter<ComponentType> = {},
  ): { each(visit: (...row: unknown[]) => void): void } {
    const query = this.query({ ...filter, all: [...types, ...(filter.all ?? [])] });
    const each = (visit: (...row: unknown[]) => void): void =>
      this.loop(() => {
        for (const entity of query.entities()) visit(...types.map((type) => this.live(entity, type)), entity);
      });
    return { each };
  }

  resource(type: ResourceType): unknown {
    return type === kit.Score ? this.#steps.score : this.#steps.time;
  }

  emit(_type: EventType, init?: object): void {
    this.#steps.emit(init);
  }

  flush(): void {
    this.#requireIdle();
    this.#sync();
  }

  step(delta: number): void {
    this.#requireIdle();
    if (!(delta >= 0 && Number.isFinite(delta))) failWith("InvalidArgument");
    this.#sync();
    this.#steps.step(this, delta);
  }

  clear(): void {
    this.#requireIdle();
    this.commands.drop();
    this.#store.clear();
  }

  /** Runs a loop; structural changes inside wait until the outermost is over. */
  loop(run: () => void): void {
    this.#depth++;
    try {
      run();
    } finally {
      this.#depth--;
    }
    this.#sync();
  }

  /** The live row of a component; the one place where it gets its type: rows are what `filled` makes for this token. */
  live<Value, Init>(entity: Entity, type: ComponentType<Value, Init>): Value | undefined {
    return this.#store.alive.get(entity)?.get(type) as Value | undefined;
  }

  #matches(entity: Entity, { all = [], any = [], none = [] }: Filter<ComponentType>): boolean {
    const rows = this.#store.alive.get(entity);
    if (rows === undefined) return false;
    const has = (type: ComponentType): boolean => rows.has(type);
    return all.every(has) && !none.some(has) && (any.length === 0 || any.some(has));
  }

  #sync(): void {
    if (this.#depth === 0) this.commands.apply();
  }

  #requireIdle(): void {
    if (this.#depth > 0) failWith("WhileIterating");
  }
}
