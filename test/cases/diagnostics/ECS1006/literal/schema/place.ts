import { component } from "ecsgen/schema";

export class Place extends component({ x: 1, name: "here", shape: { x: 1 } }) {}
