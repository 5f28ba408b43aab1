// The built-in events of system runs, for the lines of generated schedules of every form.
import { describe, expect, it } from "vitest";
import { AfterSystemRun, BeforeSystemRun, EcsError } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";
import * as changes from "../queries/kit/generated/index.js";

const scheduled = ["move", "brake", "burn", "splash", "count"];

describe("lines of a schedule", () => {
  it("are told before and after they ran, in order, and only while somebody listens", () => {
    const world = kit.createWorld();
    const log: string[] = [];
    const before = world.on(BeforeSystemRun, ({ system }) => void log.push(`before ${system}`));
    const after = world.on(AfterSystemRun, ({ system }) => void log.push(`after ${system}`));
    world.step(0.25);
    expect(log).toEqual(scheduled.flatMap((system) => [`before ${system}`, `after ${system}`]));
    before();
    after();
    world.step(0.25);
    expect(log.length).toBe(2 * scheduled.length);
  });

  it("are skipped when a pre handler cancels them: loops, and functions that are none", () => {
    const { Hit, Position, Score, Velocity } = kit;
    const world = kit.createWorld();
    const ship = world.spawn({ position: {}, velocity: { x: 8 }, chosen: true });
    const cancelled = new Set(["move", "count"]);
    const ran: string[] = [];
    world.events.subscribePre(BeforeSystemRun, ({ system }) => (cancelled.has(system) ? "cancel" : undefined));
    world.on(AfterSystemRun, ({ system }) => void ran.push(system));
    world.emit(Hit, { damage: 3 });
    world.step(0.25);
    expect(world.get(ship, Position)?.x).toBe(0);
    expect(world.get(ship, Velocity)?.x).toBe(4);
    expect(world.resource(Score).points).toBe(7);
    expect(ran).toEqual(["brake", "burn", "splash"]);
    cancelled.clear();
    world.step(0.25);
    expect(world.get(ship, Position)?.x).toBe(1);
    expect(world.resource(Score).points).toBe(10);
  });

  it("see what changed while they were cancelled when they run again", () => {
    const { Log, Position } = changes;
    const world = changes.createWorld();
    const entity = world.spawn({ position: {}, velocity: {} });
    world.step(1);
    world.resource(Log).lines = [];
    const stop = world.events.subscribePre(BeforeSystemRun, ({ system }) =>
      system === "moved" ? "cancel" : undefined,
    );
    world.set(entity, Position, { x: 5 });
    world.step(1);
    expect(world.resource(Log).lines).toEqual([]);
    world.events.unsubscribe(stop);
    world.step(1);
    expect(world.resource(Log).lines).toEqual([`moved ${entity} to 5`]);
  });

  it("are over when what they changed is applied", () => {
    const world = kit.createWorld();
    const flooded = world.spawn({ wet: { depth: 11 } });
    const alive: boolean[] = [];
    const told = ({ system }: { readonly system: string }): void => {
      if (system === "splash") alive.push(world.isAlive(flooded));
    };
    world.on(BeforeSystemRun, told);
    world.on(AfterSystemRun, told);
    world.step(0);
    expect(alive).toEqual([true, false]);
  });

  it("run although a handler throws, which the step reports when it is over", () => {
    const world = kit.createWorld();
    const ship = world.spawn({ position: {}, velocity: { x: 8 }, chosen: true });
    world.on(BeforeSystemRun, ({ system }) => {
      if (system === "move") throw new Error("boom");
    });
    expect(() => world.step(0.25)).toThrow(EcsError);
    expect(world.get(ship, kit.Position)?.x).toBe(2);
    expect(world.get(ship, kit.Velocity)?.x).toBe(4);
  });

  it("apply nothing that waits when a handler cancels a system that runs alone", () => {
    const world = kit.createWorld();
    world.systems.register("draw", () => undefined);
    const cancelling = world.events.subscribePre(BeforeSystemRun, () => "cancel");
    world.commands.despawn(world.spawn());
    world.systems.run("draw", 1);
    expect(world.commands.waiting).toBe(1);
    world.events.unsubscribe(cancelling);
    world.systems.run("draw", 1);
    expect(world.commands.waiting).toBe(0);
  });
});
