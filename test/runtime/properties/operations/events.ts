// Events, those who handle them, and observers, which change the world in turn.
import fc from "fast-check";
import {
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
  type EventPriority,
  type EventType,
} from "ecsgen/runtime";
import * as kit from "../../kit/generated/index.js";
import { copied } from "../rows.js";
import type { Stage, Step } from "../stage.js";
import type { EmittedLike, Handler } from "../world-like.js";
import { entityOf, entityRefs, operation, types, type Operation } from "./operation.js";
import { reacting, reactionsOf, type Reaction } from "./reactions.js";

const own = fc.constantFrom<EventType[]>(kit.Hit, kit.Cheer);
const builtIn = fc.constantFrom<EventType[]>(
  BeforeSpawn,
  AfterSpawn,
  BeforeDespawn,
  AfterDespawn,
  BeforeAddComponent,
  AfterAddComponent,
  BeforeRemoveComponent,
  AfterRemoveComponent,
  BeforeSystemRun,
  AfterSystemRun,
);
const events = fc.oneof({ weight: 3, arbitrary: own }, { weight: 2, arbitrary: builtIn });
const priorities = fc.constantFrom<EventPriority[]>("Pre", "Critical", "High", "Normal", "Low", "Minimal");
const listeners = fc.constantFrom("ear", "eye");
const subscriptions = fc.nat(30);

/** Writes down what is there to be compared: a token by its name. */
function handlerOf(stage: Stage, name: string, reactions: readonly Reaction[]): Handler {
  const react = reacting(stage, name, reactions);
  return (payload, event) => react(shown(payload), ...origin(event));
}

function origin({ type, priority, timestamp, source }: EmittedLike): unknown[] {
  return [type.name, priority, timestamp, source];
}

function shown(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null) return payload;
  const names = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(names);
    return typeof value === "object" && value !== null && "name" in value ? value.name : copied(value);
  };
  return Object.entries(payload).map(([key, value]) => [key, names(value)]);
}

/** Handlers run these steps. */
export function subscriptionOperations(inside: fc.Arbitrary<Step>): readonly Operation[] {
  const reactions = reactionsOf(inside);
  return [
    operation(1, "subscribePre", [events, reactions], (world, stage, event, all) => {
      const subscription = world.events.subscribePre(event, handlerOf(stage, "pre", all));
      stage.subscriptions.push(subscription);
      return subscription.id;
    }),
    operation(2, "subscribePost", [events, reactions, priorities], (world, stage, event, all, priority) => {
      const subscription = world.events.subscribePost(event, handlerOf(stage, "post", all), priority);
      stage.subscriptions.push(subscription);
      return subscription.id;
    }),
    operation(1, "subscribeListener", [own, listeners, reactions], (world, stage, event, name, all) => {
      const subscription = world.events.subscribeListener(event, name, handlerOf(stage, name, all));
      stage.subscriptions.push(subscription);
      return subscription.id;
    }),
    operation(2, "observe", [types, reactions], (world, stage, type, all) => {
      const react = reacting(stage, `observer of ${type.name}`, all);
      stage.observations.push(
        world.observers.observe(type, {
          added: (entity) => void react("added", entity),
          removed: (entity, value) => void react("removed", entity, copied(value)),
          changed: (entity) => void react("changed", entity),
        }),
      );
    }),
  ];
}

export const eventOperations: readonly Operation[] = [
  operation(3, "emit", [entityRefs, fc.nat(5)], (world, stage, ref, damage) =>
    world.emit(kit.Hit, { target: entityOf(stage, ref), damage }),
  ),
  operation(2, "events.emit", [own, priorities, entityRefs], (world, stage, event, priority, source) =>
    world.events.emit(event, {}, priority, entityOf(stage, source)),
  ),
  operation(1, "events.emitBatch", [fc.array(own, { maxLength: 4 })], (world, _stage, all) =>
    world.events.emitBatch(all.map((event) => [event] as const)),
  ),
  operation(2, "unsubscribe", [subscriptions], (world, stage, number) => {
    const subscription = stage.subscriptions[number % Math.max(stage.subscriptions.length, 1)];
    return subscription === undefined || world.events.unsubscribe(subscription);
  }),
  operation(1, "unsubscribeListener", [own, listeners], (world, _stage, event, listener) =>
    world.events.unsubscribeListener(event, listener),
  ),
  operation(1, "unsubscribeAll", [events], (world, _stage, event) => world.events.unsubscribeAll(event)),
  operation(2, "stop observing", [fc.nat(10)], (_world, stage, number) =>
    stage.observations[number % Math.max(stage.observations.length, 1)]?.(),
  ),
  operation(1, "events.process", [], (world) => [world.events.process(), world.events.size]),
  operation(1, "events.processHighPriority", [], (world) => [world.events.processHighPriority(), world.events.size]),
  operation(1, "publishPre", [own], (world, _stage, event) => world.events.publishPre(event, {})),
  operation(1, "publishPost", [own], (world, _stage, event) => world.events.publishPost(event, {})),
  operation(1, "events.clear", [], (world) => world.events.clear()),
  operation(1, "events.pending", [events], (world, _stage, event) => [
    world.events.pending().map((waiting) => [shown(waiting.payload), ...origin(waiting)]),
    world.events.hasSubscribers(event),
    world.events
      .subscriptions(event)
      .map(({ id, kind, priority, listener, active }) => [id, kind, priority, listener, active]),
  ]),
];
