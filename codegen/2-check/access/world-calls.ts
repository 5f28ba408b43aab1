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
  if (whole === "entityCount") return [reading("presence", "")];
  return whole === "name" || whole === "isLocked" || whole === "commands.waiting" ? [] : undefined;
}

/** What a token names, given as one of the arguments. */
function named(place: number, then: (head: DeclarationHead, asked: Asked) => readonly Touch[]): Effect {
  return (call, asked) => {
    const head = headOf(call.arguments[place], asked.grounds);
    return head === undefined ? `calls \`${call.path.join(".")}\` without naming what it means` : then(head, asked);
  };
}

function headOf(argument: RawArgument | undefined, grounds: Grounds): DeclarationHead | undefined {
  return argument?.kind === "symbol" ? declarationOf(grounds, argument.symbol) : undefined;
}

/** Whoever has the id of an entity may have it before the entity is there. */
const ask = ({ name }: DeclarationHead): Touch[] => [reading("ids", ""), reading("presence", name)];
const look = (head: DeclarationHead): Touch[] => [...ask(head), reading("data", head.name)];
const put = (head: DeclarationHead): Touch[] => [...ask(head), writing("data", head.name)];

/** Whether it is there already is asked at once, also where the change waits. */
const change = (head: DeclarationHead, { waits }: Asked): Touch[] => [
  ...ask(head),
  writing("presence", head.name, [], waits),
  writing("data", head.name, [], waits),
];

const despawn: Effect = (_call, { waits }) => [
  reading("ids", ""),
  reading("presence", ""),
  writing("presence", "", [], waits),
];

/** `spawn({ position: … })`. */
function spawn(place: number): Effect {
  return ({ path, arguments: given }, { grounds, waits }) => {
    const init = given[place];
    if (init === undefined) return [writing("ids", "", [], waits), writing("presence", "", [], waits)];
    if (init.kind !== "record") return `calls \`${path.join(".")}\` with what cannot be read in place`;
    return spawned(
      [...init.members.keys()].flatMap((key) => grounds.spawned(key)),
      waits,
    );
  };
}

function spawned(components: readonly string[], waits: boolean): Touch[] {
  return [
    writing("ids", "", [], waits),
    ...components.flatMap((of) => [writing("presence", of, [], waits), writing("data", of, [], waits)]),
  ];
}

/** `bundles.spawn(Fighter, …)`. */
const spawnBundle: Effect = ({ path, arguments: [token] }, { grounds, waits }) => {
  const components = token?.kind === "symbol" ? grounds.bundled(token.symbol.name) : undefined;
  return components === undefined ? `calls \`${path.join(".")}\` without naming a bundle` : spawned(components, waits);
};

const query: Effect = ({ arguments: [filter] }, { grounds }) => {
  const touches = filterTouches(filter, grounds);
  return touches ?? "calls `query` with a filter that cannot be read in place";
};

const select: Effect = ({ arguments: [types, filter] }, { grounds }) => {
  const heads = types?.kind === "list" ? types.items.map((item) => headOf(item, grounds)) : [undefined];
  const touches = filter === undefined ? [] : filterTouches(filter, grounds);
  if (touches === undefined || heads.includes(undefined)) return "calls `select` with what cannot be read in place";
  return [...heads.flatMap((head) => (head === undefined ? [] : put(head))), ...touches];
};

/** Whoever has a query can read and write all that it asks for. */
function filterTouches(filter: RawArgument | undefined, grounds: Grounds): Touch[] | undefined {
  if (filter?.kind !== "record") return undefined;
  const touches: Touch[] = [];
  for (const [part, list] of filter.members) {
    if (list.kind !== "list") return undefined;
    for (const item of list.items) {
      const head = headOf(item, grounds);
      if (head === undefined) return undefined;
      touches.push(...(part === "none" || head.kind === "relation" ? ask(head) : put(head)));
    }
  }
  return touches;
}

const of = <Value>(names: string, value: Value): [string, Value][] => names.split(" ").map((name) => [name, value]);

const effects: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  ["get", named(1, look)],
  ["has", named(1, ask)],
  ["set", named(1, put)],
  ["touch", named(1, put)],
  ...of("add remove commands.add commands.set commands.remove", named(1, change)),
  ...of("spawn commands.spawn", spawn(0)),
  ["spawnMany", spawn(1)],
  ...of("bundles.spawn bundles.spawnMany", spawnBundle),
  ...of("despawn commands.despawn", despawn),
  ["isAlive", () => [reading("ids", ""), reading("presence", "")]],
  ["resource", named(0, ({ name }) => [writing("data", name)])],
  ["pool", named(0, ({ name }) => [writing("data", name)])],
  ["sparse", named(0, put)],
  ["toggle", named(0, ({ name }) => [writing("presence", name)])],
  ["emit", named(0, ({ name }) => [writing("event", name)])],
  ["writer", named(0, ({ name }) => [writing("event", name)])],
  ["reader", named(0, ({ name }) => [reading("event", name)])],
  ["query", query],
  ["select", select],
  ...of("relations.add relations.remove commands.relate commands.unrelate", named(1, change)),
  ["relations.set", named(1, put)],
  ...of("relations.has relations.target relations.targets relations.sources", named(1, ask)),
  ...of("relations.countTargets relations.countSources relations.ancestors relations.descendants", named(1, ask)),
  ...of("relations.get relations.eachTarget relations.eachSource", named(1, look)),
  ...of("relations.count relations.roots relations.hierarchy", named(0, ask)),
  ["relations.each", named(0, look)],
]);
