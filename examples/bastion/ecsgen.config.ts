import { app, use } from "ecsgen/schema";
import { bastion } from "./schema/bastion.js";
import classic from "./systems/classic/index.js";

export default app({
  cores: [use(bastion, { features: ["coming", "building"], systems: [classic] })],
  deterministic: true,
});
