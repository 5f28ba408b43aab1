import type { Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { ComponentType } from "../tables/component-type.js";
import type { EventType } from "./event-queue.js";

/** Entities that are to be made, all with the same components. */
export interface SpawnRequest {
  /** In dense order. */
  readonly components: readonly ComponentType[];
  readonly count: number;
}

/** An entity that was made, with these components, in dense order. */
export interface Spawned {
  readonly entity: Entity;
  readonly components: readonly ComponentType[];
}

/** An entity that ends, or ended. */
export interface Despawned {
  readonly entity: Entity;
}

/** A component that an entity gets or loses. */
export interface ComponentChange {
  readonly entity: Entity;
  readonly component: ComponentType;
}

/** A system that runs, or ran. */
export interface SystemRun {
  /** Of a registered system, its name; of a line of the schedule, `motion.integration.integrate` or the app's function. */
  readonly system: string;
}

/** An event that the world alone publishes: at once, to handlers only, and only while there are any. */
export type BuiltInEvent<Value> = EventType<Value, never>;

/** Entities are to be made; a pre handler that cancels prevents all of them. */
export const BeforeSpawn = builtIn<SpawnRequest>(0, "BeforeSpawn", 0xe2cb23960f63423bn);
/** An entity was made, together with all its components: no event of its own says that those were added. */
export const AfterSpawn = builtIn<Spawned>(1, "AfterSpawn", 0xcdd4db70da49c598n);
/** An entity is to end; a pre handler can cancel that. */
export const BeforeDespawn = builtIn<Despawned>(2, "BeforeDespawn", 0xc32f19bf01ca123en);
/** An entity ended, and all it had: no event of its own says that its components were removed. */
export const AfterDespawn = builtIn<Despawned>(3, "AfterDespawn", 0xd9dc732aa12ab60en);
/** An entity is to get a component; a pre handler can cancel that. */
export const BeforeAddComponent = builtIn<ComponentChange>(4, "BeforeAddComponent", 0xfe8ceb0ca387b789n);
/** An entity got a component. */
export const AfterAddComponent = builtIn<ComponentChange>(5, "AfterAddComponent", 0x1813bd6a14e7c2ecn);
/** An entity is to lose a component; a pre handler can cancel that. */
export const BeforeRemoveComponent = builtIn<ComponentChange>(6, "BeforeRemoveComponent", 0xed84ae9d3957517en);
/** An entity lost a component. */
export const AfterRemoveComponent = builtIn<ComponentChange>(7, "AfterRemoveComponent", 0x85a1767052e2eb85n);
/** A system is to run; a pre handler can cancel that. */
export const BeforeSystemRun = builtIn<SystemRun>(8, "BeforeSystemRun", 0x35c3a967db234e2an);
/** A system ran. */
export const AfterSystemRun = builtIn<SystemRun>(9, "AfterSystemRun", 0x5c72b6ecf4d7dd6bn);

/** The events of changes of entities and components. */
export const changeEvents: readonly EventType[] = [
  BeforeSpawn,
  AfterSpawn,
  BeforeDespawn,
  AfterDespawn,
  BeforeAddComponent,
  AfterAddComponent,
  BeforeRemoveComponent,
  AfterRemoveComponent,
];

/** All built-in events, in the order of their indices: -1, -2, … */
export const builtInEvents: readonly EventType[] = [...changeEvents, BeforeSystemRun, AfterSystemRun];

/** Whether an event is published by the world itself. */
export function isBuiltIn(type: EventType): boolean {
  return type.index < 0;
}

/** The id is made of the name, as those of declared events are. */
function builtIn<Value>(place: number, name: string, id: bigint): BuiltInEvent<Value> {
  return {
    kind: "event",
    name: `ecs.${name}`,
    key: name.charAt(0).toLowerCase() + name.slice(1),
    id,
    stateVersion: 0n,
    index: -1 - place,
    fields: {},
    create: () => {
      const message = `event \`ecs.${name}\` is built in, and published by the world alone`;
      throw new EcsError("InvalidArgument", message, "declare and emit an event of your own");
    },
  };
}
