import { component } from "ecsgen/schema";
import { Position } from "./motion.js";

export class Place extends component({ at: Position }) {}
