import { core, view } from "ecsgen/schema";
import type { Diary } from "./physics.js";

export interface Pictures {
  measure(diary: Diary): void;
  prepare(diary: Diary): void;
  draw(diary: Diary): void;
  outline(diary: Diary): void;
}

/** What is seen of the bodies. */
export const drawing = core({
  features: { pictures: view<Pictures>() },
  phases: { overlay: { after: "render" } },
  sets: { pens: {} },
  schedule: {
    update: [{ run: "pictures.measure", set: "pens" }],
    preRender: ["pictures.prepare"],
    render: ["pictures.draw"],
    overlay: ["pictures.outline"],
  },
});
