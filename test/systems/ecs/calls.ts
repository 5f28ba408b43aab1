// Every function of the ecs core with arguments that are right, made from the contract: for tests that call all of them.
import { EcsError, type Entity } from "ecsgen/runtime";
import contract from "./app/generated/contract.json" with { type: "json" };
import { createWorld, Hit, Pinned, Position, Score, Velocity, type World } from "./app/generated/index.js";

/** A world with something of everything. */
export interface Scene {
  readonly world: World;
  readonly ship: Entity;
  readonly source: World;
}

/** One function of the core. */
export interface Row {
  readonly feature: string;
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

/** A parameter that a caller gives. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
}

/** The functions of the core that keep to the world; those that reach a medium have tests of their own. */
export const rows: readonly Row[] = contract.cores
  .filter(({ name }) => name === "ecs")
  .flatMap(({ features }) => features)
  .filter(({ name }) => name !== "storage")
  .flatMap((feature) =>
    feature.view.functions.map(({ name, parameters }) => ({
      feature: feature.name,
      name,
      parameters: parameters.flatMap((parameter) => {
        const { type } = parameter.source;
        return type === undefined ? [] : [{ name: parameter.name, type }];
      }),
    })),
  );

/** A world with entities, a system, a query, a listener and an event that waits. */
export function scene(): Scene {
  const world = createWorld();
  const ship = world.spawn({ position: { x: 1 }, burning: {}, target: {} });
  world.spawn({ position: {}, paused: true });
  world.systems.register("sys", () => undefined);
  world.queries.create("q", { all: [Position] });
  world.events.subscribeListener(Hit, "ear", () => undefined);
  world.emit(Hit, { damage: 2 });
  const source = world.another();
  source.spawn({ position: {} });
  return { world, ship, source };
}

/** Arguments by what the View calls their type. */
const byType: Readonly<Record<string, (scene: Scene) => unknown>> = {
  Entity: ({ ship }) => ship,
  "readonly Entity[]": ({ ship }) => [ship],
  "ComponentType<Value, Init>": () => Position,
  ComponentType: () => Position,
  "readonly ComponentType[]": () => [Position],
  Types: () => [Position],
  "ComponentList<Types>": () => [[Velocity, { x: 1 }], [Pinned]],
  "ComponentLists<Lists>": () => [[[Velocity, { x: 1 }], [Pinned]], []],
  Init: () => ({ x: 1 }),
  "Init | undefined": () => ({ damage: 1 }),
  "EventType<Value, Init>": () => Hit,
  EventType: () => Hit,
  "EventList<Types>": () => [[Hit, { damage: 2 }]],
  EventPriority: () => "High",
  "PostHandler<Value>": () => () => undefined,
  "PreHandler<Value>": () => () => undefined,
  Subscription: ({ world }) => world.events.subscriptions(Hit)[0],
  QueryFilter: () => ({ all: [Position] }),
  WorldSystem: () => () => undefined,
  SystemOptions: () => ({ after: ["sys"] }),
  "{ readonly force?: boolean }": () => ({ force: true }),
  "Partial<SystemDependencies>": () => ({ after: [] }),
  WorldOptions: () => ({}),
  "ResourceType<Value, Init>": () => Score,
  ResourceType: () => Score,
  World: ({ source }) => source,
  unknown: () => undefined,
};

/** Arguments that depend on the function, by its name and that of the parameter. */
const byName: Readonly<Record<string, unknown>> = {
  "addComponent.component": Velocity,
  "insertResource.init": { points: 3 },
  "cloneQuery.newName": "another",
  "createQuery.name": "another",
  "registerSystem.name": "another",
  "spawnEntityWithId.entityId": 60,
};

/** Arguments by the name of the parameter. */
const byParameter: Readonly<Record<string, unknown>> = {
  entityId: 0,
  subscriptionId: 1,
  size: 2,
  dt: 0.5,
  listenerName: "eye",
  payload: { damage: 3 },
};

/** What is right for a parameter. Throws for a type that this table does not know: then it is to be added here. */
export function goodArgument(scene: Scene, row: Row, parameter: Parameter): unknown {
  const own = byName[`${row.name}.${parameter.name}`] ?? byParameter[parameter.name];
  if (own !== undefined) return own;
  if (parameter.type === "string") return row.feature === "query" ? "q" : "sys";
  const make = byType[parameter.type];
  if (make === undefined) throw new Error(`no argument of type ${parameter.type} for ${row.name}`);
  return make(scene);
}

/** All arguments of a function. */
export function goodArguments(scene: Scene, row: Row): unknown[] {
  return row.parameters.map((parameter) => goodArgument(scene, row, parameter));
}

/** Calls a function as a caller without types would. */
export function callRow({ world }: Scene, { feature, name }: Row, given: readonly unknown[]): unknown {
  const view: unknown = Reflect.get(world.ecs, feature);
  const run: unknown = Reflect.get(Object(view), name);
  if (typeof run !== "function") throw new Error(`there is no ${feature}.${name}`);
  return Reflect.apply(run, view, given);
}

/** What a call did: the code of an `EcsError`, what else it threw, or `returned`. */
export function outcome(call: () => unknown): string {
  try {
    call();
    return "returned";
  } catch (error) {
    if (error instanceof EcsError) return error.code;
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** Everything that can be seen of a world, as text. */
export function contentOf({ world }: Scene): string {
  const { entity, component, event, query, system, world: worlds } = world.ecs;
  const entities = entity
    .getAllEntities()
    .map((each) => [each, component.getAllComponents(each).map(([type, value]) => [type.name, value])]);
  const events = [event.getEventQueueSize(), event.getSubscriptions(Hit).length, world.commands.waiting];
  const queries = query.getAllQueries().map(({ name }) => [name, query.executeQuery(name)]);
  const resources = worlds.getAllResources().map(([type, value]) => [type.name, value]);
  return JSON.stringify([entities, events, queries, system.getAllSystems(), resources, world.isLocked], null, 1);
}
