import { component } from "ecsgen/schema";

export class Heat extends component({ kelvin: float, steps: int, label: text }) {}
