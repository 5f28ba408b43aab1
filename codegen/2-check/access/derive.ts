// What a function touches, from what its body does with each of its parameters.
import type { Rows, Touch } from "../../model/access.js";
import type { Parameter, ScheduledRun, ViewFunction } from "../../model/contract.js";
import type { Place } from "../../model/place.js";
import type { ParameterUse, ReachedPart } from "../../model/raw.js";
import type { PartUse } from "../../model/uses.js";
import type { Grounds } from "../grounds.js";
import { dataTouches } from "./data-touches.js";
import { queryTouches } from "./query-touches.js";
import { ofRows, reading, rowsOf, writing } from "./touches.js";
import { worldCall, worldRead, type Asked } from "./world-calls.js";

/** What keeps a part of the access from being known: the function `does` something, somewhere. */
export interface Unknown {
  readonly does: string;
  readonly place: Place;
}

/** What is known of what a function touches. */
export interface Derived {
  readonly touches: readonly Touch[];
  readonly unknown: readonly Unknown[];
}

/**
 * Derives the access of a function whose loop, if it has one, visits the rows of a filter; `uses` are of its own parameters, which
 * may be fewer than are declared.
 */
export function deriveAccess(
  declared: ViewFunction,
  uses: readonly ParameterUse[],
  filter: Pick<ScheduledRun, "with" | "without">,
  grounds: Grounds,
): Derived {
  const waits = declared.form === "entity" || declared.parameters.some(({ source }) => source.kind === "query");
  const asked: Asked = { grounds, waits };
  const rows = rowsOf(declared.parameters, filter);
  const touches: Touch[] = [];
  const unknown: Unknown[] = [];
  declared.parameters.forEach((parameter, index) => {
    const part = ofParameter(parameter, useAt(uses, index), rows, asked);
    touches.push(...part.touches);
    unknown.push(...part.unknown);
  });
  return { touches: withWaiting(touches), unknown };
}

/** With one of many parameters that come as a list, anything may be done if something is done with the list. */
function useAt(uses: readonly ParameterUse[], index: number): ParameterUse | undefined {
  const list = uses.find(({ rest }, at) => rest === true && at <= index);
  if (list === undefined) return uses[index];
  const { reads, writes, escapes, calls } = list;
  const [first] = [...reads, ...writes, ...escapes, ...calls];
  const whole = first === undefined ? [] : [{ ...first, path: [] }];
  return { parameter: list.parameter, reads: [], writes: [], escapes: whole, calls: [] };
}

/** While a spawn waits, so do all changes of what is spawned, those as well that would be made at once. */
function withWaiting(touches: readonly Touch[]): readonly Touch[] {
  if (!touches.some(({ kind, waits }) => kind === "ids" && waits)) return touches;
  const isAtOnce = ({ kind, write, waits }: Touch): boolean => kind === "presence" && write && !waits;
  return touches.flatMap((touch) => (isAtOnce(touch) ? [touch, { ...touch, waits: true }] : [touch]));
}

const nothing: Derived = { touches: [], unknown: [] };

function ofParameter({ name, source }: Parameter, use: ParameterUse | undefined, rows: Rows, asked: Asked): Derived {
  const { grounds } = asked;
  switch (source.kind) {
    case "component": {
      const data = dataTouches(source.component, source.access, use, grounds);
      return { touches: [reading("presence", source.component), ...ofRows(rows, data)], unknown: [] };
    }
    case "resource":
      return { touches: dataTouches(source.resource, source.access, use, grounds), unknown: [] };
    case "event-reader":
      return { touches: [reading("event", source.event)], unknown: [] };
    case "event-writer":
      return { touches: [writing("event", source.event)], unknown: [] };
    case "query":
      return { touches: queryTouches(source, use, grounds), unknown: [] };
    case "world":
      return use === undefined ? nothing : ofWorld(name, use, [], asked);
    case "commands":
      return use === undefined ? nothing : ofWorld(name, use, ["commands"], asked);
    default:
      return nothing;
  }
}

/** Of a world, or of a part of it that a parameter stands for. */
function ofWorld(name: string, use: ParameterUse, start: readonly string[], asked: Asked): Derived {
  const touches: Touch[] = [];
  const unknown: Unknown[] = [];
  // What `get` gives back is a copy.
  const ofItself = ({ path }: PartUse): boolean => !path.includes("()");
  const looked = [...use.reads, ...use.escapes]
    .filter(ofItself)
    .map((part) => ({ part, read: worldRead([...start, ...part.path]) }));
  for (const { part, read } of looked) {
    if (read === undefined) unknown.push({ does: outOfSight(name, part), place: part.place });
    else touches.push(...read);
  }
  for (const call of use.calls.filter(ofItself)) {
    const found = worldCall({ ...call, path: [...start, ...call.path] }, asked);
    if (typeof found === "string") unknown.push({ does: found, place: call.place });
    else touches.push(...found);
  }
  return { touches, unknown };
}

function outOfSight(name: string, { path, by }: ReachedPart): string {
  const whole = `\`${[name, ...path].join(".")}\``;
  return by === undefined || by.startsWith("...") ? `lets ${whole} out of sight` : `hands ${whole} to \`${by}\``;
}
