// What the methods of a world, of its commands and of its relations touch.
import type { Touch } from "../../model/access.js";
import type { ParameterUse, RawArgument } from "../../model/raw.js";
import type { Grounds } from "../grounds.js";
import { declarationOf, type DeclarationHead } from "../symbols.js";
import { reading, writing } from "./touches.js";

/** A method of a world that is called. */
type Call = ParameterUse["calls"][number];

/** What a call touches; a text when it cannot be told. */
type Effect = (call: Call, asked: Asked) => readonly Touch[] | string;

/** What a call is judged by. */
export interface Asked {
  readonly grounds: Grounds;
  /** Changes of structure wait for a sync point. */
  readonly waits: boolean;
}

/** What a method of a world touches, by its path: `get`, `relations.add`; a text says why that cannot be told. */
export function worldCall(call: Call, asked: Asked): readonly Touch[] | string {
  const path = call.path.join(".");
  const effect = effects.get(path);
  if (effect === undefined) return `calls \`${path}\` of the world`;
  return effect(call, path.startsWith("commands.") ? { ...asked, waits: true } : asked);
}

/** What is read of a world without a call; undefined when it cannot be told, since more can be reached from there. */
export function worldRead(path: readonly string[]): readonly Touch[] | undefined {
  const whole = path.join(".");
  if (whole === "entityCount" || whole === "commands.waiting") return [reading("presence", "")];
  if (whole === "schedule.paused") return [reading("data", pause)];
  return whole === "name" || whole === "isLocked" ? [] : undefined;
}

/** Whether time stands still: no name of a schema. */
const pause = "schedule.paused";

/** What a token names, given as one of the arguments. */
function named(place: number, then: (head: DeclarationHead, asked: Asked) => readonly Touch[]): Effect {
  return (call, asked) => {
    const heads = headsOf(call.arguments[place], asked.grounds);
    if (heads === undefined) return unnamed(call, call.arguments[place]);
    return heads.flatMap((head) => then(head, asked));
  };
}

/** Tokens of another app have the names of this one's. */
function unnamed({ path }: Call, argument: RawArgument | undefined): string {
  const method = path.join(".");
  if (argument?.kind !== "symbol" || !/\.[cm]?tsx?$/.test(argument.symbol.file)) {
    return `calls \`${method}\` without naming what it means`;
  }
  const { name, file } = argument.symbol;
  return `calls \`${method}\` with \`${name}\` of \`${file}\`, which is no token of this app`;
}

/** What each token of a list names, or the first of each pair. */
function listed(place: number, then: (head: DeclarationHead, asked: Asked) => readonly Touch[]): Effect {
  return (call, asked) => {
    const heads = headsIn(call.arguments[place], asked.grounds);
    if (heads === undefined) return `calls \`${call.path.join(".")}\` with what cannot be read in place`;
    return heads.flatMap((head) => then(head, asked));
  };
}

/** A relation may come with its target, and a component with its value: `[ChildOf, parent]`. */
function headsIn(list: RawArgument | undefined, grounds: Grounds): readonly DeclarationHead[] | undefined {
  if (list?.kind !== "list") return undefined;
  return everyOne(list.items, (item) => headsOf(item.kind === "list" ? item.items[0] : item, grounds));
}

/** All that a token may name. */
function headsOf(argument: RawArgument | undefined, grounds: Grounds): readonly DeclarationHead[] | undefined {
  if (argument?.kind === "either") return everyOne(argument.of, (each) => headsOf(each, grounds));
  const head = argument?.kind === "symbol" ? declarationOf(grounds, argument.symbol) : undefined;
  return head && [head];
}

/** All that is told of each; undefined when nothing is told of one. */
function everyOne<Of, Told>(
  all: readonly Of[],
  tell: (each: Of) => readonly Told[] | undefined,
): readonly Told[] | undefined {
  const told = all.map(tell);
  return told.every((some) => some !== undefined) ? told.flat() : undefined;
}

/** Whoever has the id of an entity may have it before the entity is there. */
const ask = ({ name }: DeclarationHead): Touch[] => [reading("ids", ""), reading("presence", name)];
const look = (head: DeclarationHead): Touch[] => [...ask(head), reading("data", head.name)];
const put = (head: DeclarationHead): Touch[] => [...ask(head), writing("data", head.name)];

/** A query finds entities itself. */
const take = ({ name }: DeclarationHead): Touch[] => [reading("presence", name), writing("data", name)];

/** Whether it is there already is asked at once, also where the change waits. */
const change = (head: DeclarationHead, { waits }: Asked): Touch[] => [
  ...ask(head),
  writing("presence", head.name, [], waits),
  writing("data", head.name, [], waits),
];

/** `cursor(Position)`, which writes what it reads unless it says that it does not. */
const cursor: Effect = (call, asked) => {
  const [, options] = call.arguments;
  const isReadonly = options?.kind === "record" && options.members.has("readonly");
  return named(0, (head) => (isReadonly ? look(head) : [...look(head), ...put(head)]))(call, asked);
};

/** A visitor of edges, given behind the relation: the last that it can take is a cursor of their data, which writes what it reads. */
function visit(relation: number, mostTaken: number): Effect {
  return (call, asked) => {
    const visitor = call.arguments[relation + 1];
    const looksOnly = visitor?.kind === "function" && visitor.takes !== undefined && visitor.takes < mostTaken;
    return named(relation, (head) => (looksOnly ? ask(head) : put(head)))(call, asked);
  };
}

const despawn: Effect = (_call, { waits }) => [
  reading("ids", ""),
  reading("presence", ""),
  writing("presence", "", [], waits),
];

/** `spawn({ position: … })`. */
function spawn(place: number): Effect {
  return ({ path, arguments: given }, { grounds, waits }) => {
    const init = given[place];
    const components = init === undefined ? [] : componentsOf(init, grounds);
    return components === undefined
      ? `calls \`${path.join(".")}\` with what cannot be read in place`
      : spawned(components, waits);
  };
}

/** Of `{ position: … }`, of `Fighter.create({ … })`, of one of several, or of a function that gives one back. */
function componentsOf(init: RawArgument, grounds: Grounds): readonly string[] | undefined {
  if (init.kind === "function") return componentsOf(init.returns, grounds);
  if (init.kind === "either") return everyOne(init.of, (each) => componentsOf(each, grounds));
  if (init.kind === "created") return bundledBy(init.by, grounds);
  return init.kind === "record" ? [...init.members.keys()].flatMap((key) => grounds.spawned(key)) : undefined;
}

function spawned(components: readonly string[], waits: boolean): Touch[] {
  return [
    writing("ids", "", [], waits),
    // An entity without components is found only by those who count all.
    ...(components.length === 0 ? [writing("presence", "", [], waits)] : []),
    ...components.flatMap((of) => [writing("presence", of, [], waits), writing("data", of, [], waits)]),
  ];
}

/** The components of a bundle, or of all that a token may name. */
function bundledBy(token: RawArgument, grounds: Grounds): readonly string[] | undefined {
  if (token.kind === "either") return everyOne(token.of, (each) => bundledBy(each, grounds));
  return token.kind === "symbol" ? grounds.bundled(token.symbol.name) : undefined;
}

/** `bundles.spawn(Fighter, …)`. */
const spawnBundle: Effect = ({ path, arguments: [token] }, { grounds, waits }) => {
  const components = token && bundledBy(token, grounds);
  return components === undefined ? `calls \`${path.join(".")}\` without naming a bundle` : spawned(components, waits);
};

const query: Effect = ({ arguments: [filter] }, { grounds }) => {
  const touches = filterTouches(filter, grounds);
  if (filter?.kind !== "record" || touches === undefined)
    return "calls `query` with a filter that cannot be read in place";
  const isNarrow = ["all", "any"].some((part) => filter.members.has(part));
  return isNarrow ? touches : [...touches, reading("presence", "")];
};

/** It finds what changed since it ran last, which is up to whoever made it. */
const changeQuery: Effect = ({ arguments: [filter] }, { grounds }) =>
  filterTouches(filter, grounds) ?? "calls `tracking.query` with a filter that cannot be read in place";

const select: Effect = ({ arguments: [types, filter] }, { grounds }) => {
  const heads = headsIn(types, grounds);
  const touches = filter === undefined ? [] : filterTouches(filter, grounds);
  if (touches === undefined || heads === undefined) return "calls `select` with what cannot be read in place";
  return [...heads.flatMap(take), ...touches];
};

/** Whoever has a query can read and write all that it asks for. */
function filterTouches(filter: RawArgument | undefined, grounds: Grounds): Touch[] | undefined {
  if (filter?.kind !== "record") return undefined;
  const touches: Touch[] = [];
  for (const [part, list] of filter.members) {
    const heads = headsIn(list, grounds);
    if (heads === undefined) return undefined;
    for (const head of heads) {
      const isAsked = part === "none" || part === "removed" || head.kind === "relation";
      touches.push(...(isAsked ? [reading("presence", head.name)] : take(head)));
    }
  }
  return touches;
}

const of = <Value>(names: string, value: Value): [string, Value][] => names.split(" ").map((name) => [name, value]);

const effects: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  ["get", named(1, look)],
  ["has", named(1, ask)],
  ["cursor", cursor],
  ["set", named(1, put)],
  ["touch", named(1, put)],
  ...of("add remove commands.add commands.set commands.remove", named(1, change)),
  ...of("spawn commands.spawn", spawn(0)),
  ["spawnMany", spawn(1)],
  ...of("bundles.spawn bundles.spawnMany", spawnBundle),
  ...of("despawn commands.despawn batches.despawn", despawn),
  ["batches.replace", named(1, change)],
  ...of("batches.add batches.remove", listed(1, change)),
  ["batches.has", listed(1, ask)],
  ["batches.get", listed(1, look)],
  ["batches.componentsOf", () => [reading("ids", ""), reading("presence", "")]],
  // From the next step on.
  ...of("schedule.pause schedule.resume", () => [writing("data", pause)]),
  ["isAlive", () => [reading("ids", ""), reading("presence", "")]],
  ...of(
    "resource resources.get resources.find resources.insert resources.remove",
    named(0, ({ name }) => [writing("data", name)]),
  ),
  ["pool", named(0, ({ name }) => [writing("data", name)])],
  ["sparse", named(0, (head) => [...take(head), writing("presence", head.name)])],
  ["toggle", named(0, ({ name }) => [writing("presence", name)])],
  ...of(
    "emit writer events.emit events.writer",
    named(0, ({ name }) => [writing("event", name)]),
  ),
  ["events.emitBatch", listed(0, ({ name }) => [writing("event", name)])],
  ...of(
    "reader events.reader",
    named(0, ({ name }) => [reading("event", name)]),
  ),
  ["query", query],
  ["tracking.query", changeQuery],
  ["tracking.touch", named(1, put)],
  ["select", select],
  ...of("relations.add relations.remove commands.relate commands.unrelate", named(1, change)),
  ["relations.set", named(1, put)],
  ...of("relations.has relations.target relations.targets relations.sources", named(1, ask)),
  ...of("relations.countTargets relations.countSources relations.ancestors relations.descendants", named(1, ask)),
  ["relations.get", named(1, look)],
  ...of("relations.eachTarget relations.eachSource", visit(1, 2)),
  ...of("relations.count relations.roots relations.hierarchy", named(0, ask)),
  ["relations.each", visit(0, 3)],
]);
