import { app } from "ecsgen/schema";
import { arrive, blow, hope, leave, move, play } from "./functions.js";
import { Frozen } from "./schema.js";

export default app({
  schedule: {
    fixedUpdate: [{ run: blow, without: [Frozen] }, { run: move, without: [Frozen] }, leave],
    update: [hope, play, arrive],
  },
  fixedStep: 1 / 8,
  deterministic: true,
});
