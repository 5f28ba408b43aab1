import { systemModule } from "ecsgen/schema";
import * as integration from "./integration.js";

export default systemModule({ provides: { integration } });
