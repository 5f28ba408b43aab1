import { ChangeQuery } from "./change-query.js";
import { QueryRows } from "./query-rows.js";

/** The queries for changes among what a function is given. */
export function changesIn(parameters: readonly unknown[]): ChangeQuery[] {
  return parameters.flatMap((each) =>
    each instanceof QueryRows && each.query instanceof ChangeQuery ? [each.query] : [],
  );
}

/** A function for generated calls: when it is over, the queries for changes that it was given have been seen. */
export function seeing<Parameters extends readonly unknown[], Result>(
  run: (...parameters: Parameters) => Result,
): (...parameters: Parameters) => Result {
  return (...parameters) => ChangeQuery.$together(changesIn(parameters), () => run(...parameters));
}
