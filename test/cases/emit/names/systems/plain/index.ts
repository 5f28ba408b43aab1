import { systemModule } from "ecsgen/schema";
import { plain } from "../../schema/plain.js";
import * as view from "./view.js";

export const world = systemModule({ core: plain, provides: { view } });
