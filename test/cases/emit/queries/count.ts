import type { Query } from "ecsgen/schema";
import type { Contacts, Label } from "./schema/space.js";

/** Counts what has a label. */
export function count(labels: Query<{ label: Readonly<Label> }>, contacts: Contacts): void {
  contacts.count = labels.length;
}
