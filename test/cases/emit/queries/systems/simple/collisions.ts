import { pairs } from "ecsgen/runtime";
import type { EventWriter, Query, RowOf } from "ecsgen/schema";
import type { Body, Contacts, Met, Pinned, Velocity } from "../../schema/space.js";

export function collide(
  bodies: Query<Body, { without: [Pinned] }>,
  contacts: Contacts,
  met: EventWriter<Met>,
): void {
  for (const [a, b] of pairs(bodies)) {
    const [dx, dy] = [a.position.at.x - b.position.at.x, a.position.at.y - b.position.at.y];
    const reach = a.radius.value + b.radius.value;
    if (dx * dx + dy * dy >= reach * reach) continue;
    push(a, dx, dy);
    push(b, -dx, -dy);
    contacts.count++;
    met.emit({ force: reach });
  }
}

function push({ velocity, mass }: RowOf<Body>, dx: number, dy: number): void {
  const kilograms = mass?.kilograms ?? 1;
  velocity.x += dx / kilograms;
  velocity.y += dy / kilograms;
}

export function isStill(moving: Query<{ velocity: Readonly<Velocity> }>): boolean {
  return moving.find(({ velocity }) => velocity.x !== 0 || velocity.y !== 0) === undefined;
}
