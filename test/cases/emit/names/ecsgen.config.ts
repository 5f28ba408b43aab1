import { app, use } from "ecsgen/schema";
import { plain } from "./schema/plain.js";
import { world } from "./systems/plain/index.js";
import { update, world as grow } from "./world.js";

export default app({
  cores: [use(plain, { features: ["view"], systems: [world] })],
  schedule: { fixedUpdate: [grow, update] },
});
