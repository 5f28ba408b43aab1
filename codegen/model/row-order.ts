// Who tells one order of rows from another.
import type { ViewFunction } from "./contract.js";

/** Whether a function does something in the order of rows that is not done to each row alone: draws, sums up, emits, changes others. */
export function tellsRows({ form, parameters }: ViewFunction): boolean {
  return parameters.some(({ source }) => {
    if (source.kind === "world" || source.kind === "query") return true;
    if (form !== "entity") return false;
    return (
      source.kind === "commands" ||
      source.kind === "event-writer" ||
      (source.kind === "resource" && source.access === "write")
    );
  });
}
