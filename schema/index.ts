// The vocabulary of schemas, system modules and apps: the package's `ecsgen/schema`.
export * from "./fields.js";
export * from "./component.js";
export * from "./core.js";
export * from "./app.js";
export * from "./not-implemented.js";
export type { Entity } from "../runtime/entities/entity.js";
export type { Commands } from "../runtime/commands/commands.js";
export type { EmittedEvent, EventPriority } from "../runtime/events/emitted-event.js";
export type { EventList } from "../runtime/events/event-bus.js";
export type { EventReader, EventType, EventWriter } from "../runtime/events/event-queue.js";
export type { PostHandler, PreHandler, Subscription } from "../runtime/events/subscription.js";
export type { World } from "../runtime/world/world.js";
