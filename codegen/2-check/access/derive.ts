// What a function touches, from what its body does with each of its parameters.
import type { Touch } from "../../model/access.js";
import type { Field, Parameter, ViewFunction } from "../../model/contract.js";
import type { Place } from "../../model/place.js";
import type { ParameterUse } from "../../model/raw.js";
import { changes, columnPath, isPlainValue, typeAt } from "../field-paths.js";
import type { Grounds } from "../grounds.js";
import { reading, writing } from "./touches.js";
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

/** Derives the access of a function; `uses` are of its own parameters, which may be fewer than are declared. */
export function deriveAccess(declared: ViewFunction, uses: readonly ParameterUse[], grounds: Grounds): Derived {
  const asked: Asked = { grounds, waits: declared.form === "entity" };
  const parts = declared.parameters.map((parameter, index) => ofParameter(parameter, uses[index], asked));
  return {
    touches: parts.flatMap(({ touches }) => touches),
    unknown: parts.flatMap(({ unknown }) => unknown),
  };
}

const nothing: Derived = { touches: [], unknown: [] };

function ofParameter({ name, source }: Parameter, use: ParameterUse | undefined, asked: Asked): Derived {
  const { grounds } = asked;
  switch (source.kind) {
    case "component": {
      const data = dataTouches(source.component, source.access, use, grounds);
      return { touches: [reading("presence", source.component), ...data], unknown: [] };
    }
    case "resource":
      return { touches: dataTouches(source.resource, source.access, use, grounds), unknown: [] };
    case "event-reader":
      return { touches: [reading("event", source.event)], unknown: [] };
    case "event-writer":
      return { touches: [writing("event", source.event)], unknown: [] };
    case "world":
      return use === undefined ? nothing : ofWorld(name, use, [], asked);
    case "commands":
      return use === undefined ? nothing : ofWorld(name, use, ["commands"], asked);
    default:
      return nothing;
  }
}

/** Of the fields of a component or resource. */
function dataTouches(of: string, access: "read" | "write", use: ParameterUse | undefined, grounds: Grounds): Touch[] {
  if (use === undefined) return [];
  const fields = grounds.fields(of) ?? [];
  const read = (path: readonly string[]): Touch => reading("data", of, columnPath(path, fields));
  const mayWrite = (path: readonly string[]): Touch[] =>
    access === "read" ? [read(path)] : [read(path), writing("data", of, columnPath(path, fields))];
  return [
    ...use.reads.map(({ path }) => read(path)),
    ...use.writes.map(({ path }) => writing("data", of, columnPath(path, fields))),
    ...use.escapes.flatMap(({ path }) => (isCopied(path, fields) ? [read(path)] : mayWrite(path))),
    ...use.calls.flatMap((call) => {
      const owner = call.path.slice(0, -1);
      return changes(call, fields) ? mayWrite(owner) : [read(owner)];
    }),
  ];
}

function isCopied(path: readonly string[], fields: readonly Field[]): boolean {
  return isPlainValue(typeAt(path, fields));
}

/** Of a world, or of a part of it that a parameter stands for. */
function ofWorld(name: string, use: ParameterUse, start: readonly string[], asked: Asked): Derived {
  const touches: Touch[] = [];
  const unknown: Unknown[] = [];
  for (const { path, place, by } of use.escapes) {
    const whole = [name, ...path].join(".");
    const does = by === undefined ? `lets \`${whole}\` out of sight` : `hands \`${whole}\` to \`${by}\``;
    unknown.push({ does, place });
  }
  for (const { path, place } of use.reads) {
    const read = worldRead([...start, ...path]);
    if (read === undefined) unknown.push({ does: `uses \`${[name, ...path].join(".")}\``, place });
    else touches.push(...read);
  }
  for (const call of use.calls) {
    const found = worldCall({ ...call, path: [...start, ...call.path] }, asked);
    if (typeof found === "string") unknown.push({ does: found, place: call.place });
    else touches.push(...found);
  }
  return { touches, unknown };
}
