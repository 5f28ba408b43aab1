import { columnsOf, pairs, rowOf } from "ecsgen/runtime";
import type { Entity, Query } from "ecsgen/schema";
import type { Body, Notes } from "./schema.js";

type Bodies = Query<{ entity: Entity; body: Readonly<Body> }>;

export function keep(bodies: Bodies, notes: Notes): void {
  for (const row of bodies) notes.kept.push({ x: { ...row }.body.at.x });
  for (const { body, ...left } of bodies) notes.names.push(left.entity, body.at.x);
  for (const [one, other] of pairs(bodies)) {
    notes.names.push(Object.keys(one).length, listed(other));
    const found = rowOf(bodies, one.entity);
    if (found !== undefined) notes.names.push(JSON.stringify(found).length);
  }
  const first = bodies.find((row) => Object.hasOwn(row, "body"));
  for (const name in first) notes.names.push(name.length);

  // Both rows of a pair, all rows, and the values of fields.
  for (const pair of pairs(bodies)) notes.names.push(Object.keys(pair).length);
  notes.names.push(Object.keys([...bodies]).length);
  for (const { body } of bodies) notes.kept.push({ ...{ x: body.at.x } });
}

export function columns(bodies: Bodies, notes: Notes): void {
  for (const table of columnsOf(bodies)) notes.names.push(Object.keys(table).length);
}

function listed(of: object): number {
  return Object.entries(of).length;
}
