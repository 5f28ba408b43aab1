import type { Entity, Query } from "ecsgen/schema";
import type { Asleep, Contacts, Label } from "./schema/space.js";

/** Counts what has a label, or what sleeps where these are more. */
export function count(
  labels: Query<{ label: Readonly<Label> }>,
  sleepers: Query<{ entity: Entity }, { with: [Asleep] }>,
  contacts: Contacts,
): void {
  contacts.count = Math.max(labels.length, sleepers.length);
}
