// What a misuse of values by path says.
import type { EcsErrorCode } from "ecsgen/runtime";
import * as fields from "../../cases/emit/fields/generated/index.js";
import { reflection as fieldsReflection } from "../../cases/emit/fields/generated/reflection.js";
import { reflection } from "../kit/generated/reflection.js";
import type { Misuse } from "./state-misuses.js";

export const reflectionMisuses = {
  UnknownPath: [
    {
      of: (world) => reflection.getPath(world, world.spawn(), "position.xx"),
      says: "component `app.Position` of entity 0 (generation 1): `position` has no `xx`",
      help: "use one of `x`, `y`",
    },
  ],
  OutOfRange: [
    {
      of: () => {
        const world = fields.createWorld();
        fieldsReflection.setPath(world, world.spawn({ measures: {} }), "measures.cover", 9);
      },
      says: "component `app.Measures` of entity 0 (generation 1): `measures.cover` cannot be 9",
      help: "give 0 to 8 okta",
    },
  ],
} satisfies { readonly [Code in EcsErrorCode]?: readonly Misuse[] };
