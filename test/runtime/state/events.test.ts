// Events are of the world that a load or a snapshot replaces: nobody reads or hears of them in the other one.
import { expect, it } from "vitest";
import type { World } from "ecsgen/runtime";
import { Cheer, createWorld } from "../kit/generated/index.js";

const ways: readonly (readonly [string, (world: World) => () => void])[] = [
  ["a binary save", (world) => loading(world, world.state.save("binary"))],
  ["text", (world) => loading(world, world.state.save("json"))],
  [
    "a snapshot",
    (world) => {
      world.state.createSnapshot("start");
      return () => world.state.restoreSnapshot("start");
    },
  ],
];

function loading(world: World, bytes: Uint8Array): () => void {
  return () => world.state.load(bytes);
}

it.each(ways)("forgets what was emitted when it becomes what %s holds", (_, keep) => {
  const world = createWorld();
  const back = keep(world);
  const [early, late] = [world.reader(Cheer), world.reader(Cheer)];
  const heard: string[] = [];
  world.on(Cheer, ({ text }) => heard.push(text));
  world.emit(Cheer, { text: "before the step" });
  world.step(0);
  world.emit(Cheer, { text: "behind it" });
  for (const { text } of early) heard.push(text);
  heard.length = 0;
  back();
  expect([early.unread, late.unread, world.reader(Cheer).unread]).toEqual([0, 0, 0]);
  world.emit(Cheer, { text: "now" });
  world.step(0);
  for (const reader of [early, late]) for (const { text } of reader) heard.push(text);
  expect(heard).toEqual(["now", "now", "now"]);
});
