import type { Query } from "ecsgen/schema";
import type { Body, Notes } from "./schema.js";

export function keep(body: Readonly<Body>, others: Query<{ body: Readonly<Body> }>, notes: Notes): void {
  const all = { ...body };
  notes.kept.push({ ...body.spin.axis }, copied(body.at), { ...notes.first, y: 1 }, { y: 2, ...body.marks[0]! });
  for (const other of others) notes.kept.push({ ...other.body.at });
  notes.first.x = all.at.x;
  const { at, ...left } = body;
  const { kept, ...others2 } = notes;
  const [mark, ...marks] = body.marks;
  kept.push({ ...left.spin.axis }, taken(body.spin), { ...others2.first, y: at.x }, { ...mark, y: marks.length });
}

function taken({ rate, ...more }: { readonly rate: number; readonly axis: { readonly x: number; readonly y: number } }): {
  x: number;
  y: number;
} {
  return { x: rate, y: more.axis.y };
}

function copied(at: { readonly x: number; readonly y: number }): { x: number; y: number } {
  return { ...at };
}
