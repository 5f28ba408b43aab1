import { NO_ENTITY, rowOf } from "ecsgen/runtime";
import type { Commands, Entity, EventWriter, Query } from "ecsgen/schema";
import { Missile } from "../../generated/bundles/missile.js";
import type { Hit, Position, Shot, Target, Time, Turret, Velocity } from "../../schema/bastion.js";

/** Of shots, in metres per second. */
const SPEED = 12;
/** How near a shot has to come, in metres. */
const NEAR = 0.3;

export function aim(turret: Turret, position: Readonly<Position>, targets: Query<Target>): void {
  let nearest = turret.range * turret.range;
  turret.target = NO_ENTITY;
  for (const target of targets) {
    const x = target.position.x - position.x;
    const y = target.position.y - position.y;
    const distance = x * x + y * y;
    if (distance > nearest) continue;
    nearest = distance;
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
  const x = target.position.x - position.x;
  const y = target.position.y - position.y;
  const distance = Math.sqrt(x * x + y * y);
  if (distance < NEAR) {
    hits.emit({ victim: shot.target, damage: shot.damage, kind: shot.kind });
    commands.despawn(entity);
    return;
  }
  velocity.x = (SPEED * x) / distance;
  velocity.y = (SPEED * y) / distance;
}
