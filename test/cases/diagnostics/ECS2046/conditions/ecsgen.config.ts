import { app, use } from "ecsgen/schema";
import { rules, type Mood } from "./schema/rules.js";
import { all } from "./systems/all.js";

export function look(mood: Readonly<Mood>): void {}
export function isFine(mood: Readonly<Mood>) {
  return mood.joy > 0;
}

export default app({
  cores: [use(rules, { features: ["acting"], systems: [all] })],
  sets: { mine: { if: "rules.questions.howGlad" } },
  schedule: {
    update: [
      { run: look, if: isFine },
      { run: look, if: "rules.questions.isGlad", set: "mine" },
      { run: look, if: 3 },
      { run: look, if: "questions.isQuiet" },
    ],
  },
});
