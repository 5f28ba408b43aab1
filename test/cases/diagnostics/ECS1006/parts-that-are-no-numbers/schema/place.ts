import { bool, component, vector } from "ecsgen/schema";

export class Place extends component({ seen: vector(bool, 4) }) {}
