import type { ComponentType } from "ecsgen/runtime";
import * as kit from "./generated/index.js";

/** Every component of the kit, in dense order. */
export const allComponents: readonly ComponentType[] = [
  kit.Body,
  kit.Burning,
  kit.Chosen,
  kit.Label,
  kit.Link,
  kit.Numbers,
  kit.Paused,
  kit.Pinned,
  kit.Position,
  kit.Seen,
  kit.Velocity,
  kit.Wet,
];
