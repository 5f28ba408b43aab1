import { core, view, type World } from "ecsgen/schema";

export interface Lines<T> {
  color: number;
  draw?(world: World): void;
  (x: number): void;
  new (): Lines<T>;
  [name: string]: unknown;
  fill<S>(world: World, shape: S): void;
  outline(world: World);
  stroke(world: World, width: number): void;
  stroke(world: World, width: string): void;
  [`computed`](): void;
  get area(): number;
}
export const drawing = core({ features: { lines: view<Lines<number>>() } });
