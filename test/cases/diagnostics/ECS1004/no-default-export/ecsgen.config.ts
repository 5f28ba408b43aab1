import { app } from "ecsgen/schema";

export const config = app({});
