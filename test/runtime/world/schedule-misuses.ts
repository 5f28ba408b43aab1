// What a misuse of phases, and of names of the schedule, says.
import type { EcsErrorCode } from "ecsgen/runtime";
import { World } from "../../../runtime/world/world.js";
import type { Misuse } from "./state-misuses.js";

const nothing = (): void => undefined;

/** By code, as the others are. */
export const scheduleMisuses = {
  UnknownPhase: [
    {
      of: (world) => world.systems.register("drive", nothing, { phase: "fixedupdate" }),
      says: "there is no phase `fixedupdate` in a step of this world",
      help: "give one of `preUpdate`, `fixedUpdate`, `update`, `postUpdate`, `preRender`, `render`, `postRender`",
    },
    {
      of: (world) => world.systems.runPhase("motion.broad", 1),
      says: "there is no phase `motion.broad` in a step of this world",
      help: "give one of `preUpdate`, `fixedUpdate`, `update`, `postUpdate`, `preRender`, `render`, `postRender`",
    },
  ],
  NoTrace: [
    {
      of: (world) => world.timing.trace(),
      says: "the timing of this world keeps no intervals, of which a trace is made",
      help: "start it with `world.timing.start({ intervals: 65_536 })`, and step the world",
    },
  ],
  UnknownLine: [
    {
      of: (world) => world.schedule.disable("brakes" as "brake"),
      says: "the schedule has no line and no set `brakes`",
      help: "did you mean `brake`?",
    },
    {
      of: (world) => world.schedule.isEnabled("everything" as "move"),
      says: "the schedule has no line and no set `everything`",
      help: "use one of `move`, `brake`, `burn`, `splash`, `count`",
    },
    {
      of: () =>
        new World({
          components: [],
          resources: [],
          events: [],
          models: [],
          fixedStep: 1,
          maxFixedSteps: 1,
        }).schedule.enable("brake"),
      says: "the schedule has no line and no set `brake`",
      help: "nothing is scheduled",
    },
  ],
} satisfies { readonly [Code in EcsErrorCode]?: readonly Misuse[] };
