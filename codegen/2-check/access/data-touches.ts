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
  const touches: Touch[] = [];
  const read = (path: readonly string[]): void => void touches.push(reading("data", of, columnPath(path, fields)));
  const write = (path: readonly string[]): void => void touches.push(writing("data", of, columnPath(path, fields)));
  const mayWrite = (path: readonly string[]): void => {
    read(path);
    if (access === "write") write(path);
  };
  use.reads.forEach(({ path }) => read(path));
  use.writes.forEach(({ path }) => write(path));
  use.escapes.forEach(({ path }) => (isCopied(path, fields) ? read(path) : mayWrite(path)));
  use.calls.forEach((call) => {
    const owner = call.path.slice(0, -1);
    if (changes(call, fields)) mayWrite(owner);
    else read(owner);
  });
  return touches;
}

function isCopied(path: readonly string[], fields: readonly Field[]): boolean {
  return isPlainValue(typeAt(path, fields));
}
