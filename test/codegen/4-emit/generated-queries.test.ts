// The rows of queries that functions take as a whole, in the world of the golden case `queries`, against plain lists.
import {
  AfterSystemRun,
  BeforeSystemRun,
  columnsOf,
  pairs,
  rowOf,
  type Entity,
  type QueryRows,
  type RowCursor,
} from "ecsgen/runtime";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  Asleep,
  Burning,
  ChildOf,
  Contacts,
  Label,
  Mass,
  Met,
  NO_ENTITY,
  Pinned,
  Position,
  Radius,
  Step,
  Velocity,
  createWorld,
  type Components,
  type World,
} from "../../cases/emit/queries/generated/index.js";
import { AppCountLabels as Labels } from "../../cases/emit/queries/generated/queries/app/count/labels.js";
import { SpaceCollisionsCollideBodies as Bodies } from "../../cases/emit/queries/generated/queries/space/collisions-collide/bodies.js";
import { SpaceCrowdsDriftBodies as Drift } from "../../cases/emit/queries/generated/queries/space/crowds-drift/bodies.js";
import { SpaceCrowdsNearestPlaces as Places } from "../../cases/emit/queries/generated/queries/space/crowds-nearest/places.js";
import { SpaceCrowdsSpreadCold as Cold } from "../../cases/emit/queries/generated/queries/space/crowds-spread/cold.js";
import { SpaceCrowdsSpreadFires as Fires } from "../../cases/emit/queries/generated/queries/space/crowds-spread/fires.js";
import { collide } from "../../cases/emit/queries/systems/simple/collisions.js";
import { nearest, spread } from "../../cases/emit/queries/systems/simple/crowds.js";

/** An entity, as it was spawned. */
type Given = Components & { readonly child: boolean };

const number = fc.integer({ min: -50, max: 50 });
const spawned: fc.Arbitrary<Given> = fc.record(
  {
    position: fc.record({ at: fc.record({ x: number, y: number }) }),
    velocity: fc.record({ x: number, y: number }),
    radius: fc.record({ value: number }),
    mass: fc.record({ kilograms: number, spin: fc.record({ speed: number }) }),
    label: fc.record({ text: fc.string({ maxLength: 3 }), note: fc.option(number, { nil: undefined }) }),
    burning: fc.record({ heat: number }),
    pinned: fc.constant(true as const),
    asleep: fc.constant(true as const),
    child: fc.boolean(),
  },
  { requiredKeys: ["child"] },
);

/** A world with these entities, some of which ended again, so that rows are not in the order of spawning. */
function worldOf(given: readonly Given[], ended: readonly number[] = []): { world: World; alive: Map<Entity, Given> } {
  const world = createWorld();
  const parent = world.spawn();
  const alive = new Map<Entity, Given>();
  const entities = given.map((each) => {
    const { child, ...components } = each;
    const entity = world.spawn(components);
    alive.set(entity, each);
    if (child) world.relations.add(entity, ChildOf, parent);
    return entity;
  });
  for (const index of ended) {
    const entity = entities[index];
    if (entity === undefined) continue;
    world.despawn(entity);
    alive.delete(entity);
  }
  return { world, alive };
}

/** What each of the queries finds, said once more. */
const finds = {
  bodies: (each: Given) => Boolean(each.position && each.velocity && each.radius && !each.pinned),
  places: (each: Given) => Boolean(each.position && each.child),
  fires: (each: Given) => Boolean(each.burning && !each.asleep && (each.position ?? each.label)),
  cold: (each: Given) => Boolean(each.mass),
};

describe("rows against plain lists", () => {
  const cases = fc.tuple(fc.array(spawned, { maxLength: 24 }), fc.array(fc.nat(23), { maxLength: 6 }));

  it("are those that the query finds, in its order, with their values", () => {
    fc.assert(
      fc.property(cases, ([given, ended]) => {
        const { world, alive } = worldOf(given, ended);
        const queries = {
          bodies: new Bodies(world),
          places: new Places(world),
          fires: new Fires(world),
          cold: new Cold(world),
        };
        for (const name of ["bodies", "places", "fires", "cold"] as const) {
          const rows: QueryRows<RowCursor> = queries[name];
          const expected = [...alive].filter(([, each]) => finds[name](each)).map(([entity]) => entity);
          const found: Entity[] = [];
          for (const { entity } of rows) found.push(entity);
          expect(found).toEqual(rows.query.entities());
          expect([...found].sort()).toEqual(expected.sort());
          expect(rows.length).toBe(expected.length);
          for (const [index, entity] of found.entries()) {
            expect(rows.at(index)?.entity).toBe(entity);
            expect(rows.at(index - found.length)?.entity).toBe(entity);
          }
          expect(rows.at(found.length)).toBeUndefined();
          expect(rows.at(-found.length - 1)).toBeUndefined();
          expect(rows.slice().map(({ entity }) => entity)).toEqual(found);
          for (const [entity] of alive)
            expect(rowOf(rows, entity)?.entity).toBe(found.includes(entity) ? entity : undefined);
        }
        for (const { entity, position, velocity, radius, mass } of queries.bodies) {
          expect(position.$read()).toEqual(world.get(entity, Position));
          expect(velocity.$read()).toEqual(world.get(entity, Velocity));
          expect(radius.$read()).toEqual(world.get(entity, Radius));
          expect(mass?.$read()).toEqual(world.get(entity, Mass));
        }
        for (const row of queries.fires) {
          expect(row.burning.$read()).toEqual(world.get(row.entity, Burning));
          expect(row.label?.$read()).toEqual(world.get(row.entity, Label));
        }
        for (const row of queries.cold) expect(row.burning?.$read()).toEqual(world.get(row.entity, Burning));
      }),
      { numRuns: 60 },
    );
  });

  it("stand still where they are asked to, and loops do not disturb each other", () => {
    fc.assert(
      fc.property(cases, ([given, ended]) => {
        const { world } = worldOf(given, ended);
        const queries: QueryRows<RowCursor>[] = [
          new Bodies(world),
          new Places(world),
          new Fires(world),
          new Cold(world),
        ];
        for (const rows of queries) {
          const all = rows.slice().map(({ entity }) => entity);
          const nested: Entity[][] = [];
          for (const outer of rows) for (const inner of rows) nested.push([outer.entity, inner.entity]);
          expect(nested).toEqual(all.flatMap((outer) => all.map((inner) => [outer, inner])));
          const paired: Entity[][] = [];
          for (const [first, second] of pairs(rows)) paired.push([first.entity, second.entity]);
          const once = all.flatMap((first, index) => all.slice(index + 1).map((second) => [first, second]));
          expect(paired).toEqual(once);
          const listed = [...pairs(all)];
          expect(listed).toEqual(once);
        }
        const sorted = new Cold(world).slice().sort((a, b) => a.mass.kilograms - b.mass.kilograms);
        const weights = sorted.map((row) => world.get(row.entity, Mass)?.kilograms);
        expect(sorted.map((row) => row.mass.kilograms)).toEqual(weights);
        expect(weights).toEqual([...weights].sort((a = 0, b = 0) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

describe("columns of rows", () => {
  it("hold what the rows hold, table by table", () => {
    fc.assert(
      fc.property(fc.array(spawned, { maxLength: 24 }), (given) => {
        const { world } = worldOf(given);
        const rows = new Drift(world);
        const fromColumns: unknown[] = [];
        for (const { $count, $accepts, entity, position, velocity, mass } of columnsOf(rows)) {
          for (let row = 0; row < $count; row++) {
            if (!$accepts(row)) continue;
            const kilograms = mass && [mass.kilograms[row], mass.spin.speed[row]];
            fromColumns.push([entity[row], position.at.x[row], position.at.y[row], velocity.x[row], kilograms]);
          }
        }
        const fromRows = rows
          .slice()
          .map(({ entity, position: { at }, velocity, mass }) => [
            entity,
            at.x,
            at.y,
            velocity.x,
            mass && [mass.kilograms, mass.spin.speed],
          ]);
        expect(fromColumns).toEqual(fromRows);
      }),
      { numRuns: 40 },
    );
  });

  it("are what is written", () => {
    const world = createWorld();
    const [first = NO_ENTITY] = world.spawnMany(3, { label: { text: "a", note: 1 } });
    for (const { $count, label } of columnsOf(new Labels(world))) {
      for (let row = 0; row < $count; row++) label.text[row] = `${label.text[row]}${row}`;
      expect(Object.entries(label)).toEqual([
        ["text", ["a0", "a1", "a2"]],
        ["note", undefined],
      ]);
    }
    expect(world.get(first, Label)).toEqual({ text: "a0", note: 1 });
  });

  it("are not there for arrays, and for what is stored sparsely", () => {
    const world = createWorld();
    expect(() => columnsOf([{ position: 1 }])).toThrow("an array of rows has no columns");
    expect(() => columnsOf(new Fires(world))).toThrow("rows with `space.Burning` have no columns side by side");
  });
});

/** Two bodies that touch, and one far away. */
function meeting(): { world: World; near: [Entity, Entity]; far: Entity } {
  const world = createWorld();
  const body = (x: number): Components => ({ position: { at: { x } }, velocity: {}, radius: {} });
  const near: [Entity, Entity] = [world.spawn({ ...body(0), mass: { kilograms: 2 } }), world.spawn(body(1))];
  return { world, near, far: world.spawn(body(9)) };
}

describe("functions that take queries", () => {
  it("do with a world what they do with plain objects", () => {
    const { world, near, far } = meeting();
    world.space.collisions.collide();
    const body = (x: number, kilograms?: number) => ({
      entity: NO_ENTITY,
      position: { at: { x, y: 0 } },
      velocity: { x: 0, y: 0 },
      radius: { value: 1 },
      mass: kilograms === undefined ? undefined : { kilograms, spin: { speed: 0 } },
    });
    const bodies = [body(0, 2), body(1), body(9)];
    const contacts = { count: 0 };
    const forces: number[] = [];
    collide(bodies, contacts, { emit: (met) => forces.push(met?.force ?? 0) });
    expect([...near, far].map((entity) => world.get(entity, Velocity))).toEqual(bodies.map((each) => each.velocity));
    expect(bodies.map((each) => each.velocity.x)).toEqual([-0.5, 1, 0]);
    expect(world.resource(Contacts).count).toBe(1);
    expect(contacts.count).toBe(1);
    const met = world.reader(Met);
    world.flush();
    expect([...met].map(({ force }) => force)).toEqual(forces);
  });

  it("give back results, with what their callers give", () => {
    const { world, near, far } = meeting();
    for (const entity of [...near, far]) world.relations.add(entity, ChildOf, near[0]);
    expect(world.space.crowds.nearest(7)).toBe(far);
    expect(world.space.crowds.nearest(1.2, 0.1)).toBe(near[1]);
    expect(nearest([], 0)).toBeUndefined();
    expect(world.space.collisions.isStill()).toBe(true);
    world.set(far, Velocity, { y: 1 });
    expect(world.space.collisions.isStill()).toBe(false);
  });

  it("see rows that stay, since structural changes wait until they are over", () => {
    const world = createWorld();
    world.spawn({ burning: { heat: 3 }, position: {} });
    const cold = world.spawnMany(3, { mass: {} });
    const counts: number[] = [];
    world.runs.waiting(
      (fires: Fires, masses: Cold) => {
        for (const { entity, burning } of masses) {
          expect(burning).toBeUndefined();
          world.add(entity, Burning);
          world.spawn({ mass: {} });
          world.despawn(entity);
          counts.push(masses.length, fires.length);
        }
      },
      new Fires(world),
      new Cold(world),
    );
    expect(counts).toEqual([3, 1, 3, 1, 3, 1]);
    expect(cold.map((entity) => world.isAlive(entity))).toEqual([false, false, false]);
    expect(new Cold(world).length).toBe(3);
  });

  it("run in steps, with a sync point behind them", () => {
    const world = createWorld();
    world.spawn({ burning: { heat: 3 }, position: {} });
    const mass = world.spawn({ mass: { kilograms: 100 } });
    world.step(0.001);
    expect(world.get(mass, Mass)?.kilograms).toBeCloseTo(99);
    expect(world.get(mass, Burning)).toEqual({ heat: 1 });
    world.add(mass, Asleep);
    world.add(mass, Label);
    world.step(0.001);
    expect(world.get(mass, Burning)).toEqual({ heat: 1 });
    expect(world.resource(Contacts).count).toBe(1);
  });

  it("are told of and measured as lines of the schedule are, and can be cancelled", () => {
    let now = 0;
    const world = createWorld({ stopwatch: () => now++ });
    world.spawn({ burning: { heat: 3 }, position: {} });
    const mass = world.spawn({ mass: { kilograms: 100 } });
    const told: string[] = [];
    world.on(AfterSystemRun, ({ system }) => void told.push(system));
    world.timing.start();
    world.step(0.001);
    expect(told).toContain("space.crowds.spread");
    expect(world.stats().timings.find(({ name }) => name === "space.crowds.spread")).toMatchObject({
      runs: 1,
      rows: 2,
    });
    world.events.subscribePre(BeforeSystemRun, ({ system }) => (system.endsWith("spread") ? "cancel" : undefined));
    world.step(0.001);
    expect(world.get(mass, Mass)?.kilograms).toBeCloseTo(99);
  });

  it("can be printed into what the facade calls, with what its callers give", () => {
    const world = createWorld();
    const at = (x: number): Components => ({ position: { at: { x } }, radius: {} });
    const [first = NO_ENTITY, second = NO_ENTITY] = [at(0), { ...at(1), pinned: true as const }, at(2)].map((given) =>
      world.spawn(given),
    );
    expect(world.space.crowds.touching(9)).toBe(3);
    expect(world.space.crowds.touching(2)).toBe(2);
    expect(world.space.crowds.touching(9, first)).toBe(1);
    world.add(second, Asleep);
    expect(world.space.crowds.touching(9)).toBe(1);
    world.space.crowds.crowd();
    expect([first, second].map((entity) => world.get(entity, Radius)?.value)).toEqual([1.5, 1.5]);
    const heavy = world.spawn({ ...at(5), velocity: { x: 4 }, mass: { kilograms: 11 } });
    const asleep = world.spawn({ ...at(5), velocity: { x: 4 }, asleep: true });
    world.resource(Step).delta = 0.5;
    world.space.crowds.drift();
    expect([heavy, asleep].map((entity) => world.get(entity, Position)?.at.x)).toEqual([7, 5]);
    expect(world.get(heavy, Mass)?.spin.speed).toBe(4);
  });

  it("mark what they write, where changes are tracked", () => {
    const { world, near } = meeting();
    const changed = world.tracking.query({ changed: [Velocity] });
    changed.run(() => undefined);
    expect(changed.count()).toBe(0);
    world.space.collisions.collide();
    expect(changed.run(() => changed.entities())).toEqual(near);
  });

  it("are told of the tables that come later", () => {
    const world = createWorld();
    const bodies = new Bodies(world);
    expect(bodies.at(0)).toBeUndefined();
    const pinned = world.spawn({ position: {}, velocity: {}, radius: {}, pinned: true });
    expect(bodies.length).toBe(0);
    world.remove(pinned, Pinned);
    expect(bodies.find(() => true)?.entity).toBe(pinned);
    world.despawn(pinned);
    expect(rowOf(bodies, pinned)).toBeUndefined();
  });

  it("take arrays of plain objects in tests", () => {
    const fires = [{ entity: NO_ENTITY, burning: { heat: 1 } }];
    const cold = [{ entity: NO_ENTITY, mass: { kilograms: 100, spin: { speed: 0 } }, burning: undefined }];
    const added: Entity[] = [];
    const { commands } = createWorld();
    spread(
      fires,
      cold,
      Object.assign(Object.create(commands) as typeof commands, { add: (to: Entity) => added.push(to) }),
    );
    expect(fires[0]?.burning.heat).toBe(0.5);
    expect(cold[0]?.mass.kilograms).toBe(99);
    expect(added).toEqual([NO_ENTITY]);
  });
});
