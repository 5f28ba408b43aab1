import { core } from "ecsgen/schema";

export const moving = core({ features: {}, schedule: { update: ["moving.move"] } });
