// What changed since a query ran last: for every kind of component, and every way of writing it.
import type { ChangeFilter, ComponentType } from "ecsgen/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../kit/code-of.js";
import {
  Body,
  createWorld,
  Follows,
  Heat,
  Log,
  NO_ENTITY,
  Note,
  Paused,
  Pinned,
  Plain,
  Position,
  Velocity,
  type Entity,
  type World,
} from "./kit/generated/index.js";

let world: World;

beforeEach(() => {
  world = createWorld();
});

/** A query, to be run with what it gives back. */
function asking(filter: ChangeFilter): () => Entity[] {
  const query = world.tracking.query(filter);
  return () => query.run(() => query.entities());
}

describe("changed", () => {
  it("finds everything in its first run, and nothing in the next", () => {
    const some = world.spawnMany(3, { position: {} });
    const changed = asking({ changed: [Position] });
    expect([changed(), changed()]).toEqual([some, []]);
  });

  const writes: Record<string, (entity: Entity) => void> = {
    "world.set": (entity) => world.set(entity, Position, { x: 1 }),
    "the same value again": (entity) => world.set(entity, Position, { x: 0 }),
    "world.batches.replace": (entity) => world.batches.replace(entity, Position, {}),
    "a command": (entity) => world.select([Note]).each(() => world.commands.set(entity, Position, { x: 3 })),
    "a cursor": (entity) =>
      world.select([Position]).each((position, each) => {
        if (each === entity) position.x += 1;
      }),
    "world.touch": (entity) => world.touch(entity, Position),
    "adding it again": (entity) => {
      world.remove(entity, Position);
      world.add(entity, Position);
    },
  };

  it.each(Object.keys(writes))("sees %s", (name) => {
    const [, second = NO_ENTITY] = world.spawnMany(3, { position: {} });
    world.spawn({ note: {} });
    const changed = asking({ changed: [Position] });
    changed();
    writes[name]?.(second);
    expect([changed(), changed()]).toEqual([[second], []]);
  });

  it("does not see reading, a set of nothing, or a move to another table", () => {
    const ship = world.spawn({ position: { x: 1 } });
    const changed = asking({ changed: [Position] });
    changed();
    world.get(ship, Position);
    world.set(ship, Position, {});
    world.add(ship, Velocity);
    world.add(ship, Heat);
    world.remove(ship, Velocity);
    expect(changed()).toEqual([]);
  });

  it("sees every part of a value: structs, vectors, what may be absent, what is no column", () => {
    const entity = world.spawn({ body: { drag: {} }, note: {}, heat: {} });
    const changed = asking({ changed: [Body, Note, Heat] });
    const sees = (write: () => void): boolean => {
      changed();
      world.select([Body]).each(write);
      return changed().length === 1;
    };
    const bodies = world.select([Body, Note, Heat]);
    const writes: (() => void)[] = [
      () => bodies.each((body) => void (body.spin.axis.x = 1)),
      () => bodies.each((body) => void (body.spin.rate = 1)),
      () => bodies.each((body) => void (body.spin = { axis: { x: 0, y: 0 }, rate: 1 })),
      () => bodies.each((body) => void (body.weights[2] = 1)),
      () => bodies.each((body) => void (body.drag = undefined)),
      () => bodies.each((_, note) => void (note.text = "new")),
      () => bodies.each((_, note) => void (note.words = [])),
      () => bodies.each((_, __, heat) => void (heat.degrees = 1)),
    ];
    expect(writes.map(sees)).toEqual(writes.map(() => true));
    expect(sees(() => bodies.each((_, note) => void note.words.push("in place")))).toBe(false);
    expect(sees(() => world.touch(entity, Note))).toBe(true);
  });

  it("asks for one of several components, among entities with others", () => {
    const both = world.spawn({ position: {}, heat: {} });
    const one = world.spawn({ heat: {}, pinned: true });
    const changed = asking({ changed: [Position, Heat], none: [Paused] });
    expect(changed()).toEqual([both, one]);
    world.set(one, Heat, { degrees: 1 });
    expect(changed()).toEqual([one]);
    world.set(both, Position, { x: 1 });
    world.add(both, Paused);
    expect(changed()).toEqual([]);
  });

  it("follows rows that move", () => {
    const ships = world.spawnMany(4, { position: {} });
    const [first = NO_ENTITY, second = NO_ENTITY, third = NO_ENTITY, fourth = NO_ENTITY] = ships;
    const changed = asking({ changed: [Position] });
    changed();
    world.set(fourth, Position, { x: 1 });
    world.set(second, Position, { x: 1 });
    world.despawn(first); // the fourth takes its row
    world.add(second, Velocity); // the third takes its row
    world.spawnMany(100, { velocity: {} });
    expect(changed()).toEqual([fourth, second]);
    expect(world.isAlive(third)).toBe(true);
  });
});

describe("added", () => {
  const everyStorage: ComponentType[] = [Position, Note, Heat, Pinned, Paused];

  it.each(everyStorage)("sees $name: by spawn, by add, by command, and once", (type) => {
    const before = world.spawn({ [type.key]: true });
    const plain = world.spawn({ plain: {} });
    const added = asking({ added: [type] });
    expect([added(), added()]).toEqual([[before], []]);
    world.add(plain, type);
    const [many = NO_ENTITY] = world.spawnMany(1, { plain: {}, [type.key]: true });
    let queued = NO_ENTITY;
    world.select([Plain]).each((_, entity) => {
      if (entity === plain) queued = world.spawn({ [type.key]: true });
    });
    expect(new Set(added())).toEqual(new Set([plain, many, queued]));
    expect(added()).toEqual([]);
  });

  it("does not see what was only written, or is gone again", () => {
    const ship = world.spawn({ heat: {}, paused: true });
    const added = asking({ added: [Heat, Paused] });
    added();
    world.set(ship, Heat, { degrees: 1 });
    world.batches.replace(ship, Heat, {});
    expect(added()).toEqual([]);
    world.remove(ship, Paused);
    world.add(ship, Paused);
    world.remove(ship, Paused);
    expect(added()).toEqual([]);
    world.remove(ship, Heat);
    world.add(ship, Heat);
    expect(added()).toEqual([ship]);
  });
});

describe("removed", () => {
  const everyStorage: ComponentType[] = [Position, Plain, Heat, Pinned, Paused];

  it.each(everyStorage)("sees the loss of $name, once", (type) => {
    const ship = world.spawn({ [type.key]: true });
    const removed = asking({ removed: [type] });
    expect(removed()).toEqual([]);
    world.remove(ship, type);
    expect([removed(), removed()]).toEqual([[ship], []]);
  });

  it("does not see what is back, what ended, or what was lost before anybody asked", () => {
    const [early = NO_ENTITY, back = NO_ENTITY, dead = NO_ENTITY] = world.spawnMany(3, { plain: {} });
    asking({ removed: [Plain] });
    world.remove(early, Plain);
    const removed = asking({ removed: [Plain] });
    world.remove(back, Plain);
    world.add(back, Plain);
    world.remove(dead, Plain);
    world.despawn(dead);
    expect(removed()).toEqual([]);
  });

  it("keeps no more than its queries have to see, and nothing when they are closed", () => {
    const ships = world.spawnMany(50, { plain: {}, pinned: true });
    const first = world.tracking.query({ removed: [Plain] });
    const second = world.tracking.query({ removed: [Plain], added: [Pinned] });
    for (const ship of ships) world.remove(ship, Plain);
    first.run(() => undefined);
    expect(world.tracking.logs.size).toBe(50);
    second.run(() => undefined);
    expect(world.tracking.logs.size).toBe(0);
    for (const ship of ships) world.add(ship, Plain);
    for (const ship of ships) world.remove(ship, Plain);
    first.close();
    second.close();
    expect(world.tracking.logs.size).toBe(0);
  });

  it("forgets entities that end, all at once as well", () => {
    const [ship = NO_ENTITY] = world.spawnMany(3, { plain: {} });
    world.tracking.query({ removed: [Plain] });
    for (const entity of world.query({}).entities()) world.remove(entity, Plain);
    world.despawn(ship);
    expect(world.tracking.logs.size).toBe(2);
    world.clear();
    expect(world.tracking.logs.size).toBe(0);
  });
});

describe("parts together", () => {
  it("must all be met", () => {
    const [one = NO_ENTITY, other = NO_ENTITY] = world.spawnMany(2, { position: {}, pinned: true });
    const found = asking({ changed: [Position], removed: [Pinned], none: [Follows] });
    expect(found()).toEqual([]);
    world.remove(one, Pinned);
    expect(found()).toEqual([]);
    world.remove(other, Pinned);
    world.set(other, Position, { x: 1 });
    expect(found()).toEqual([other]);
  });

  it("ask for nothing when they are empty", () => {
    const ship = world.spawn({});
    expect(asking({ changed: [], added: [], removed: [] })()).toEqual([ship]);
  });
});

describe("a run", () => {
  it("is told apart from looking", () => {
    const ship = world.spawn({ position: {} });
    const query = world.tracking.query({ changed: [Position] });
    expect([query.count(), query.first(), query.isEmpty(), query.has(ship)]).toEqual([1, ship, false, true]);
    expect(query.run(() => query.entities())).toEqual([ship]);
    expect([query.count(), query.first(), query.isEmpty(), query.has(ship)]).toEqual([0, undefined, true, false]);
  });

  it("does not see its own writes in the next one, but those of others meanwhile", () => {
    const [one = NO_ENTITY, other = NO_ENTITY] = world.spawnMany(2, { position: {} });
    const query = world.tracking.query({ changed: [Position] });
    const others = asking({ changed: [Position] });
    others();
    query.run(() => world.set(one, Position, { x: 1 }));
    expect([query.count(), others()]).toEqual([0, [one]]);
    query.run(() => {
      others();
      world.set(other, Position, { x: 1 });
    });
    expect(query.entities()).toEqual([other]);
  });

  it("has seen what a run inside of it has seen, and written", () => {
    const [one = NO_ENTITY, other = NO_ENTITY] = world.spawnMany(2, { position: {} });
    const query = world.tracking.query({ changed: [Position] });
    query.run(() => undefined);
    world.set(one, Position, { x: 1 });
    query.run(() => {
      expect(query.run(() => query.entities())).toEqual([one]);
      query.run(() => world.set(other, Position, { x: 1 }));
    });
    expect(query.entities()).toEqual([]);
  });

  it("that throws was none", () => {
    const ship = world.spawn({ position: {} });
    const query = world.tracking.query({ changed: [Position] });
    const fail = (): void => {
      throw new Error("failed");
    };
    expect(() => query.run(fail)).toThrow("failed");
    expect(query.entities()).toEqual([ship]);
  });
});

describe("the schedule", () => {
  const lines = (): string[] => world.resource(Log).lines.splice(0);

  it("runs functions for what changed only", () => {
    const ship = world.spawn({ position: { x: 5 }, velocity: {}, pinned: true });
    const stove = world.spawn({ heat: {} });
    world.step(1);
    expect(lines()).toEqual([`started ${ship}`, `warmed ${stove}`, `moved ${ship} to 5`]);
    world.step(1);
    expect(lines()).toEqual([]);
    world.set(stove, Heat, { degrees: 0 });
    world.remove(ship, Pinned);
    world.step(1);
    expect(lines()).toEqual([`freed ${ship}`, `warmed ${stove}`, `moved ${ship} to 5`]);
    world.step(1);
    expect(lines()).toEqual([]);
    expect(world.get(stove, Heat)?.degrees).toBe(1);
  });

  it("filters by other terms beside", () => {
    const ship = world.spawn({ position: {}, pinned: true, paused: true });
    world.step(1);
    lines();
    world.remove(ship, Pinned);
    world.step(1);
    expect(lines()).toEqual([]);
  });
});

describe("misuse", () => {
  it("names what keeps no record of its changes", () => {
    expect(codeOf(() => world.tracking.query({ changed: [Plain] }))).toBe("UntrackedComponent");
    expect(codeOf(() => world.tracking.query({ added: [Plain] }))).toBe("UntrackedComponent");
    expect(codeOf(() => world.tracking.query({ changed: [Pinned] }))).toBe("InvalidArgument");
    expect(codeOf(() => world.tracking.query({ removed: [{ ...Plain }] }))).toBe("UnknownComponent");
    expect(codeOf(() => world.tracking.query({ removed: [Plain], changed: [Plain] }))).toBe("UntrackedComponent");
    world.spawn({ plain: {} });
    world.clear();
    expect(world.tracking.logs.size).toBe(0);
  });

  it("of `touch` is told", () => {
    const ship = world.spawn({ plain: {} });
    expect(codeOf(() => world.touch(ship, Plain))).toBe("UntrackedComponent");
    expect(codeOf(() => world.touch(ship, Position))).toBe("ComponentMissing");
    expect(codeOf(() => world.touch(ship, { ...Position }))).toBe("UnknownComponent");
    world.despawn(ship);
    expect(codeOf(() => world.touch(ship, Position))).toBe("StaleEntity");
    world.lock();
    expect(codeOf(() => world.touch(ship, Position))).toBe("WorldLocked");
  });
});
