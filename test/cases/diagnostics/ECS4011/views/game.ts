import type { Query } from "ecsgen/schema";
import type { Body, Notes } from "./schema.js";

export function keep(body: Readonly<Body>, others: Query<{ body: Readonly<Body> }>, notes: Notes): void {
  const all = { ...body };
  notes.kept.push({ ...body.spin.axis }, copied(body.at), { ...notes.first, y: 1 }, { y: 2, ...body.marks[0]! });
  for (const other of others) notes.kept.push({ ...other.body.at });
  notes.first.x = all.at.x;
}

function copied(at: { readonly x: number; readonly y: number }): { x: number; y: number } {
  return { ...at };
}
