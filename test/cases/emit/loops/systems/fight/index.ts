import { systemModule } from "ecsgen/schema";
import { battle } from "../../schema/battle.js";
import * as combat from "./combat.js";
import * as death from "./death.js";
import * as upkeep from "./upkeep.js";

export default systemModule({ core: battle, provides: { combat, death, upkeep } });
