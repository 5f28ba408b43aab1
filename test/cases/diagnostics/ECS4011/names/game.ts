import type { Query } from "ecsgen/schema";
import type { Body, Notes } from "./schema.js";

export function keep(body: Readonly<Body>, others: Query<{ body: Readonly<Body> }>, notes: Notes): void {
  if (body) for (const name in body) notes.first.x += name.length;
  notes.first.x += Object.keys(body).length + sum(Object.values(body.at)) + listed(body.spin);
  for (const other of others) notes.kept.push(Object.assign({}, other.body.at), structuredClone(body.at));
  if (JSON.stringify(body, null, 2) === "" || Object.hasOwn(body, "at")) notes.kept.length = 0;

  // Objects of their own, functions that are asked for names, and what is listed by name.
  for (const name in notes.first) notes.first.x += name.length;
  notes.first.x += Object.keys(notes.first).length + Object.values(body.marks[0]!).length;
  notes.first.x += JSON.stringify(body.at, ["x", "y"]).length;
}

function listed(of: object): number {
  return Object.entries(of).length;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
