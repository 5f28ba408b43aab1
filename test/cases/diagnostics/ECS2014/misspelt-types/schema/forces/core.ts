import { core, view, type Entity, type EventReader, type Query } from "ecsgen/schema";
import { Hit, type Position, type Time } from "../motion.js";

export interface Forces {
  /** The row of a query. */
  gather(bodies: Query<{ entity: Entity; position: Readonly<Positoin> }>): void;
  /** Beside a component. */
  pull(position: Position, time: Readonly<Tiem>): void;
  /** Alone. */
  tick(time: Tmie): void;
  /** An event. */
  hear(hits: EventReader<Hti>): void;
}
export const forces = core({
  features: { forces: view<Forces>() },
  schedule: { update: ["forces.gather", "forces.pull", "forces.tick", "forces.hear"] },
});
