import type { EventReader } from "ecsgen/schema";
import type { Died, Journal, Name } from "./schema/battle.js";

/** A function of the app's own that runs once. */
export function report(journal: Journal, died: EventReader<Died>): void {
  for (const { name } of died) journal.lines.push(`goodbye ${name}`);
}

/** A function of the app's own that runs for each entity. */
export function shout(name: Name): void {
  name.text = name.text.toUpperCase();
}
