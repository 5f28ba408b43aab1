import { toggle } from "ecsgen/schema";

export class Frozen extends toggle() {}
