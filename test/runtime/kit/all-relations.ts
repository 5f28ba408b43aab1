import type { RelationType } from "ecsgen/runtime";
import * as kit from "./generated/index.js";

/** Every relation of the kit, in dense order. */
export const allRelations: readonly RelationType[] = [kit.AimsAt, kit.BoundTo, kit.ChildOf, kit.Holds, kit.Likes];
