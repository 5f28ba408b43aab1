import type { Entity, World } from "ecsgen/schema";
import { Coil } from "../../generated/bundles/coil.js";
import { Gun } from "../../generated/bundles/gun.js";
import { Plinth } from "../../generated/bundles/plinth.js";
import { Torch } from "../../generated/bundles/torch.js";
import { StandsOn } from "../../generated/relations/stands-on.js";
import { Purse } from "../../generated/resources/purse.js";
import type { Kind } from "../../schema/bastion.js";

const TURRETS = { bolt: Gun, fire: Torch, shock: Coil };
const PRICES = { bolt: 5, fire: 8, shock: 10 };

export function build(world: World, x: number, y: number, kind: Kind): Entity | undefined {
  const purse = world.resource(Purse);
  if (purse.coins < PRICES[kind]) return undefined;
  purse.coins -= PRICES[kind];
  const base = world.bundles.spawn(Plinth, { position: { x, y } });
  const turret = world.bundles.spawn(TURRETS[kind], { position: { x, y } });
  world.relations.add(turret, StandsOn, base);
  return base;
}
