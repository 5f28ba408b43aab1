import { component, list, vector } from "ecsgen/schema";

export class Place extends component({ points: list, axis: vector }) {}
