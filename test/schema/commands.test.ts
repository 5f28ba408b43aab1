// A function that asks for `Commands` is tested with a plain object, and runs with the commands of a world.
import type { Commands as CommandQueue } from "../../runtime/commands/commands.js";
import type { Commands, Entity } from "ecsgen/schema";
import { expect, expectTypeOf, it } from "vitest";

function reap(entity: Entity, health: { readonly left: number }, commands: Commands): void {
  if (health.left <= 0) commands.despawn(entity);
}

it("can be a plain object that remembers what it was told", () => {
  const gone: Entity[] = [];
  const refuse = (): never => {
    throw new Error("not asked for");
  };
  const commands: Commands = {
    waiting: 0,
    spawn: refuse,
    despawn: (entity) => void gone.push(entity),
    add: refuse,
    set: refuse,
    remove: refuse,
    relate: refuse,
    unrelate: refuse,
  };
  reap(1 as Entity, { left: 3 }, commands);
  reap(2 as Entity, { left: 0 }, commands);
  expect(gone).toEqual([2]);
});

it("is what a world has", () => {
  expectTypeOf<CommandQueue>().toExtend<Commands>();
});
