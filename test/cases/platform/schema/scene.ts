import { bool, component, entity, f32, i32, list, map, object, oneOf, optional, quat, string, struct, tag, toggle, u32, union, vec3 } from "ecsgen/schema";
import { asset, box, color, easing, span, switchable, transition } from "./shapes.js";

/** Where something is, seen from what holds it. */
export class Placement extends component({ position: vec3, turn: quat, scale: vec3.default({ x: 1, y: 1, z: 1 }), holder: optional(entity) }) {}
/** What an author calls it. */
export class Label extends component({ text: string, words: list(string), note: optional(string), language: optional(oneOf("en", "de", "fr", "ja")) }) {}
/** Taken out of sight. */
export class Hidden extends toggle() {}
/** Never moves, so its light can be baked. */
export class Fixed extends tag() {}
/** Belongs to a part of the world that comes and goes as a whole. */
export class Sector extends component({ name: string, bounds: box, streamed: optional(bool), priority: optional(i32), fade: optional(transition) }) {}
/** Which picture of itself it shows at which distance. */
export class DetailLevels extends component({ levels: list(struct({ mesh: entity, distance: f32 })), bias: optional(f32), blend: optional(transition), ...switchable }) {}
/** The handle of the engine that draws. */
export class Handle extends component({ node: object<object>() }) {}
/** A copy of a template, and what it changes of it. */
export class Instance extends component({ template: asset, overrides: map(string), locked: optional(bool), state: optional(oneOf("loading", "ready", "failed")) }) {}
/** Made by a rule, not by hand. */
export class Scatter extends component({ seed: u32, density: f32, area: optional(box), slope: optional(span), align: optional(oneOf("up", "normal", "random")), template: optional(asset) }) {}
/** Follows something else. */
export class Attachment extends component({ to: entity, bone: optional(string), offset: optional(vec3), mode: optional(oneOf("rigid", "loose", "look-at")), ease: optional(easing) }) {}
/** Always looks at whoever looks. */
export class Billboard extends component({ axes: optional(oneOf("none", "x", "y", "all")), pivot: optional(struct({ x: f32, y: f32 })), sizing: optional(oneOf("world", "screen")) }) {}
/** How it is drawn around when it is chosen. */
export class Outline extends component({ color: optional(color), width: optional(f32), style: optional(oneOf("solid", "dashed", "glow")), ...switchable }) {}
/** Air that hides what is far. */
export class Fog extends component({ color: optional(color), reach: optional(span), kind: union({ linear: {}, exponential: { density: f32 }, height: { floor: f32, density: f32 } }) }) {}
/** What is behind everything. */
export class Sky extends component({ look: union({ plain: { color }, gradient: { top: color, bottom: color }, picture: { source: string } }), turn: optional(f32), brightness: optional(f32), sun: optional(entity) }) {}
