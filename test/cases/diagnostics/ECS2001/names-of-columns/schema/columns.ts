import { component, f32, tag } from "ecsgen/schema";

export class Float32Array extends component({ x: f32 }) {}
export class BigUint64Array extends tag() {}
export class Array extends component({ x: f32 }) {}
export class Node extends component({ x: f32 }) {}
