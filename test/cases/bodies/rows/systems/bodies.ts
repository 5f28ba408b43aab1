// Bodies that go through rows, written to be nasty: each does the same whether it is printed or called.
import { pairs, pairs as together, rowOf } from "ecsgen/runtime";
import type { Entity } from "ecsgen/schema";
import type { Awake, Bodies, Glowing, Place, Settings, Soul, Speed, Time } from "../schema/crowd.js";

export const pace = 0.5;
export function far(x: number, y: number): boolean {
  return Math.hypot(x, y) > 40;
}
function secret(value: number): number {
  return value * 3;
}

export function plain(bodies: Bodies): void {
  for (const body of bodies) {
    body.place.x += body.speed.x;
  }
}

export function patterns(bodies: Bodies, _awake: Awake, _glowing: Glowing, time: Readonly<Time>): void {
  for (const { place, speed } of bodies) {
    place.x += speed.x * time.delta;
    const { x, y } = place;
    place.y = x - y;
  }
}

export function deep(bodies: Bodies): void {
  for (const {
    place: { x, y: height },
    speed,
    entity,
  } of bodies) {
    speed.x = x + height;
    speed.y = entity % 7;
  }
}

export function nested(bodies: Bodies, awake: Awake): void {
  for (const a of bodies) {
    let sum = 0;
    for (const b of awake) {
      if (a.entity === b.entity) continue;
      sum += b.place.x - a.place.x;
    }
    a.speed.x += sum;
  }
}

export function same(bodies: Bodies): void {
  for (const { place, speed } of bodies) {
    for (const { place: other, speed: others } of bodies) {
      speed.x += other.x - place.x;
      others.y -= 1;
    }
  }
}

export function everyPair(bodies: Bodies, _awake: Awake, _glowing: Glowing, _time: Readonly<Time>, settings: Settings): void {
  for (const [a, b] of pairs(bodies)) {
    const dx = a.place.x - b.place.x;
    if (dx === 0) continue;
    a.speed.x += dx;
    b.speed.x -= dx;
    settings.count++;
  }
}

export function pairsOfParts(_bodies: Bodies, awake: Awake, _glowing: Glowing, _time: Readonly<Time>, settings: Settings): void {
  for (const [{ place, soul }, { place: other, entity }] of together(awake)) {
    if (far(place.x - other.x, place.y - other.y)) break;
    soul.spin.axis.x += other.x;
    settings.log.push(`${soul.mood} ${entity}`);
  }
}

export function leaves(bodies: Bodies, awake: Awake, _glowing: Glowing, _time: Readonly<Time>, settings: Settings): void {
  for (const { place } of bodies) {
    for (const { soul } of awake) {
      if (soul.mood === "run") break;
      soul.spin.angle += 1;
      for (let i = 0; i < 3; i++) {
        if (i === 2) break;
        place.x += i;
      }
      switch (soul.mood) {
        case "idle":
          settings.count += 1;
          break;
        default:
          settings.count += 2;
      }
    }
    if (place.y < 0) break;
    place.y++;
  }
}

export function returns(bodies: Bodies, awake: Awake, _glowing: Glowing, _time: Readonly<Time>, settings: Settings): void {
  for (const body of bodies) {
    for (const other of awake) {
      if (other.place.x > body.place.x) return;
      settings.count++;
    }
    if (settings.count > 5) return undefined;
    body.speed.y = settings.count;
  }
  settings.log.push("end");
}

export function maybe(bodies: Bodies, _awake: Awake, _glowing: Glowing, _time: Readonly<Time>, settings: Readonly<Settings>): void {
  for (const { soul, speed } of bodies) {
    if (soul === undefined) {
      speed.x = -1;
      continue;
    }
    speed.x += soul.energy ?? settings.factor;
    soul.energy = speed.x;
    soul.awake = speed.x > 3;
  }
}

export function chained(bodies: Bodies): void {
  for (const body of bodies) {
    body.speed.x += body.soul?.spin.angle ?? 0.5;
    body.speed.y = body.soul?.awake === true ? 1 : 2;
  }
}

export function words(_bodies: Bodies, awake: Awake, _glowing: Glowing, _time: Readonly<Time>, settings: Settings): void {
  for (const { soul, entity } of awake) {
    soul.mood = soul.awake ? "run" : "idle";
    soul.words.push(soul.name);
    soul.name = `${soul.name}.`;
    settings.log.push(String(entity));
  }
}

export function takenApart(bodies: Bodies): void {
  for (const body of bodies) {
    const { place, speed } = body;
    const { x } = speed;
    const held = body.place.y;
    place.x = held + x;
    place.y = held - x;
  }
}

export function shadowed(bodies: Bodies): void {
  const table = 3;
  const row = 2;
  for (const { place } of bodies) {
    const count = table + row;
    {
      const place = { x: count };
      place.x++;
    }
    place.x += count;
  }
}

export function outside(bodies: Bodies): void {
  for (const { place } of bodies) {
    if (far(place.x, place.y)) place.x *= pace;
  }
}

export function first(bodies: Bodies, awake: Awake): void {
  const [body] = bodies;
  for (const { place } of awake) {
    place.x += body?.place.x ?? 1;
  }
}

export function looksUp(bodies: Bodies, awake: Awake): void {
  for (const { place, entity } of awake) {
    const body = rowOf(bodies, entity);
    place.y += body === undefined ? bodies.length : body.speed.x;
  }
}

export function sorted(bodies: Bodies, awake: Awake, _glowing: Glowing, _time: Readonly<Time>, settings: Settings): void {
  for (const { place } of awake) {
    place.x = Math.round(place.x);
  }
  for (const { entity } of bodies.slice().sort((a, b) => a.place.x - b.place.x)) settings.log.push(`${entity}`);
}

export function remembered(bodies: Bodies, awake: Awake): void {
  let largest = -Infinity;
  for (const { place } of bodies) {
    largest = Math.max(largest, place.x);
  }
  for (const { place } of awake) {
    place.y = largest;
  }
}

export function commented(bodies: Bodies): void {
  // Before.
  for (const { place /* where it stands */ } of bodies) {
    /*
     * Several lines,
     * in a block.
     */
    place.x += 1; // behind

    place.y += 1;
  }
}

export function labelled(bodies: Bodies, awake: Awake): void {
  outer: for (const { place } of bodies) {
    for (const other of awake) {
      if (other.place.x < place.x) continue outer;
      other.place.y += 1;
    }
    for (let i = 0; i < 3; i++) {
      for (const { soul } of awake) {
        soul.spin.angle += i;
        if (soul.awake) break outer;
      }
    }
  }
}

export function labelledPairs(bodies: Bodies, awake: Awake): void {
  let left = 40;
  /* every two */ around: for (const [a, b] of pairs(bodies)) {
    if (a.place.x > b.place.x) continue around;
    within: for (const other of awake) {
      for (let i = 0; i < 2; i++) {
        if (other.place.x > 30) continue within;
        if (other.place.y < b.place.y) continue around;
        if (--left < 0) break around;
      }
      if (other.place.x < -30) break within;
      a.place.y += other.place.y;
    }
    b.place.x -= 1;
  }
}

export function labelledWhole(bodies: Bodies, awake: Awake): void {
  outer: for (const body of bodies) {
    for (const other of awake) {
      if (other.place.x < body.place.x) continue outer;
      other.place.y += Object.is(body, undefined) ? 0 : 1;
      if (other.place.y > 50) break outer;
    }
  }
}

export function mixed(bodies: Bodies, awake: Awake, glowing: Glowing): void {
  for (const a of bodies) {
    for (const { glow, place } of glowing) {
      glow.heat += a.place.x;
      place.y -= 1;
    }
    for (const b of awake) {
      b.place.x += a.speed.x;
    }
  }
}

export function handsOn(bodies: Bodies, awake: Awake): void {
  const all: { x: number }[] = [];
  for (const { place } of bodies) {
    all.push(place);
    place.x += all.length;
  }
  for (const { place } of awake) {
    place.y += all.length;
  }
}

export function onlyWhole(bodies: Bodies, _awake: Awake, _glowing: Glowing, _time: Readonly<Time>, settings: Settings): void {
  for (const body of bodies) {
    settings.log.push(Object.is(body, undefined) ? "none" : "some");
  }
}

export function captures(bodies: Bodies): void {
  for (const { place } of bodies) {
    const add = (): number => place.x++;
    add();
  }
}

export function single(bodies: Bodies, awake: Awake, _glowing: Glowing, time: Readonly<Time>): void {
  for (const { place, speed } of bodies) place.x += speed.x * time.delta;
  for (const body of awake) for (const other of bodies) if (other.place.x > 9) body.place.x += 1;
  for (const [a, b] of pairs(bodies))
    if (a.place.x > b.place.x) {
      a.speed.x = b.speed.y;
    } else a.place.y = b.place.y;
  if (time.delta > 0) for (const body of bodies) body.soul ? (body.place.y -= 1) : (body.place.y += 1);
  outer: for (const a of bodies)
    for (const b of bodies) {
      if (b.place.x > a.place.x) continue outer;
      if (a.place.y > 30) break outer;
      b.place.y += 1;
    }
}

export function wholes(bodies: Bodies, awake: Awake): void {
  for (const { soul, place } of awake) {
    soul.spin.axis = { x: soul.spin.axis.y, y: place.x };
    for (const other of awake) if (other.place.x > place.x) other.soul.spin.axis = { x: soul.spin.axis.x, y: 1 };
  }
  for (const [a, b] of pairs(bodies)) if (a.place.x < b.place.y) a.place.y = b.speed.x;
}

export function keepsSecret(bodies: Bodies): void {
  for (const { place } of bodies) {
    place.x = secret(place.x);
  }
}

export function sparse(_bodies: Bodies, _awake: Awake, glowing: Glowing): void {
  for (const { glow, place } of glowing) {
    glow.heat += place.x;
  }
}

export function given(bodies: Bodies): void {
  for (const body of bodies) body.place.y += 1;
  const rows = bodies;
  for (const body of rows) {
    body.place.x += 1;
  }
}

export function mutual(bodies: Bodies, awake: Awake): void {
  for (const a of bodies) {
    for (const b of awake) {
      b.place.x = a.place.x + a.speed.x + 1;
      const { y } = a.place;
      b.soul.spin.angle = y;
    }
  }
}

export function behindTheBack(bodies: Bodies, awake: Awake, glowing: Glowing): void {
  for (const a of bodies) {
    for (const { place } of glowing) place.x += 1;
    for (const b of awake) {
      b.soul.spin.angle += a.place.x;
    }
  }
}

export function byLookingUp(bodies: Bodies, awake: Awake): void {
  for (const a of bodies) {
    for (const b of awake) {
      const found = rowOf(bodies, b.entity);
      if (found !== undefined) found.place.x += 1;
      b.soul.spin.angle += a.place.x;
    }
  }
}

export function threefold(bodies: Bodies, awake: Awake): void {
  for (const a of bodies) {
    for (const [b, c] of pairs(awake)) {
      for (const d of awake) {
        d.soul.spin.angle += a.place.x * b.place.y - c.place.x;
        if (d.place.x > c.place.y) a.speed.x -= b.place.x;
      }
    }
  }
}

// What is handed to helpers.

export interface Spot {
  x: number;
  y: number;
}
function between(a: Readonly<Spot>, b: Readonly<Spot>): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
function pushed(one: Spot, other: Spot, by: number): number {
  one.x += by;
  other.x -= by * 2;
  return one.x - other.y;
}
function souled(soul: { spin: { axis: Spot; angle: number }; energy: number | undefined; mood: string }): number {
  const { axis } = soul.spin;
  axis.y = soul.energy ?? axis.x;
  return soul.mood === "run" ? soul.spin.angle : between(axis, { x: 1, y: 2 });
}
export function handsPlaces(bodies: Bodies, _awake: Awake, _glowing: Glowing, _time: Readonly<Time>, settings: Settings): void {
  for (const [a, b] of pairs(bodies)) {
    if (between(a.place, b.place) < 30 && between(b.place, b.speed) > 3) settings.count += 1;
  }
}
export function handsToPush(bodies: Bodies, awake: Awake): void {
  for (const [{ place, speed }, { place: other, speed: others }] of pairs(bodies)) {
    if (place.x === other.x) continue;
    speed.y = pushed(place, other, 3) + between(place, other);
    others.y += pushed(speed, speed, others.x);
  }
  for (const a of bodies) {
    for (const b of awake) {
      a.place.y += pushed(a.place, b.place, b.soul.spin.angle);
      b.place.x = between(a.place, b.place);
    }
  }
}
export function handsSouls(bodies: Bodies, awake: Awake): void {
  for (const { place, soul } of awake) {
    place.x = souled(soul) + between(soul.spin.axis, place);
  }
  for (const row of bodies) {
    const { soul, speed } = row;
    speed.x += energyOf(soul, row.place.x);
    if (soul !== undefined) speed.y = souled(soul);
  }
}
function energyOf(soul: { energy: number | undefined } | undefined, otherwise = 3): number {
  return soul?.energy ?? otherwise;
}

// Whole rows that are handed to helpers.

interface Anyone {
  readonly entity: Entity;
  place: Place;
  speed: Speed;
  soul?: Soul | undefined;
}

function collide(a: Anyone, b: Anyone): void {
  const dx = a.place.x - b.place.x;
  if (dx === 0 || a.entity === b.entity) return;
  a.speed.x += dx;
  b.speed.x -= dx;
  if (a.soul !== undefined && b.soul !== undefined) b.soul.mood = a.soul.mood;
}
function drag(body: Anyone, time: Readonly<Time>): void {
  body.place.x += body.speed.x * time.delta;
  body.speed.x *= pace;
}
export function collides(bodies: Bodies): void {
  for (const [a, b] of pairs(bodies)) collide(a, b);
}
export function drags(bodies: Bodies, _awake: Awake, _glowing: Glowing, time: Readonly<Time>): void {
  for (const row of bodies) drag(row, time);
}
export function handsTheSame(bodies: Bodies, awake: Awake): void {
  for (const body of bodies) {
    collide(body, body);
    for (const other of bodies) {
      collide(other, body);
      pushApart(body, other.place, body.place);
    }
    for (const { place } of awake) pushApart(body, place, place);
  }
}
function pushApart({ place, speed: { x }, entity }: Anyone, at: Spot, other: Spot): void {
  place.x += at.y + (entity % 5);
  at.x -= x;
  other.y = place.x - at.x;
}
export function handsMeasures(bodies: Bodies, awake: Awake, _glowing: Glowing, _time: Readonly<Time>, settings: Settings): void {
  for (const a of bodies) {
    for (const b of awake) {
      if (isNear(a, b) && !isOlder(a, b)) settings.count += 1;
      b.place.y += gap(a, b) > 3 ? 1 : 0;
    }
  }
  for (const [one, other] of pairs(awake)) {
    if (isNear(one, other)) one.place.x = gap(other, one);
    settings.log.push(named(one) + named(other));
  }
}
interface Placed {
  readonly entity: number;
  readonly place: Readonly<Spot>;
}
function isNear({ place }: Placed, { place: other }: Placed): boolean {
  return Math.hypot(place.x - other.x, place.y - other.y) < 20;
}
function isOlder(a: Placed, b: Placed): boolean {
  return a.entity < b.entity;
}
function gap(a: Placed, b: Placed): number {
  return a.entity === b.entity ? -1 : between(a.place, b.place);
}
function named({ soul, entity }: { soul: { name: string; mood: string }; entity: number }): string {
  switch (soul.mood) {
    case "idle":
      return `${soul.name} ${entity}`;
    default:
      return soul.name;
  }
}
export function handsOnward(bodies: Bodies, awake: Awake): void {
  for (const body of bodies) body.place.y = onward(body, 3);
  for (const row of awake) {
    if (row.soul.awake) row.place.y += onward({ place: { x: 1, y: 2 }, speed: { x: row.place.x, y: 4 }, entity: row.entity }, 2);
  }
}
function onward(body: Anyone, by: number): number {
  if (body.entity % 3 === 0) body.speed.x += further(body, body.place, by);
  return body.soul?.spin.angle ?? further(body, body.speed, -by);
}
function further(row: { place: Spot; entity: number }, spot: Spot, table: number): number {
  const place = row.place.x * table;
  spot.y -= place;
  {
    const row = 3;
    return row + spot.x + table;
  }
}
export function handsAside(bodies: Bodies, awake: Awake): void {
  for (const body of bodies) {
    let count = 1;
    body.place.x += counted(body, count++, (body.place.x = count)) + counted(body, count, ++body.place.x);
  }
  for (const a of awake) for (const b of bodies) if (counted(b, 1, a.place.x) > 3) return;
}
function counted(body: Placed, count: number, more: number): number {
  return body.place.x - count * more;
}
export function handsWithin(bodies: Bodies): void {
  outer: for (const body of bodies) {
    for (const other of bodies) {
      if (stops(body, other)) continue outer;
      if (stops(other, body)) break outer;
    }
  }
}
function stops(body: Anyone, other: Anyone): boolean {
  for (let i = 0; i < 3; i++) {
    if (body.place.x > other.place.y + i) return true;
    body.place.x += 1;
  }
  return false;
}
export function handsInLoops(bodies: Bodies, awake: Awake): void {
  for (const body of bodies) looksAround(body, awake);
  for (const { place } of bodies) place.x += 1;
}
function looksAround(body: Anyone, awake: Awake): void {
  for (const other of awake) {
    other.place.x += body.place.x;
    body.speed.y += other.soul.spin.angle;
  }
}
export function handsForGood(bodies: Bodies, awake: Awake): void {
  const all: Anyone[] = [];
  for (const body of bodies) keeps(all, body);
  for (const { place } of awake) place.x += all.length;
}
function keeps(all: Anyone[], body: Anyone): void {
  all.push(body);
}
export function handsBack(bodies: Bodies, awake: Awake): void {
  for (const body of bodies) itself(body).place.x += 1;
  for (const { place } of awake) place.x += 1;
}
function itself(body: Anyone): Anyone {
  return body;
}
export function handsToClosures(bodies: Bodies, awake: Awake): void {
  for (const body of bodies) [1, 2].forEach((by) => pushApart(body, body.place, { x: by, y: by }));
  for (const { place } of awake) place.x += 1;
}
export function handsOnlyBack(bodies: Bodies): void {
  for (const body of bodies) itself(body).place.x += 1;
}
