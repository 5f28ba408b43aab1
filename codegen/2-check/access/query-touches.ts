import type { Touch } from "../../model/access.js";
import type { QuerySource, QueryTerm } from "../../model/contract.js";
import type { ParameterUse } from "../../model/raw.js";
import { isFollowed } from "../field-paths.js";
import type { Grounds } from "../grounds.js";
import { inRow, useOfMember } from "../query-members.js";
import { dataTouches } from "./data-touches.js";
import { ofRows, reading, rowsOf, writing } from "./touches.js";

/** Of the rows of a query: field by field, or as it declares them when a row gets out of sight. */
export function queryTouches(source: QuerySource, use: ParameterUse | undefined, grounds: Grounds): Touch[] {
  const { terms } = source;
  const presence = terms.map(({ source: term }) =>
    reading("presence", term.kind === "component" ? term.component : ""),
  );
  const { changed = [], added = [], removed = [] } = source.changes ?? {};
  const narrowing = [...source.with, ...source.without, ...source.any, ...changed, ...added, ...removed];
  const filter = [
    ...narrowing.map((name) => reading("presence", name)),
    ...changed.map((name) => reading("data", name)),
  ];
  if (use === undefined) return [...presence, ...filter];
  const within = isWithinMembers(use, new Set(terms.map(({ name }) => name)));
  const data = terms.flatMap((term) => (within ? termTouches(term, use, grounds) : declaredTouches(term)));
  return [...presence, ...filter, ...ofRows(rowsOf(terms, source), data)];
}

function declaredTouches({ source }: QueryTerm): Touch[] {
  if (source.kind !== "component") return [];
  const { component, access } = source;
  return [reading("data", component), ...(access === "write" ? [writing("data", component)] : [])];
}

/** What is done with one member of the rows. */
function termTouches({ name, source }: QueryTerm, use: ParameterUse, grounds: Grounds): Touch[] {
  if (source.kind !== "component") return [];
  const of = useOfMember(use, name);
  // A whole component that is only looked at says nothing but whether it is there.
  const reads = of.reads.filter(({ path, by }) => path.length > 0 || by !== undefined);
  return dataTouches(source.component, source.access, { ...of, reads }, grounds);
}

/** Whether all that is done is done with members of rows; no row is kept by somebody, handed on or looked into by a computed name. */
function isWithinMembers({ reads, writes, escapes, calls }: ParameterUse, members: ReadonlySet<string>): boolean {
  const isMember = (path: readonly string[]): boolean => members.has(inRow(path)[0] ?? "");
  const isLength = (path: readonly string[]): boolean => path.at(-1) === "length" && inRow(path).length === 1;
  const isOfRows = (call: ParameterUse["calls"][number]): boolean =>
    inRow(call.path.slice(0, -1)).length === 0 && isFollowed(call);
  return (
    reads.every(({ path }) => isMember(path) || isLength(path) || inRow(path).length === 0) &&
    [...writes, ...escapes].every(({ path }) => isMember(path)) &&
    calls.every((call) => isMember(call.path.slice(0, -1)) || isOfRows(call))
  );
}
