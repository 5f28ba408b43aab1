import { component, f32, object } from "ecsgen/schema";

export class Holder<T extends object> extends component({ what: object<T>() }) {}
export abstract class Shape extends component({ size: f32 }) {}
