import { core, view } from "ecsgen/schema";
import type { ComponentView } from "./component.js";
import type { EntityView } from "./entity.js";
import type { EventView } from "./event.js";
import type { QueryView } from "./query.js";
import type { StorageView } from "./storage.js";
import type { SystemView } from "./system.js";
import type { WorldView } from "./world.js";

export type { ComponentView } from "./component.js";
export type { EntityView } from "./entity.js";
export type { EventView } from "./event.js";
export type { QueryView } from "./query.js";
export type { StorageView } from "./storage.js";
export type { SystemView } from "./system.js";
export type { WorldView } from "./world.js";

/** Everything a program can ask of its world, as functions: for tools, loaders, scripts, and code that is written by hand. */
export const ecs = core({
  features: {
    entity: view<EntityView>(),
    component: view<ComponentView>(),
    event: view<EventView>(),
    query: view<QueryView>(),
    storage: view<StorageView>(),
    system: view<SystemView>(),
    world: view<WorldView>(),
  },
});
