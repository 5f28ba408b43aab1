import { app, use } from "ecsgen/schema";
import { count } from "./count.js";
import { space } from "./schema/space.js";
import simple from "./systems/simple/index.js";

export default app({
  cores: [use(space, { features: ["collisions", "crowds"], systems: [simple] })],
  schedule: { postUpdate: [count] },
});
