import { createWorld } from "./generated/index.js";

createWorld().spawn({ position: { x: 1 }, seen: true });
