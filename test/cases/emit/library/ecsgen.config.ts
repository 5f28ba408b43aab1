import { library } from "ecsgen/schema";
import { inventory } from "./schema/inventory.js";

export default library({ cores: [inventory] });
