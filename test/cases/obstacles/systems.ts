import { systemModule } from "ecsgen/schema";
import * as calls from "./calls.js";
import { game } from "./schema.js";

export default systemModule({ core: game, provides: { calls } });
