// What a misuse of cursors says.
import type { EcsErrorCode } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";
import type { Misuse } from "./state-misuses.js";

export const cursorMisuses = {
  StaleCursor: [
    {
      of: (world) => {
        const found = world.cursor(kit.Position).at(world.spawn({ position: {} }));
        world.spawn();
        found.x = 1;
      },
      says: "rows have moved since a cursor of `app.Position` was put at entity 0 (generation 1)",
      help: "call `at` again behind what spawns, despawns, adds or removes",
    },
    {
      of: (world) => {
        const cursor = world.cursor(kit.Position);
        const [first, second] = world.spawnMany(2, { position: {} });
        const found = cursor.at(first);
        cursor.at(second);
        return found.x;
      },
      says: "a cursor of `app.Position` is at another entity than entity 0 (generation 1) now",
      help: "make a cursor for each entity that is looked at at the same time",
    },
  ],
  ObservedComponent: [
    {
      of: (world) => {
        world.observers.observe(kit.Position, { changed: () => undefined });
        world.cursor(kit.Position).at(world.spawn({ position: {} }));
      },
      says: "`app.Position` cannot be written by a cursor, since somebody observes its changes",
      help: "use `world.set`, which tells them, or a cursor that is `readonly`",
    },
  ],
} satisfies { readonly [Code in EcsErrorCode]?: readonly Misuse[] };
