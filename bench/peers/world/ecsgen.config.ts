import { app, use } from "ecsgen/schema";
import { suite } from "./schema/suite.js";
import plain from "./systems/plain/index.js";

export default app({
  cores: [use(suite, { features: ["counting", "doubling", "moving", "swapping"], systems: [plain] })],
});
