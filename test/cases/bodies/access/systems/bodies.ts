// Functions written to hide what they touch: all that each does has to be found by reading it.
import { pairs, rowOf } from "ecsgen/runtime";
import type { Commands, Entity, EventReader, EventWriter, Query, World } from "ecsgen/schema";
import { Body as BodyToken } from "../generated/components/body.js";
import { Frozen } from "../generated/components/frozen.js";
import { Lit } from "../generated/components/lit.js";
import { Speed as SpeedToken } from "../generated/components/speed.js";
import { Hit as HitToken } from "../generated/events/hit.js";
import { ChildOf } from "../generated/relations/child-of.js";
import { Score as ScoreToken } from "../generated/resources/score.js";
import type { Body, Hit, Score, Speed } from "../schema/life.js";
import { atOf, both, couples, deeper, first, flip, half, ignore, kinds, push, same, toggleAll, total } from "./helpers.js";

export function numbers(body: Body, speed: Readonly<Speed>): void {
  body.at.x = half(half(speed.x));
  ignore(speed.y);
  ignore(body.spin.speed);
}
export function givenBack(body: Body): void {
  atOf(body).x = 1;
  both(body).far.axis.y += 2;
}
export function givenBackWhole(body: Body): void {
  same(body).name += ".";
}
export function onlyLooksAtGivenBack(body: Readonly<Body>, speed: Speed): void {
  speed.x = both(body).at.z + atOf(body).y;
}
export function takenApart({ at, spin: { axis, speed } }: Body): void {
  at.x = axis.y;
  ignore(speed);
}
export function defaults(body: Body): void {
  push(body);
  push(body, 3);
}
export function inCircles(body: Body): void {
  deeper(body, 2);
}
export function inList(body: Body): void {
  for (const part of [body.at, body.spin.axis]) part.z = 5;
  [body.at].forEach((part) => void (part.y = 4));
}
export function inObject(body: Body): void {
  const held = { deep: { at: body.at }, other: 1 };
  held.other = 2;
  held.deep.at.x -= 1;
}
export function assigned(body: Body, speed: Readonly<Speed>): void {
  Object.assign(body.at, { x: speed.x });
  let part = body.at;
  part = body.spin.axis;
  part.x++;
}
export function closure(body: Body): void {
  const later = (): void => void (axis.z = cells[2] ?? 0);
  const { axis } = body.spin;
  const { cells } = body;
  later();
}
export function computed(body: Body, speed: Readonly<Speed>): void {
  const key = speed.x > 0 ? "x" : "y";
  body.at[key] = speed[key] ?? 0;
  for (let i = 0; i < 4; i++) body.cells[i] = body.cells[3 - i] ?? 0;
}
export function lists(body: Body): void {
  body.marks.push({ x: body.marks.length });
  body.marks.filter(({ x }) => x > 1).forEach((mark) => void (mark.x = 0));
  body.bag.set("a", (body.bag.get("a") ?? 0) + 1);
}
export function optional(body: Body, speed?: Speed): void {
  const { x = body.at.x } = speed ?? {};
  body.at.y = x;
  if (speed) speed.x ||= 2;
}
export function chosen(body: Body, speed: Readonly<Speed>): void {
  (speed.x > 0 ? body.at : body.spin.axis).x = 0;
}
export function thrown(body: Readonly<Body>, speed: Speed): void {
  try {
    if (body.at.x > 3) throw body.name;
  } catch {
    speed.y = -1;
  }
}
export function written(body: Readonly<Body>, score: Score): void {
  score.names.push(JSON.stringify([body.at.x, `${body.spin.speed}`]));
  score.best = Math.max(score.best, score.names.length);
}
export function events(hits: EventReader<Hit>, out: EventWriter<Hit>, score: Score): void {
  for (const { force } of hits) score.points += force;
  if (score.points < 3) out.emit({ force: 1 });
}
export function queued(speed: Readonly<Speed>, entity: Entity, commands: Commands): void {
  if (speed.x > 0) commands.add(entity, Frozen);
  else for (const type of [Lit, SpeedToken]) commands.remove(entity, type);
}
export function aliased(world: World): void {
  const type = Frozen;
  const again = type;
  const made = world.spawn({ speed: { x: 1 } });
  world.add(made, again);
}
export function looped(world: World): void {
  const entity = first(world);
  for (const type of kinds) flip(world, entity, type);
}
export function handed(world: World): void {
  toggleAll(world, first(world), [SpeedToken, Lit]);
}
export function asked(world: World, score: Score): void {
  const all = world.query({ all: [BodyToken], none: [Frozen] }).entities();
  for (const entity of all) score.best += world.get(entity, BodyToken)?.at.x ?? 0;
  score.points = world.entityCount;
}
export function set(world: World): void {
  for (const entity of world.query({ all: [SpeedToken] }).entities()) world.set(entity, SpeedToken, { x: 2 });
}
export function live(world: World): void {
  world.resource(ScoreToken).points = 2;
  world.emit(HitToken, { force: 2 });
}
export function tracked(world: World, score: Score): void {
  const lost = world.tracking.query({ all: [BodyToken], removed: [Frozen] });
  score.best = lost.count();
  lost.close();
}
export function ended(speed: Readonly<Speed>, entity: Entity, world: World): void {
  if (speed.x > 8) world.despawn(entity);
}
export function related(body: Body, entity: Entity, world: World): void {
  body.spin.speed = world.relations.sources(entity, ChildOf).length;
}
export function rows(all: Query<{ entity: Entity; body: Body; speed?: Readonly<Speed> }>, score: Score): void {
  for (const row of all) row.body.at.x += row.speed?.x ?? 0;
  for (const [{ body }, { body: other }] of pairs(all)) body.at.y = other.at.z;
  for (const [a, b] of couples(all)) a.body.at.z = b.body.at.y;
  score.best = all.find(({ body }) => body.at.x > 0)?.body.spin.speed ?? 0;
}
export function sorted(all: Query<{ entity: Entity; speed: Speed }>, score: Score): void {
  const [least] = all.slice().sort((a, b) => a.speed.x - b.speed.x);
  if (least) least.speed.y = 7;
  const row = rowOf(all, least?.entity ?? (0 as Entity));
  score.points = total(all) + (row?.speed.x ?? 0);
}
