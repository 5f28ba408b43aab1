import type { EventReader } from "ecsgen/schema";
import type { Blow, Sum } from "./schema/blows.js";

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
