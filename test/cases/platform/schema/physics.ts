import { bool, component, entity, f32, list, oneOf, optional, quat, string, struct, tag, u32, union, vec2, vec3 } from "ecsgen/schema";
import { axis, box, falloff, layer, span } from "./shapes.js";

const limit = struct({ least: f32, most: f32, stiffness: f32 });

/** How a body moves. */
export class Motion extends component({ velocity: optional(vec3), spin: optional(vec3), drag: optional(struct({ linear: f32, angular: f32 })) }) {}
/** A body that forces act on. */
export class Body extends component({ mass: f32.default(1).unit("kg"), kind: oneOf("dynamic", "driven", "fixed"), centre: optional(vec3), inertia: optional(struct({ xx: f32, yy: f32, zz: f32 })), gravity: optional(f32), locks: optional(struct({ x: bool, y: bool, z: bool })), sleep: optional(oneOf("allowed", "never", "asleep")) }) {}
/** What of a body others bump into. */
export class Collider extends component({ form: union({ box: { half: vec3 }, ball: { radius: f32 }, pill: { radius: f32, height: f32 }, hull: { points: list(vec3) }, mesh: { source: string } }), offset: optional(vec3), turn: optional(quat), layer: optional(layer), meets: optional(struct({ players: bool, scenery: bool, debris: bool })), sensor: optional(bool) }) {}
/** How it slides and bounces. */
export class Contact extends component({ friction: optional(f32), bounce: optional(f32), combine: optional(oneOf("least", "most", "mean", "product")), roll: optional(f32), sound: optional(oneOf("wood", "stone", "metal", "flesh")) }) {}
/** Holds two bodies together. */
export class Joint extends component({ a: entity, b: optional(entity), kind: oneOf("hinge", "slider", "ball", "fixed"), anchor: optional(struct({ a: vec3, b: vec3 })), axis: optional(axis), limit: optional(limit), breaks: optional(f32) }) {}
/** Drives a joint. */
export class Motor extends component({ speed: f32, force: f32, mode: optional(oneOf("speed", "position")), limit: optional(limit) }) {}
/** A spring between two bodies. */
export class Spring extends component({ to: entity, rest: f32, stiffness: f32, damping: optional(f32), limit: optional(limit) }) {}
/** Pulls or pushes what is near. */
export class Field extends component({ strength: f32, kind: oneOf("point", "wind", "vortex"), falloff: optional(falloff), area: optional(box), only: optional(layer), gusts: optional(struct({ period: f32, strength: f32 })) }) {}
/** Lifts what is light. */
export class Buoyancy extends component({ density: f32, level: optional(f32), drag: optional(struct({ linear: f32, angular: f32 })), flow: optional(vec2) }) {}
/** Something walks. */
export class Walker extends component({ height: f32, radius: f32, step: optional(f32), slope: optional(f32), speed: optional(struct({ walk: f32, run: f32, swim: f32 })), jump: optional(struct({ height: f32, count: u32 })), stance: optional(oneOf("stand", "crouch", "prone")), ground: optional(entity) }) {}
/** Something drives. */
export class Vehicle extends component({ wheels: list(struct({ at: vec3, radius: f32, steers: bool, drives: bool })), engine: optional(struct({ force: f32, brake: f32 })), gears: list(f32), shift: optional(oneOf("manual", "automatic")), steering: optional(limit) }) {}
/** Cloth and rope. */
export class Soft extends component({ stiffness: f32, pins: list(u32), damping: optional(f32), wind: optional(f32), thickness: optional(f32), tear: optional(struct({ force: f32, keep: bool })) }) {}
/** Breaks into pieces. */
export class Breakable extends component({ strength: f32, pieces: list(entity), dust: optional(entity), sound: optional(oneOf("wood", "glass", "stone")), impulse: optional(span) }) {}
/** Touched the ground in this step. */
export class Grounded extends tag() {}
/** A place that notices who comes. */
export class Zone extends component({ area: union({ box: { half: vec3 }, ball: { radius: f32 } }), notices: optional(layer), once: optional(bool), inside: list(entity), mode: optional(oneOf("enter", "stay", "leave")) }) {}
