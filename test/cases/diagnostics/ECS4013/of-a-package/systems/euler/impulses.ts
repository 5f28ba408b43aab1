import { Heart, type Heart as HeartData } from "@acme/pulse/generated";
import type { Entity, World } from "ecsgen/schema";

export function push(world: World, body: Entity, dx: number, dy: number): void {
  const heart: HeartData | undefined = world.get(body, Heart);
  if (heart !== undefined) world.set(body, Heart, { beats: heart.beats + dx + dy });
}
