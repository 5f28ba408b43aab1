import { component, core, f32, relation, view, type World } from "ecsgen/schema";

export class Position extends component({ x: f32, y: f32 }) {}
export class ChildOf extends relation({}, { exclusive: true }) {}
export interface Following {
  follow(position: Position, childOf: Readonly<ChildOf>): void;
  attach(world: World, edges: ChildOf): void;
}
export const motion = core({
  features: { following: view<Following>() },
});
