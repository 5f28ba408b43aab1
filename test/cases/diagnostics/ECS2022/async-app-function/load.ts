import type { World } from "ecsgen/schema";

export async function load(world: World) {
  await fetch("https://example.org");
}
export function* unpack(world: World) {
  yield world.name;
}
export const tell = (text: string): void => {};
