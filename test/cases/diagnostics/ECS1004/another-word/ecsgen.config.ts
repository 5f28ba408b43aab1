import { core } from "ecsgen/schema";

export default core({ features: {} });
