import type { Checked } from "../model/checked.js";

/**
 * The components that keep when their rows were added and written: those whose schema says so, and those that a line of the
 * schedule asks for. An app has the lines that it runs; a library those of its cores.
 */
export function trackedBy({ app, contract }: Checked): ReadonlySet<string> {
  const lines = app?.schedule ?? contract.cores.flatMap(({ schedule }) => schedule);
  const asked = new Set(lines.flatMap(({ changes }) => [...(changes?.changed ?? []), ...(changes?.added ?? [])]));
  const tracked = contract.components.filter(
    ({ name, storage, tracked: said }) =>
      said === true || (asked.has(name) && storage !== "tag" && storage !== "toggle"),
  );
  return new Set(tracked.map(({ name }) => name));
}
