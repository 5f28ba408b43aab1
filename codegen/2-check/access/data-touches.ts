import type { Touch } from "../../model/access.js";
import type { Field } from "../../model/contract.js";
import type { ParameterUse } from "../../model/raw.js";
import { changes, columnPath, isPlainValue, typeAt } from "../field-paths.js";
import type { Grounds } from "../grounds.js";
import { reading, writing } from "./touches.js";

/** Of the fields of a component or resource. */
export function dataTouches(
  of: string,
  access: "read" | "write",
  use: Omit<ParameterUse, "parameter"> | undefined,
  grounds: Grounds,
): Touch[] {
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
