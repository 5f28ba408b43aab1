import { createWorld } from "./generated/index.js";

createWorld();
