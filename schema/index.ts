// The vocabulary of schemas, system modules and apps: the package's `ecsgen/schema`.
export * from "./fields.js";
export * from "./component.js";
export * from "./core.js";
export * from "./app.js";
export * from "./not-implemented.js";
export type { Entity } from "../runtime/entities/entity.js";
export type { Commands } from "../runtime/commands/commands.js";
export type { EventReader, EventWriter } from "../runtime/events/event-queue.js";
export type { World } from "../runtime/world/world.js";
