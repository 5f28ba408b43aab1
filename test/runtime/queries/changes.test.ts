// Queries for changes against a naive model, which notes by number of call when each component of each entity was added,
// written and lost. `ECSGEN_SEED` repeats a run.
import fc from "fast-check";
import type { ChangeFilter, ChangeQuery, ComponentType } from "ecsgen/runtime";
import { expect, it } from "vitest";
import {
  createWorld,
  Body,
  Heat,
  Note,
  Paused,
  Pinned,
  Position,
  Velocity,
  type Entity,
  type World,
} from "./kit/generated/index.js";

const seed = Number(process.env["ECSGEN_SEED"] ?? Date.now() % 1_000_000_000);

const withData = [Position, Velocity, Body, Note, Heat] as const;
const all: readonly ComponentType[] = [...withData, Pinned, Paused];

/** What is written into each, so that every write writes something. */
const inits: Readonly<Record<string, object | true>> = {
  position: { x: 1 },
  velocity: { y: 2 },
  body: { spin: { rate: 3 } },
  note: { text: "some" },
  heat: { degrees: 4 },
  pinned: true,
  paused: true,
};

const filters: readonly ChangeFilter[] = [
  { changed: [Position] },
  { changed: [Note, Heat], none: [Pinned] },
  { added: [Velocity], any: [Position, Paused] },
  { added: [Pinned] },
  { added: [Heat, Paused, Body] },
  { removed: [Position] },
  { removed: [Paused, Heat], changed: [Body] },
  { changed: [Position], added: [Note], removed: [Pinned] },
];

/** When things happened to a component of an entity, by number of call. */
interface History {
  has: boolean;
  added: number;
  changed: number;
  lost: number;
}

interface Asked {
  readonly filter: ChangeFilter;
  readonly query: ChangeQuery;
  readonly from: number;
  since: number;
}

/** A world, what the model knows of it, and the queries that are compared. */
class Trial {
  readonly world: World = createWorld();
  readonly histories = new Map<Entity, Map<ComponentType, History>>();
  readonly asked: Asked[] = [];
  /** What was found in each run, and what was to be found. */
  readonly runs: { readonly found: unknown; readonly expected: unknown }[] = [];
  calls = 1;

  ask(filter: ChangeFilter): void {
    this.calls++;
    this.asked.push({ filter, query: this.world.tracking.query(filter), from: this.calls, since: 0 });
  }

  pick(number: number): Entity | undefined {
    const living = [...this.histories.keys()];
    return living[number % Math.max(living.length, 1)];
  }

  history(entity: Entity, type: ComponentType): History {
    const ofEntity = this.histories.get(entity) ?? new Map<ComponentType, History>();
    const history = ofEntity.get(type) ?? { has: false, added: 0, changed: 0, lost: 0 };
    this.histories.set(entity, ofEntity.set(type, history));
    return history;
  }

  noteAdded(entity: Entity, type: ComponentType): void {
    Object.assign(this.history(entity, type), { has: true, added: this.calls, changed: this.calls });
  }

  noteSpawned(entity: Entity, types: readonly ComponentType[]): void {
    this.histories.set(entity, new Map());
    for (const type of types) this.noteAdded(entity, type);
  }

  /** What the model says that a query finds, in the order in which the world finds everything else of the filter. */
  expected({ filter, since, from }: Asked): Entity[] {
    const { changed = [], added = [], removed = [], ...rest } = filter;
    const some = (types: readonly ComponentType[], test: (history: History) => boolean) => (entity: Entity) =>
      types.length === 0 || types.some((type) => test(this.history(entity, type)));
    return this.world
      .query(rest)
      .entities()
      .filter(some(changed, (history) => history.has && history.changed > since))
      .filter(some(added, (history) => history.has && history.added > since))
      .filter(some(removed, (history) => !history.has && history.lost > Math.max(since, from)));
  }
}

/** One call: what it does to a world and to the model. */
interface Call {
  readonly name: string;
  run(trial: Trial): void;
}

const numbers = fc.nat(40);
const types = fc.constantFrom(...all);
const typeLists = fc.uniqueArray(types, { maxLength: 4 });

function call<Given extends unknown[]>(
  name: string,
  given: { readonly [K in keyof Given]: fc.Arbitrary<Given[K]> },
  run: (trial: Trial, ...given: Given) => void,
): fc.Arbitrary<Call> {
  return fc.tuple<Given>(...given).map((values) => ({
    name: `${name} ${values.map(show).join(" ")}`,
    run: (trial) => run(trial, ...values),
  }));
}

/** Components by key, anything else as it is. */
function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  return typeof value === "object" && value !== null && "key" in value ? String(value.key) : String(value);
}

function componentsOf(list: readonly ComponentType[]): object {
  return Object.fromEntries(list.map(({ key }) => [key, inits[key]]));
}

const calls: fc.Arbitrary<Call> = fc.oneof(
  call("spawn", [typeLists], (trial, list) => trial.noteSpawned(trial.world.spawn(componentsOf(list)), list)),
  call("spawnMany", [typeLists, fc.nat(3)], (trial, list, count) => {
    for (const entity of trial.world.spawnMany(count, componentsOf(list))) trial.noteSpawned(entity, list);
  }),
  call("spawn in a loop", [typeLists], (trial, list) => {
    const spawned: Entity[] = [];
    trial.world.select([], {}).each(() => {
      if (spawned.length === 0) spawned.push(trial.world.spawn(componentsOf(list)));
    });
    for (const entity of spawned) trial.noteSpawned(entity, list);
  }),
  call("despawn", [numbers], (trial, number) => {
    const entity = trial.pick(number);
    if (entity === undefined) return;
    trial.world.despawn(entity);
    trial.histories.delete(entity);
  }),
  call("toggle", [numbers, types], (trial, number, type) => {
    const entity = trial.pick(number);
    if (entity === undefined) return;
    if (!trial.world.has(entity, type)) {
      trial.world.add(entity, type, inits[type.key]);
      trial.noteAdded(entity, type);
    } else {
      trial.world.remove(entity, type);
      Object.assign(trial.history(entity, type), { has: false, lost: trial.calls });
    }
  }),
  call("write", [numbers, fc.constantFrom(...withData), fc.nat(3)], (trial, number, type, how) => {
    const entity = trial.pick(number);
    if (entity === undefined || !trial.world.has(entity, type)) return;
    const token: ComponentType = type;
    const ways = [
      () => trial.world.set(entity, token, inits[type.key]),
      () => trial.world.batches.replace(entity, token, inits[type.key]),
      () => trial.world.touch(entity, token),
      () => trial.world.select([]).each(() => trial.world.commands.set(entity, token, inits[type.key])),
    ];
    ways[how]?.();
    trial.history(entity, type).changed = trial.calls;
  }),
  call("write in a loop", [fc.nat(3)], (trial, part) => {
    trial.world.select([Position]).each((position, entity) => {
      if (entity % 4 === part) position.x += 1;
      if (entity % 4 === part) trial.history(entity, Position).changed = trial.calls;
    });
  }),
  call("run", [numbers], (trial, number) => {
    const asked = trial.asked[number % trial.asked.length];
    if (asked === undefined) return;
    const expected = trial.expected(asked);
    const count = asked.query.count();
    const found = asked.query.run(() => asked.query.entities());
    trial.runs.push({ found: { count, found }, expected: { count: expected.length, found: expected } });
    asked.since = trial.calls;
  }),
  call("ask", [fc.constantFrom(...filters)], (trial, filter) => {
    if (trial.asked.length < 20) trial.ask(filter);
  }),
  fc.oneof(
    { weight: 19, arbitrary: fc.constant<Call>({ name: "nothing", run: () => undefined }) },
    {
      weight: 1,
      arbitrary: fc.constant<Call>({
        name: "clear",
        run: (trial) => {
          trial.world.clear();
          trial.histories.clear();
        },
      }),
    },
  ),
);

it(`queries for changes find what the model says, from seed ${seed}`, () => {
  const scripts = fc.array(calls, { maxLength: 300, size: "max" });
  fc.assert(
    fc.property(scripts, (script) => {
      const trial = new Trial();
      for (const filter of filters) trial.ask(filter);
      for (const { run } of script) {
        trial.calls++;
        run(trial);
      }
      for (const { found, expected } of trial.runs) expect(found).toEqual(expected);
      for (const asked of trial.asked) expect(asked.query.entities()).toEqual(trial.expected(asked));
      expect(trial.world.validate()).toEqual([]);
      for (const { query } of trial.asked) query.close();
      trial.world.step(1); // the schedule asks as well
      expect(trial.world.tracking.logs.size).toBe(0);
    }),
    { seed, numRuns: 40 },
  );
});
