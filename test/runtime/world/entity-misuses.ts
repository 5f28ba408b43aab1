// What is said of entities that are none, or are no more.
import type { Entity } from "ecsgen/runtime";
import { untyped } from "../kit/code-of.js";
import * as kit from "../kit/generated/index.js";
import type { Misuse } from "./state-misuses.js";

export const entityMisuses = {
  StaleEntity: [
    {
      of: (world) => {
        const entity = world.spawn();
        world.despawn(entity);
        world.get(entity, kit.Position);
      },
      says: "entity 0 (generation 1) is not alive, so `get` of `app.Position` is impossible",
      help: "it was despawned, or belongs to another world; ask `world.isAlive(entity)` before using an id that was kept",
    },
    {
      of: (world) => world.commands.despawn(kit.NO_ENTITY),
      says: "`NO_ENTITY` is nobody, so `despawn` is impossible",
      help: "compare with `NO_ENTITY` before, where a reference may be to nobody",
    },
    {
      of: (world) => world.batches.clone(untyped<Entity>(7)),
      says: "entity 7 (generation 0) is not alive, so `clone` is impossible",
      help: "this world never had it; use an id that `world.spawn` of this world gave back",
    },
    {
      of: (world) => {
        world.spawnMany(3);
        world.get(untyped<Entity>(2), kit.Position);
      },
      says: "entity 2 (generation 0) is not alive, so `get` of `app.Position` is impossible",
      help: "an id is more than an index; `world.entities.at(2)` is who lives there",
    },
  ],
} satisfies { readonly [code: string]: readonly Misuse[] };
