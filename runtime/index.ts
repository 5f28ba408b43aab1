// What generated code stands on and users meet at run time: the package's `ecsgen/runtime`.
export { EcsError, InternalError, type EcsErrorCode } from "./errors.js";
export type { ColumnKind, Entity, EntityColumn } from "./memory/column-kind.js";
export { Memory, type MemoryOptions, type MemoryUsage } from "./memory/memory.js";
export { generationOf, indexOf, NO_ENTITY } from "./entities/entity.js";
export type { EntityIndex } from "./entities/entity-index.js";
export type { TokenName } from "./tables/token-index.js";
export type { FieldTree, FieldType } from "./tables/field-tree.js";
export type { ComponentType, Cursor, StorageKind } from "./tables/component-type.js";
export type { CursorOptions, EntityCursor, ReadonlyValue } from "./tables/entity-cursor.js";
export { TagCursor } from "./tables/tag-cursor.js";
export type { Table } from "./tables/table.js";
export type { SparseSet } from "./tables/sparse-set.js";
export type { Toggle } from "./tables/toggle.js";
export type { RelationType, TargetPolicy } from "./relations/relation-type.js";
export type { ChangeQuery } from "./queries/change-query.js";
export type { ChangeFilter } from "./queries/change-terms.js";
export type { Tracking } from "./queries/tracking.js";
export type { Filter, FilterTerm, RelationTerm } from "./queries/filter.js";
export type { NamedQueries, QueryInfo, QueryRow } from "./queries/named-queries.js";
export type { Query } from "./queries/query.js";
export { seeing } from "./queries/seeing.js";
export { QueryRows } from "./queries/query-rows.js";
export { ListedRowCursor, RowCursor } from "./queries/row-cursor.js";
export { columnsOf, pairs, rowOf, type Rows } from "./queries/rows.js";
export type { ColumnsOf, NumberColumn } from "./queries/table-columns.js";
export type { QueryFilter, QueryTerm } from "./queries/query-filter.js";
export type { Selection, ValuesOf } from "./queries/selection.js";
export type { StorageWatcher, WatcherRank } from "./tables/storage-watcher.js";
export type { Callbacks, Cause } from "./commands/callbacks.js";
export type { BundleType } from "./bundles/bundle-type.js";
export type { Bundles } from "./bundles/bundles.js";
export type { Commands } from "./commands/commands.js";
export type { EmittedEvent, EventPriority } from "./events/emitted-event.js";
export type { EventBus, EventList } from "./events/event-bus.js";
export { EventWindow, readerOf } from "./events/event-window.js";
export type { EventReader, EventType, EventWriter } from "./events/event-queue.js";
export type { PostHandler, PreHandler, Subscription } from "./events/subscription.js";
export {
  AfterAddComponent,
  AfterDespawn,
  AfterRemoveComponent,
  AfterSpawn,
  AfterSystemRun,
  BeforeAddComponent,
  BeforeDespawn,
  BeforeRemoveComponent,
  BeforeSpawn,
  BeforeSystemRun,
  type ComponentChange,
  type Despawned,
  type Spawned,
  type SpawnRequest,
  type SystemRun,
} from "./events/built-in-events.js";
export type { Observer, Observers } from "./observers/observers.js";
export { Random, type RandomInit, type RandomState } from "./resources/random.js";
export type { ResourceType } from "./resources/resource-type.js";
export type { ResourcePair } from "./resources/resources.js";
export type {
  SystemDependencies,
  SystemErrorPolicy,
  SystemFailure,
  SystemInfo,
  SystemOptions,
  SystemPhase,
  SystemStats,
} from "./systems/system.js";
export type {
  ComponentList,
  ComponentLists,
  ComponentPair,
  ComponentValue,
  InitOf,
  PossibleValues,
  ValueOf,
} from "./tables/component-list.js";
export type { PoolUsage } from "./tables/pool-usage.js";
export type { WorldProblem } from "./tables/validate-storage.js";
export type { SaveFormat } from "./state/save-kind.js";
export { MemoryMedium, type StorageMedium } from "./state/storage-medium.js";
export type { StateDifference } from "./state/state-difference.js";
export {
  firstDifference,
  type HashDifference,
  type HashLog,
  type HashLogStart,
  type StepHash,
} from "./state/hash-log.js";
export type { StorageInfo, Storages } from "./state/storages.js";
export type { WorldState } from "./state/world-state.js";
export type { WorldMetadata, WorldStats } from "./world/world-stats.js";
export type { ModelPool } from "./models/model-pool.js";
export type { ModelId, ModelType } from "./models/model-type.js";
export type { BuiltInPhase, Phase, PhaseRuns } from "./schedule/phases.js";
export { LineShuffle } from "./schedule/line-shuffle.js";
export type { RunStats } from "./schedule/run-timer.js";
export { Schedule, type ScheduleLine, type ScheduleLineInfo } from "./schedule/schedule.js";
export type { RunTiming } from "./schedule/line-timers.js";
export type { Timing, TimingStart } from "./schedule/timing.js";
export type { Trace, TraceInterval, TraceName } from "./schedule/trace.js";
export type { Satisfies, StrictView, ViewType } from "./world/satisfies.js";
export type { ExclusiveRelation, Relations } from "./world/relations.js";
export type { Tokens } from "./world/tokens.js";
export type { WorldLayout, WorldOptions } from "./world/world-options.js";
export { World, type WorldDirectory, type WorldSystem } from "./world/world.js";
export type {
  FieldDescription,
  NumberKind,
  ShapeDescription,
  TypeDescription,
  ValueDescription,
} from "./reflection/description.js";
export type { DeclarationNotes, DeclaredType, FieldNotes, NotesByField, ValueNotes } from "./reflection/notes.js";
export type { Path } from "./reflection/path.js";
export { Reflection, type EdgeEnds, type InspectedComponent, type PathOwner } from "./reflection/reflection.js";
