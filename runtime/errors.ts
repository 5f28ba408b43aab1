/** What was misused: one code for each way. */
export type EcsErrorCode =
  /** An entity that was despawned, or that this world never had. */
  | "StaleEntity"
  /** A model that was released, or that this pool never had. */
  | "StaleModel"
  /** What a cursor gave before it went to another entity, or before rows moved. */
  | "StaleCursor"
  /** A cursor that would write what somebody observes. */
  | "ObservedComponent"
  /** `add` of a component that the entity has. */
  | "ComponentAlreadyPresent"
  /** `set` of a component that the entity does not have. */
  | "ComponentMissing"
  /** A component that keeps no record of its changes. */
  | "UntrackedComponent"
  /** A token or key that the layout of this world does not hold. */
  | "UnknownComponent"
  | "UnknownResource"
  | "UnknownEvent"
  | "UnknownModel"
  | "UnknownRelation"
  | "UnknownBundle"
  /** `set` of an edge that is not there. */
  | "RelationMissing"
  /** An entity that must stay as long as a relation leads to it. */
  | "RelationRefused"
  /** An edge that closes a circle, where none may be. */
  | "RelationCycle"
  /** A layout whose tokens are not in dense order, or whose keys clash. */
  | "InvalidLayout"
  /** An option, a count or a length of time outside its range. */
  | "InvalidArgument"
  /** The arena would exceed `memory.maxBytes`. */
  | "ArenaFull"
  /** More entities than `maxEntities`, or every id has been used. */
  | "EntityLimit"
  /** An entity id for a loader whose index is in use. */
  | "EntityTaken"
  /** A resource that was removed from this world. */
  | "ResourceMissing"
  /** A path that leads to nothing an entity could have, or into something that is not there. */
  | "UnknownPath"
  /** A value beyond the range that its field declares. */
  | "OutOfRange"
  /** A trace of a world whose timing keeps no intervals. */
  | "NoTrace"
  /** A phase that no step of this world has. */
  | "UnknownPhase"
  /** A line or a set that the generated schedule does not have. */
  | "UnknownLine"
  /** A system that was never registered. */
  | "UnknownSystem"
  /** A second system of one name. */
  | "SystemExists"
  /** Systems that wait for each other. */
  | "SystemCycle"
  /** Unregistering a system that others are ordered against. */
  | "SystemRequired"
  /** A system threw; `cause` is what. */
  | "SystemFailed"
  /** A query that was never made under that name, or was deleted. */
  | "UnknownQuery"
  /** A second query of one name. */
  | "QueryExists"
  /** A change of a world that is locked. */
  | "WorldLocked"
  /** A second world of one name. */
  | "WorldExists"
  /** A call of a world that was shut down. */
  | "WorldShutDown"
  /** Asked for while a loop runs, and only possible between loops. */
  | "WhileIterating"
  /** A change that a handler of its before event refused. */
  | "Cancelled"
  /** Handlers or observers threw: `errors` holds what. */
  | "HandlerFailed"
  /** Handlers that cause each other more often than `maxEventDepth`. */
  | "EventDepthLimit"
  /** More events wait than `maxPendingEvents`. */
  | "EventQueueFull"
  /** A listener of that name listens to the event already. */
  | "DuplicateListener"
  /** A save that is cut off, changed, or says what cannot be. */
  | "SaveCorrupt"
  /** A save that is whole, and was made by another format, app or layout. */
  | "SaveIncompatible"
  /** Loading from a place where nothing was saved. */
  | "SaveMissing"
  /** A storage that was never created. */
  | "StorageUnknown"
  /** A second storage of one path. */
  | "StorageExists"
  /** No medium to save on: none was given. */
  | "StorageUnavailable"
  /** The medium failed; `errors` holds why. */
  | "StorageFailed"
  /** A snapshot that was never made. */
  | "SnapshotUnknown";

/** A misuse of the runtime: the message says what was wrong and what to do. */
export class EcsError extends Error {
  readonly code: EcsErrorCode;
  /** What was thrown by those who were called, in order; empty for other errors than `HandlerFailed` and `SystemFailed`. */
  readonly errors: readonly unknown[];

  constructor(code: EcsErrorCode, message: string, help: string, errors: readonly unknown[] = []) {
    super(`${message}\nhelp: ${help}`, errors.length === 0 ? undefined : { cause: errors[0] });
    this.name = "EcsError";
    this.code = code;
    this.errors = errors;
  }
}

/** A mistake of ours: what was to be impossible happened. */
export class InternalError extends Error {
  constructor(message: string) {
    super(`${message}\nhelp: this is a mistake in ecsgen itself, please report it`);
    this.name = "InternalError";
  }
}
