import type { Checked } from "../model/checked.js";

/**
 * The components that keep when their rows were added and written: those whose schema says so, and those that a line of the
 * schedule or a query of a function asks for. An app has the lines that it runs; a library those of its cores.
 */
export function trackedBy({ app, contract }: Checked): ReadonlySet<string> {
  const lines = app?.schedule ?? contract.cores.flatMap(({ schedule }) => schedule);
  const own = (app?.schedule ?? []).flatMap(({ run, condition }) =>
    [run, condition].flatMap((call) => (call?.kind === "function" ? [call.signature] : [])),
  );
  const functions = [
    ...contract.cores.flatMap(({ features }) => features.flatMap(({ view }) => view.functions)),
    ...own,
  ];
  const queries = functions.flatMap(({ parameters }) =>
    parameters.map(({ source }) => source).filter((source) => source.kind === "query"),
  );
  const asked = new Set(
    [...lines, ...queries].flatMap(({ changes }) => [...(changes?.changed ?? []), ...(changes?.added ?? [])]),
  );
  const tracked = contract.components.filter(
    ({ name, storage, tracked: said }) =>
      said === true || (asked.has(name) && storage !== "tag" && storage !== "toggle"),
  );
  return new Set(tracked.map(({ name }) => name));
}
