import { ecs } from "ecsgen/ecs";
import { systemModule } from "ecsgen/schema";
import * as component from "ecsgen/systems/ecs/component";
import * as entity from "ecsgen/systems/ecs/entity";
import * as event from "ecsgen/systems/ecs/event";
import * as query from "ecsgen/systems/ecs/query";
import * as storage from "ecsgen/systems/ecs/storage";
import * as system from "ecsgen/systems/ecs/system";
import * as world from "ecsgen/systems/ecs/world";

/** The `ecs` core on ecsgen's own runtime. Imported by their public names, since generated files reach functions by those. */
export const ecsSystem = systemModule({
  core: ecs,
  provides: { component, entity, event, query, storage, system, world },
});
