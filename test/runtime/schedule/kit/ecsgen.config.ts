import { app } from "ecsgen/schema";
import {
  age,
  arrive,
  blow,
  cool,
  doze,
  grow,
  gust,
  hope,
  isWindy,
  leave,
  move,
  play,
  strike,
  tally,
  total,
  turn,
  warm,
} from "./functions.js";
import { Asleep, Heat, Old } from "./schema.js";

export default app({
  sets: { weather: { if: isWindy } },
  schedule: {
    fixedUpdate: [
      { run: blow, set: "weather", without: [Asleep] },
      cool,
      { run: grow, without: [Old] },
      { run: gust, set: "weather" },
      { run: move, without: [Asleep] },
      { run: warm, without: [Heat] },
      total,
    ],
    update: [
      hope,
      strike,
      { run: age, without: [Old] },
      play,
      { run: doze, without: [Asleep] },
      turn,
      arrive,
      tally,
      leave,
    ],
  },
  fixedStep: 1 / 8,
  deterministic: true,
});
