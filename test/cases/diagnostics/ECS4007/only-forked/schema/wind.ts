import { random } from "ecsgen/schema";

export class Wind extends random() {}
