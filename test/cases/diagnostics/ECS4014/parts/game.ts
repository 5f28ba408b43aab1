import type { Query } from "ecsgen/schema";
import type { Best, Body } from "./schema/game.js";

export function keep(body: Body, best: Best, others: Query<{ body: Readonly<Body> }>): void {
  if (best.x < body.at.x) best.at = body.at;
  best.spin = { axis: body.spin.axis };
  best.spots.push(body.at, { x: body.from.x, y: 0 });
  body.trail = [body.at];
  for (const other of others) best.spots[0] = other.body.at;
  body.from = body.at;
  body.spin = { axis: best.at };
  best.x = body.at.x;
  best.at = { x: body.at.x, y: body.at.y };
}
