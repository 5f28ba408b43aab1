import { core, view } from "ecsgen/schema";
import type { Diary } from "./physics.js";

export interface Pictures {
  prepare(diary: Diary): void;
  draw(diary: Diary): void;
  outline(diary: Diary): void;
}

/** What is seen of the bodies. */
export const drawing = core({
  features: { pictures: view<Pictures>() },
  phases: { overlay: { after: "render" } },
  schedule: {
    preRender: ["pictures.prepare"],
    render: ["pictures.draw"],
    overlay: ["pictures.outline"],
  },
});
