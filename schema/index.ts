// The vocabulary of schemas, system modules and apps: the package's `ecsgen/schema`.
export * from "./fields.js";
export * from "./component.js";
export * from "./bundle.js";
export * from "./core.js";
export * from "./app.js";
export * from "./not-implemented.js";
export type { Narrowing, Query, RowOf } from "./query.js";
export type { Entity } from "../runtime/memory/column-kind.js";
export type { Commands } from "./commands.js";
export type { EmittedEvent, EventPriority } from "../runtime/events/emitted-event.js";
export type { EventList } from "../runtime/events/event-bus.js";
export type { EventReader, EventType, EventWriter } from "../runtime/events/event-queue.js";
export type { PostHandler, PreHandler, Subscription } from "../runtime/events/subscription.js";
export type { ModelPool } from "../runtime/models/model-pool.js";
export type { ModelId } from "../runtime/models/model-type.js";
export type { Filter } from "../runtime/queries/filter.js";
export type { QueryInfo, QueryRow } from "../runtime/queries/named-queries.js";
export type { QueryFilter } from "../runtime/queries/query-filter.js";
export type { Random } from "../runtime/resources/random.js";
export type { ResourceType } from "../runtime/resources/resource-type.js";
export type { ResourcePair } from "../runtime/resources/resources.js";
export type { BuiltInPhase } from "../runtime/schedule/phases.js";
export type { SystemDependencies, SystemInfo, SystemOptions, SystemStats } from "../runtime/systems/system.js";
export type {
  ComponentList,
  ComponentLists,
  ComponentPair,
  ComponentValue,
  InitOf,
  PossibleValues,
  ValueOf,
} from "../runtime/tables/component-list.js";
export type { ComponentType } from "../runtime/tables/component-type.js";
export type { WorldProblem } from "../runtime/tables/validate-storage.js";
export type { SaveFormat } from "../runtime/state/save-kind.js";
export type { StorageInfo } from "../runtime/state/storages.js";
export type { WorldMetadata, WorldStats } from "../runtime/world/world-stats.js";
export type { WorldOptions } from "../runtime/world/world-options.js";
export type { World, WorldSystem } from "../runtime/world/world.js";
