import { core } from "ecsgen/schema";

export const drawing = core();
