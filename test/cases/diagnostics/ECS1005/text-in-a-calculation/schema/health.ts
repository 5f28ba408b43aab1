import { component, string } from "ecsgen/schema";

const PREFIX = "health";
export class Health extends component({ label: string.default(PREFIX + ":") }) {}
