import { app, use } from "ecsgen/schema";
import functions, { compare, echo, free, settle } from "./functions.js";
import { Velocity, watch } from "./schema.js";

export default app({
  cores: [use(watch, { features: ["watching"], systems: [functions] })],
  schedule: { update: [settle, echo, free, { run: compare, changed: [Velocity] }] },
});
