import type { EventReader } from "ecsgen/schema";
import type { Blow, Door, Shown, Sum } from "./schema/blows.js";

export function soften(blows: EventReader<Blow>, sum: Sum): void {
  for (const blow of blows) {
    sum.force += blow.force;
    blow.marks.push(blow.force);
    forget(blow);
    const own = { ...blow, marks: blow.marks.slice() };
    own.marks.push(1);
    own.force = 0;
  }
  blows.skip();
}

function forget(blow: { force: number }): void {
  blow.force = 0;
}

/** What an event holds of the host is not the event. */
export function show(shown: EventReader<Shown>, doors: EventReader<Door>): void {
  for (const { mesh, parts } of shown) {
    mesh.visible = true;
    mesh.marks.push(1);
    for (const part of parts) part.visible = true;
  }
  for (const door of doors) {
    door.side.mesh.visible = false;
    door.side.mesh = { visible: true, marks: [] };
  }
}
