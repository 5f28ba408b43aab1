// Names of a schedule: short where they are declared, qualified everywhere else.
import { suggestion } from "../../diagnostics/suggest.js";
import { builtInPhases } from "../../model/phases.js";

/** Who declares something: a core by its name, the app by the empty one. */
export type Owner = string;

/** The owner of what the app declares. */
export const ofTheApp: Owner = "";

/** A name as others know it: `motion.broad`; what the app declares keeps its name. */
export function qualified(name: string, owner: Owner): string {
  return owner === ofTheApp ? name : `${owner}.${name}`;
}

/** What was probably meant by a name, as its owner would write it. */
export function suggestName(written: string, owner: Owner, names: Iterable<string>): string {
  // What the app declares is nothing that a core can name.
  const all = [...names].filter((name) => owner === ofTheApp || name.includes(".") || builtInPhases.has(name));
  const known = all.map((name) =>
    owner !== ofTheApp && name.startsWith(`${owner}.`) ? name.slice(owner.length + 1) : name,
  );
  const elsewhere = all.find((name) => name.endsWith(`.${written}`));
  return suggestion(elsewhere ?? written, written.startsWith(`${owner}.`) ? all : known);
}
