// What a misuse says, for every code there is, word by word.
import { BeforeSpawn, indexOf, Schedule, type EcsErrorCode } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { World } from "../../../runtime/world/world.js";
import * as kit from "../kit/generated/index.js";
import * as fleet from "../../cases/emit/bundles/generated/index.js";
import * as related from "../relations/kit/generated/index.js";
import { cursorMisuses } from "./cursor-misuses.js";
import { entityMisuses } from "./entity-misuses.js";
import { reflectionMisuses } from "./reflection-misuses.js";
import { scheduleMisuses } from "./schedule-misuses.js";
import { stateMisuses, type Misuse } from "./state-misuses.js";

/** A token of another app: alike, and yet not the one. */
const foreign = { ...kit.Position, name: "other.Position" };

const nothing = (): void => undefined;

const misuses: { readonly [Code in EcsErrorCode]: readonly Misuse[] } = {
  StaleEntity: entityMisuses.StaleEntity,
  StaleModel: [
    {
      of: (world) => {
        const screens = world.pool(kit.Screen);
        const screen = screens.create();
        screens.release(screen);
        screens.get(screen);
      },
      says: "model 0 (generation 1) of pool `app.Screen` is not in use",
      help: "it was released, or belongs to another pool; ask `isAlive` before using an id that was kept",
    },
  ],
  ComponentAlreadyPresent: [
    {
      of: (world) => world.add(world.spawn({ burning: {} }), kit.Burning),
      says: "entity 0 (generation 1) has component `app.Burning` already",
      help: "change its values with `world.set`, or take `world.commands.add`, which does either",
    },
  ],
  ComponentMissing: [
    {
      of: (world) => world.set(world.spawn(), kit.Wet, { depth: 1 }),
      says: "entity 0 (generation 1) does not have component `app.Wet`, so it cannot be set",
      help: "add it with `world.add`, or ask `world.has` before",
    },
    {
      of: (world) => world.cursor(kit.Wet).at(world.spawn()),
      says: "entity 0 (generation 1) does not have component `app.Wet`, so no cursor can be at it",
      help: "use `find`, which gives `undefined` then, or ask `world.has` before",
    },
  ],
  UnknownComponent: [
    {
      of: (world) => world.query({ none: [foreign] }),
      says: "component `other.Position` is not part of this world",
      help: "use the tokens that were generated together with the world",
    },
    {
      of: () => new World(layoutOf({ components: [kit.Body] })).spawn({ positon: {} }),
      says: "`positon` is not a component of this world",
      help: "use one of `body`",
    },
  ],
  UnknownResource: [
    {
      of: (world) => world.tokens.resource("app.Scores"),
      says: "`app.Scores` is no resource of this world",
      help: "give a qualified name or an id, such as `app.Score`",
    },
    {
      of: (world) => world.resource({ ...kit.Score }),
      says: "resource `app.Score` is not part of this world",
      help: "use the tokens that were generated together with the world",
    },
  ],
  UnknownEvent: [
    {
      of: (world) => world.reader({ ...kit.Hit }),
      says: "event `app.Hit` is not part of this world",
      help: "use the tokens that were generated together with the world",
    },
  ],
  UnknownModel: [
    {
      of: (world) => world.pool({ ...kit.Screen }),
      says: "model `app.Screen` is not part of this world",
      help: "use the tokens that were generated together with the world",
    },
  ],
  UnknownRelation: [
    {
      of: (world) => world.relations.count(related.ChildOf),
      says: "relation `app.ChildOf` is not part of this world",
      help: "use the tokens that were generated together with the world",
    },
  ],
  UnknownBundle: [
    {
      of: (world) => world.bundles.spawn({ ...fleet.Mirage }),
      says: "`app.mirage` is no bundle or prefab of this world",
      help: "use the tokens that were generated together with the world",
    },
    {
      of: (world) => world.bundles.spawn(undefined as never),
      says: "`undefined` is no bundle or prefab of this world",
      help: "use the tokens that were generated together with the world",
    },
    {
      of: () => fleet.createWorld().tokens.bundle("app.frigate"),
      says: "`app.frigate` is no bundle or prefab of this world",
      help: "give a qualified name or an id, such as `app.ace`",
    },
  ],
  RelationMissing: [
    {
      of: () => {
        const world = related.createWorld();
        world.relations.set(world.spawn(), related.Likes, world.spawn(), { amount: 2 });
      },
      says: "no `app.Likes` leads from entity 0 (generation 1) to entity 1 (generation 1), so it cannot be set",
      help: "add it with `world.relations.add`, or ask `has` before",
    },
  ],
  RelationRefused: [
    {
      of: () => {
        const world = related.createWorld();
        const target = world.spawn();
        world.relations.add(world.spawn(), related.Holds, target);
        world.despawn(target);
      },
      says: "entity 0 (generation 1) cannot be despawned: `app.Holds` leads to it from entity 1 (generation 1)",
      help: "despawn the sources first, or take their edges away with `world.relations.remove(source, Holds, target)`",
    },
  ],
  RelationCycle: [
    {
      of: () => {
        const world = related.createWorld();
        const entity = world.spawn();
        world.relations.add(entity, related.ChildOf, entity);
      },
      says: "relation `app.ChildOf` would lead back to where it starts: entity 0 (generation 1) → entity 0 (generation 1)",
      help: "remove one of these edges first, or relate it to another entity",
    },
    {
      of: () => {
        const world = related.createWorld();
        const entity = world.spawn();
        world.relations.add(entity, related.AimsAt, entity);
        world.relations.hierarchy(related.AimsAt);
      },
      says: "relation `app.AimsAt` leads back to where it starts: entity 0 (generation 1) → entity 0 (generation 1)",
      help: "declare the relation with `acyclic: true`, so that the edge that closes the circle is refused",
    },
  ],
  InvalidLayout: [
    {
      of: () => new World({ ...layoutOf({}), relations: [related.ChildOf] }),
      says: "relation `app.ChildOf` does not stand at its index, 2, in the layout",
      help: "list the relations in dense order, each once",
    },
    {
      of: () => new World(layoutOf({ components: [kit.Burning] })),
      says: "component `app.Burning` says its index is 1, and stands at 0 in the layout",
      help: "list the components in dense order, each once",
    },
    {
      of: () => new World(layoutOf({ components: [kit.Body, { ...kit.Burning, key: "body" }] })),
      says: "two components of the layout have the key `body`",
      help: "rename one of them",
    },
    {
      of: () => new World(layoutOf({ events: [kit.Hit] })),
      says: "event `app.Hit` does not stand at its index, 1, in the layout",
      help: "list the events in dense order, each once",
    },
    {
      of: () => new World(layoutOf({ resources: [kit.Time] })),
      says: "resource `app.Time` does not stand at its index, 1, in the layout",
      help: "list the resources in dense order, each once",
    },
    {
      of: () => new World(layoutOf({ resources: [{ ...kit.Score, clock: true }] })),
      says: "resource `app.Score` is marked as a clock, but has no `delta`, `elapsed` and `tick`",
      help: "declare it with `clock()`",
    },
    {
      of: () => new World(layoutOf({ models: [{ ...kit.Screen, index: 3 }] })),
      says: "model `app.Screen` does not stand at its index, 3, in the layout",
      help: "list the models in dense order, each once",
    },
    {
      of: () => new World(layoutOf({ fixedStep: 0 })),
      says: "`fixedStep` is 0 and `maxFixedSteps` is 1",
      help: "give a length of time above 0, and a whole number above 0",
    },
  ],
  InvalidArgument: [
    {
      of: (world) => world.cursor(kit.Pinned),
      says: "component `app.Pinned` has no data that a cursor could read",
      help: "ask `world.has`",
    },
    {
      of: (world) => Reflect.apply(world.cursor, world, [kit.Position, {}]),
      says: "options of a cursor say nothing",
      help: "say `{ readonly: true }`, or leave them out",
    },
    {
      of: (world) => world.tracking.query({ changed: [kit.Pinned] }),
      says: "component `app.Pinned` has no data that could change",
      help: "ask for it in `added` or `removed`",
    },
    {
      of: (world) => world.queries.find({ removed: [kit.Position] }),
      says: "a query without a name remembers no last run, so it cannot ask for changes",
      help: "create it under a name",
    },
    {
      of: () => kit.createWorld({ maxEntities: 5_000_000 }),
      says: "`maxEntities` is 5000000, which is not a whole number from 0 to 4194303",
      help: "give a whole number in that range",
    },
    {
      of: () => kit.createWorld({ memory: { initialBytes: 0.5 } }),
      says: "`memory.initialBytes` is 0.5, which is not a whole number of bytes from 0 to 2147418112",
      help: "give a whole number of bytes in that range",
    },
    {
      of: (world) => world.spawnMany(-1),
      says: "`spawnMany` was asked for -1 entities",
      help: "give a whole number, 0 or more",
    },
    {
      of: (world) => world.step(-0.5),
      says: "a step of -0.5 is no length of time",
      help: "give the time since the last step, 0 or more",
    },
    {
      of: (world) => world.sparse(kit.Position),
      says: "component `app.Position` is stored as `table`, not as `sparse`",
      help: "ask for a component that its schema declares as `sparse`",
    },
    {
      of: (world) => world.toggle(kit.Burning),
      says: "component `app.Burning` is stored as `sparse`, not as `toggle`",
      help: "ask for a component that its schema declares as `toggle`",
    },
  ],
  ArenaFull: [
    {
      of: () => kit.createWorld({ memory: { maxBytes: 512 } }).spawn({ numbers: {} }),
      says: "the arena needs 768 bytes, and `memory.maxBytes` allows 512",
      help: "raise `memory.maxBytes` in the options of the world, or despawn what is not needed",
    },
  ],
  EntityLimit: [
    {
      of: () => kit.createWorld({ maxEntities: 3 }).spawnMany(4),
      says: "0 entities are alive, 4 more would exceed `maxEntities`, which is 3",
      help: "raise `maxEntities` in the options of the world, or despawn some",
    },
  ],
  WhileIterating: [
    {
      of: (world) => {
        world.spawn();
        world.select([]).each(() => world.clear());
      },
      says: "`clear` was called while a loop or a change is under way",
      help: "call `clear` between loops, or emit an event and react to it",
    },
    {
      of: (world) => {
        Object.assign(world, { schedule: Object.assign(new Schedule(), { run: () => world.step(1) }) });
        world.step(1);
      },
      says: "`step` was called while a step is under way",
      help: "call `step` between loops, or emit an event and react to it",
    },
  ],
  EntityTaken: [
    {
      of: (world) => world.batches.spawnAt(indexOf(world.spawn())),
      says: "entity 0 (generation 1) is alive, so no other entity can have index 0",
      help: "load into a world without it, or let `world.spawn` choose the index",
    },
  ],
  ResourceMissing: [
    {
      of: (world) => {
        world.resources.remove(kit.Score);
        world.resource(kit.Score);
      },
      says: "resource `app.Score` was removed from this world",
      help: "insert it again, or ask whether it is there",
    },
  ],
  UnknownSystem: [
    {
      of: (world) => world.systems.run("a", 0),
      says: "there is no system `a`; it was never registered, or is gone",
      help: "register it first",
    },
    {
      of: (world) => {
        world.systems.register("b", nothing);
        world.systems.register("c", nothing, { after: ["a"] });
      },
      says: "there is no system `a`; system `c` is ordered against it",
      help: "register it first, or name one of `b`, `c`",
    },
  ],
  SystemExists: [
    {
      of: (world) => {
        world.systems.register("a", nothing);
        world.systems.register("a", nothing);
      },
      says: "there is a system `a` already",
      help: "give it another name, or unregister the first one",
    },
  ],
  SystemCycle: [
    {
      of: (world) => {
        world.systems.register("a", nothing);
        world.systems.register("b", nothing, { after: ["a"], before: ["a"] });
      },
      says: "systems wait for each other: `a` before `b` before `a`",
      help: "take one of these orders away; phases always run in their own order",
    },
  ],
  SystemRequired: [
    {
      of: (world) => {
        world.systems.register("a", nothing);
        world.systems.register("b", nothing, { after: ["a"] });
        world.systems.unregister("a");
      },
      says: "system `a` is needed by `b`",
      help: "unregister these first, change their order, or force it",
    },
  ],
  SystemFailed: [
    {
      of: (world) => {
        world.systems.register("a", () => {
          throw new Error("broken");
        });
        world.step(1);
      },
      says: "system `a` failed: broken",
      help: "mend the system, or choose another policy with the option `systemErrors` of the world",
    },
  ],
  UntrackedComponent: [
    {
      of: (world) => world.tracking.query({ changed: [kit.Position] }),
      says: "component `app.Position` is not tracked, so nobody knows when it changed",
      help: "declare it with `{ tracked: true }`, or name it in `changed` or `added` of a schedule, and generate again",
    },
  ],
  UnknownQuery: [
    {
      of: (world) => world.queries.run("a"),
      says: "there is no query `a`",
      help: "create it first, or ask `world.queries.all()` which there are",
    },
  ],
  QueryExists: [
    {
      of: (world) => {
        world.queries.create("a");
        world.queries.create("a");
      },
      says: "there is a query `a` already",
      help: "give it another name, or update or delete the first one",
    },
  ],
  WorldLocked: [
    {
      of: (world) => {
        world.lock();
        world.spawn();
      },
      says: "`spawn` would change the world, which is locked",
      help: "unlock it first, or wait for whoever locked it",
    },
  ],
  WorldExists: [
    {
      of: (world) => world.another({ name: world.name }),
      says: "there is a world `world` already",
      help: "give it another name, or shut the first one down",
    },
  ],
  WorldShutDown: [
    {
      of: (world) => {
        world.shutdown();
        world.spawn();
      },
      says: "`spawn` was called on a world that was shut down",
      help: "let go of it, and make a new one",
    },
  ],
  Cancelled: [
    {
      of: (world) => {
        world.events.subscribePre(BeforeSpawn, () => "cancel");
        world.spawn();
      },
      says: "spawning an entity was cancelled by a handler of the event before it",
      help: "ask that handler for its reason, or be ready for the refusal",
    },
  ],
  DuplicateListener: [
    {
      of: (world) => {
        world.events.subscribeListener(kit.Hit, "sound", () => undefined);
        world.events.subscribeListener(kit.Hit, "sound", () => undefined);
      },
      says: "listener `sound` listens to event `app.Hit` already",
      help: "unsubscribe it before, or choose another name",
    },
  ],
  EventDepthLimit: [
    {
      of: () => {
        const thrown: unknown[] = [];
        const world = kit.createWorld({ maxEventDepth: 2, onHandlerError: ({ errors }) => thrown.push(...errors) });
        world.on(kit.Hit, () => world.emit(kit.Cheer));
        world.on(kit.Cheer, () => world.emit(kit.Hit));
        world.emit(kit.Hit);
        world.flush();
        throw thrown[0];
      },
      says: "handlers cause each other 2 times over: `app.Hit` → `app.Cheer`",
      help: "let one of them stop, do it from a system in the next step, or raise `maxEventDepth` of the world",
    },
  ],
  EventQueueFull: [
    {
      of: () => {
        const world = kit.createWorld({ maxPendingEvents: 1 });
        world.emit(kit.Hit);
        world.emit(kit.Hit);
      },
      says: "1 events wait, 1 more would exceed `maxPendingEvents`, which is 1",
      help: "dispatch them with `step`, `flush` or `events.process`, or raise `maxPendingEvents` of the world",
    },
  ],
  ...cursorMisuses,
  ...reflectionMisuses,
  ...scheduleMisuses,
  ...stateMisuses,
  HandlerFailed: [
    {
      of: (world) => {
        world.on(kit.Hit, () => {
          throw new Error("no sound card");
        });
        world.emit(kit.Hit);
        world.flush();
      },
      says: "a post handler of `app.Hit`: no sound card",
      help: "everything else was done and all other handlers were called; `errors` holds what was thrown",
    },
  ],
};

function layoutOf(parts: object): ConstructorParameters<typeof World>[0] {
  return { components: [], resources: [], events: [], models: [], fixedStep: 1, maxFixedSteps: 1, ...parts };
}

describe.each(Object.entries(misuses))("%s", (code, cases) => {
  it.each(cases)("$says", async ({ of, says, help }) => {
    const message = `${says}\nhelp: ${help}`;
    const called = (async () => of(kit.createWorld()))();
    await expect(called).rejects.toThrow(expect.objectContaining({ name: "EcsError", code, message }));
  });
});
