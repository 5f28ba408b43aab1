import { component } from "ecsgen/schema";

export class Fixed extends component({}) {}
export class Held extends component({}, { storage: "sparse" }) {}
