import { Memory, type ComponentType, type Entity, type StorageWatcher } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { Callbacks } from "../../../runtime/commands/callbacks.js";
import { Structure } from "../../../runtime/commands/structure.js";
import { AfterSpawn, AfterSystemRun } from "../../../runtime/events/built-in-events.js";
import { EventBus } from "../../../runtime/events/event-bus.js";
import { Gate } from "../../../runtime/gate.js";
import { Observers } from "../../../runtime/observers/observers.js";
import { EdgeStores } from "../../../runtime/relations/edge-stores.js";
import { Storage } from "../../../runtime/tables/storage.js";
import type { Removal } from "../../../runtime/tables/storage-watcher.js";
import { allComponents } from "../kit/all-components.js";
import { codeOf } from "../kit/code-of.js";
import { Cheer, Hit, Position, type Components } from "../kit/generated/index.js";

function assemble() {
  const callbacks = new Callbacks();
  const gate = new Gate();
  const storage = new Storage(new Memory(), allComponents);
  const structure = new Structure<Components>(storage, new EdgeStores([], storage), callbacks, gate);
  const { changes } = structure;
  const events = new EventBus([Cheer, Hit], changes, callbacks, { elapsed: 0 }, gate);
  return { structure, changes, events, observers: new Observers(changes, callbacks, gate) };
}

/** Writes down what it is asked and told, and refuses where it is to. */
class Witness implements StorageWatcher {
  readonly #name: string;
  readonly #log: string[];
  readonly #refused: string;

  constructor(name: string, log: string[], refused = "") {
    this.#name = name;
    this.#log = log;
    this.#refused = refused;
  }

  spawn(_components: unknown, _count: number, change: () => readonly Entity[] | undefined) {
    return this.#around("spawn", change, undefined);
  }

  despawn(_entity: Entity, change: () => boolean): boolean {
    return this.#around("despawn", change, false);
  }

  clear(_entities: readonly Entity[], change: () => boolean): boolean {
    return this.#around("clear", change, false);
  }

  add(_entity: Entity, _component: unknown, change: () => boolean): boolean {
    return this.#around("add", change, false);
  }

  remove(_entity: Entity, components: readonly ComponentType[], change: Removal): readonly ComponentType[] {
    return this.#around("remove", () => change(components), []);
  }

  set(_entity: Entity, _component: unknown, change: () => boolean): boolean {
    return this.#around("set", change, false);
  }

  #around<Result>(verb: string, change: () => Result, refusal: Result): Result {
    this.#log.push(`${this.#name} before ${verb}`);
    if (verb === this.#refused) return refusal;
    const result = change();
    this.#log.push(`${this.#name} after ${verb}`);
    return result;
  }
}

describe("nobody watches", () => {
  it("unless there is a handler of a built-in event of changes", () => {
    const { changes, events } = assemble();
    events.subscribePost(Hit, () => {});
    events.subscribePost(AfterSystemRun, () => {});
    expect(changes.watched).toBe(false);
    const subscription = events.subscribePost(AfterSpawn, () => {});
    expect(changes.watched).toBe(true);
    events.unsubscribe(subscription);
    expect(changes.watched).toBe(false);
  });

  it("unless there is an observer", () => {
    const { changes, observers } = assemble();
    expect(changes.watched).toBe(false);
    const stops = [1, 2].map(() => observers.observe(Position, { added: () => {} }));
    expect(changes.watched).toBe(true);
    for (const stop of stops) {
      stop();
      stop();
    }
    expect(changes.watched).toBe(false);
    expect(observers.count).toBe(0);
  });
});

describe("watchers", () => {
  it("stand around each other by rank, whoever came first", () => {
    const { structure, changes } = assemble();
    const log: string[] = [];
    for (const rank of ["queries", "events", "observers"] as const) changes.watch(rank, new Witness(rank, log));
    structure.set(structure.spawn({ position: {} }), Position, { x: 1 });
    const order = ["events", "observers", "queries"];
    expect(log).toEqual(
      ["spawn", "set"].flatMap((verb) => [
        ...order.map((rank) => `${rank} before ${verb}`),
        ...order.map((rank) => `${rank} after ${verb}`).reverse(),
      ]),
    );
  });

  it("are told of every change, direct or by command", () => {
    const { structure, changes } = assemble();
    const log: string[] = [];
    changes.watch("queries", new Witness("it", log));
    const entity = structure.spawn({ position: {} });
    structure.remove(entity, Position);
    structure.add(entity, Position);
    structure.commands.add(entity, Position, { x: 2 });
    structure.commands.set(entity, Position, { x: 3 });
    structure.commands.remove(entity, Position);
    structure.commands.despawn(entity);
    structure.commands.spawn({});
    structure.sync();
    structure.spawnMany(2, { position: {} });
    structure.spawnMany(2, () => ({}));
    changes.clear();
    expect(log.filter((line) => line.includes("after")).map((line) => line.replace("it after ", ""))).toEqual([
      "spawn",
      "remove",
      "add",
      "set",
      "set",
      "remove",
      "despawn",
      "spawn",
      "spawn",
      "spawn",
      "spawn",
      "clear",
    ]);
  });

  it("can refuse, and those outside of them see that nothing was changed", () => {
    const { structure, changes } = assemble();
    const entity = structure.spawn({ position: {} });
    const log: string[] = [];
    changes.watch("events", new Witness("outer", log));
    changes.watch("queries", new Witness("inner", log, "despawn"));
    expect(structure.despawn(entity)).toBe(false);
    expect(changes.storage.entities.isAlive(entity)).toBe(true);
    changes.watch("queries", new Witness("inner", log, "add"));
    structure.remove(entity, Position);
    expect(codeOf(() => structure.add(entity, Position))).toBe("Cancelled");
    changes.watch("queries", undefined);
    structure.add(entity, Position);
    expect(changes.storage.has(entity, Position)).toBe(true);
  });

  it("are not asked about an entity whose spawn still waits", () => {
    const { structure, changes } = assemble();
    const entity = structure.commands.spawn({});
    const log: string[] = [];
    changes.watch("events", new Witness("it", log));
    expect(structure.despawn(entity)).toBe(true);
    structure.sync();
    expect(log).toEqual([]);
  });
});
