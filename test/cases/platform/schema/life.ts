import { bool, component, entity, f32, list, map, oneOf, optional, string, struct, u32, union, vec2, vec3 } from "ecsgen/schema";
import { asset, color, easing, falloff, layer, span, switchable, tint, transition } from "./shapes.js";

/** Plays what an animator made. */
export class Animator extends component({ clip: asset, speed: optional(f32), loop: optional(oneOf("once", "repeat", "ping-pong")), blend: optional(transition), mask: optional(string), range: optional(span) }) {}
/** Several clips at once. */
export class BlendTree extends component({ layers: list(struct({ clip: string, weight: f32 })), parameters: map(f32), mode: optional(oneOf("override", "add")), ...switchable }) {}
/** Goes from state to state. */
export class StateMachine extends component({ state: string, next: optional(string), since: f32, change: optional(transition) }) {}
/** Bones under a skin. */
export class Skeleton extends component({ rig: asset, bones: list(entity), root: optional(entity), pose: optional(oneOf("bind", "rest", "live")) }) {}
/** A hand reaches, a foot stands. */
export class Reach extends component({ chain: list(entity), target: entity, pole: optional(vec3), weight: optional(f32), limits: optional(span), solver: optional(oneOf("two-bone", "chain")) }) {}
/** Changes a value over time. */
export class Tween extends component({ target: entity, property: string, value: union({ number: { from: f32, to: f32 }, point: { from: vec3, to: vec3 }, color: { from: color, to: color } }), seconds: f32, easing: optional(easing), repeat: optional(u32), delay: optional(f32) }) {}
/** Moves along a path. */
export class Rail extends component({ path: entity, at: f32, speed: optional(f32), ends: optional(oneOf("stop", "loop", "return")), up: optional(vec3), bank: optional(span) }) {}
/** A face that shows something. */
export class Face extends component({ mood: oneOf("calm", "glad", "sad", "angry", "afraid"), weights: map(f32), blink: optional(struct({ every: f32, seconds: f32 })), gaze: optional(entity), lips: optional(oneOf("none", "speech", "song")) }) {}
/** Somebody's body in the world. */
export class Avatar extends component({ body: asset, owner: string, height: optional(f32), skin: optional(color), hair: optional(struct({ style: string, color })), voice: optional(oneOf("low", "middle", "high")), name: optional(struct({ text: string, color, show: bool })) }) {}
/** What somebody wears. */
export class Outfit extends component({ pieces: map(string), tint: optional(tint), fit: optional(oneOf("tight", "loose")), layer: optional(u32) }) {}
/** Finds its way. */
export class Navigator extends component({ goal: optional(vec3), speed: f32, radius: f32, avoid: optional(oneOf("none", "low", "high")), mesh: optional(asset), stuck: optional(struct({ seconds: f32, retries: u32 })), state: optional(oneOf("idle", "planning", "walking", "arrived", "lost")) }) {}
/** Sees and hears. */
export class Senses extends component({ sight: optional(struct({ angle: f32, reach: f32 })), hearing: optional(falloff), notices: optional(layer), memory: optional(f32), alert: optional(oneOf("calm", "curious", "alarmed")) }) {}
/** Decides what to do. */
export class Mind extends component({ plan: string, mood: optional(oneOf("calm", "brave", "afraid")), rethink: optional(f32), target: optional(entity), trust: map(f32) }) {}
/** Keeps together with others of its kind. */
export class Flock extends component({ group: u32, near: f32, weights: optional(struct({ apart: f32, along: f32, together: f32 })), leader: optional(entity), bounds: optional(struct({ centre: vec3, radius: f32 })) }) {}
/** Sparks, smoke, rain. */
export class Particles extends component({ rate: f32, most: u32, life: optional(span), speed: optional(span), size: optional(span), color: optional(struct({ from: tint, to: tint })), from: union({ point: {}, ball: { radius: f32 }, cone: { angle: f32 } }), space: optional(oneOf("local", "world")), gravity: optional(f32), texture: optional(asset) }) {}
/** What a thing leaves behind. */
export class Trail extends component({ seconds: f32, width: optional(span), color: optional(struct({ from: tint, to: tint })), smooth: optional(oneOf("none", "curve")), texture: optional(asset) }) {}
/** Can be hurt. */
export class Health extends component({ now: f32, most: f32, heals: optional(f32), shield: optional(struct({ now: f32, most: f32, delay: f32 })), state: optional(oneOf("alive", "down", "dead")) }) {}
/** Carries things. */
export class Inventory extends component({ slots: list(struct({ item: string, count: u32 })), most: optional(u32), weight: optional(span), sorted: optional(oneOf("name", "kind", "weight")) }) {}
/** Offset of its picture, for sheets of frames. */
export class Frames extends component({ sheet: asset, size: vec2, rate: optional(f32), order: optional(oneOf("forward", "backward", "random")), loop: optional(bool) }) {}
