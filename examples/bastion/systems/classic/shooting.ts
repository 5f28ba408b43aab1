import { NO_ENTITY, rowOf } from "ecsgen/runtime";
import type { Commands, Entity, EventWriter, Query } from "ecsgen/schema";
import { Missile } from "../../generated/bundles/missile.js";
import type { Hit, Position, Shot, Target, Time, Turret, Velocity } from "../../schema/bastion.js";
import { distance, head } from "./ways.js";

/** Of shots, in metres per second. */
const SPEED = 12;
/** How near a shot has to come, in metres. */
const NEAR = 0.3;

export function aim(turret: Turret, position: Readonly<Position>, targets: Query<Target>): void {
  let nearest = turret.range;
  turret.target = NO_ENTITY;
  for (const target of targets) {
    const away = distance(position, target.position);
    if (away > nearest) continue;
    nearest = away;
    turret.target = target.entity;
  }
}

export function fire(turret: Turret, position: Readonly<Position>, time: Readonly<Time>, commands: Commands): void {
  turret.wait -= time.delta;
  if (turret.wait > 0 || turret.target === NO_ENTITY) return;
  turret.wait = turret.reload;
  const { kind, damage, target } = turret;
  const muzzle = { x: position.x, y: position.y };
  commands.spawn(Missile.create({ position: muzzle, shot: { kind, damage, target } }));
}

export function follow(
  shot: Readonly<Shot>,
  position: Readonly<Position>,
  velocity: Velocity,
  entity: Entity,
  targets: Query<Target>,
  commands: Commands,
  hits: EventWriter<Hit>,
): void {
  const target = rowOf(targets, shot.target);
  if (target === undefined) {
    commands.despawn(entity);
    return;
  }
  if (distance(position, target.position) < NEAR) {
    hits.emit({ victim: shot.target, damage: shot.damage, kind: shot.kind });
    commands.despawn(entity);
    return;
  }
  head(velocity, position, target.position, SPEED);
}
