import { bool, component, entity, f32, oneOf, optional, struct, u32, union, vec2, vec3 } from "ecsgen/schema";
import { asset, color, falloff, span, switchable, texture, transition } from "./shapes.js";

const shadow = struct({ kind: oneOf("none", "hard", "soft"), size: u32.default(1024), bias: f32, reach: f32 });

/** Light from everywhere. */
export class Ambient extends component({ color: optional(color), strength: optional(f32), ground: optional(color), map: optional(asset) }) {}
/** Light from far away. */
export class Sunlight extends component({ color: optional(color), strength: optional(f32), shadow: optional(shadow), disc: optional(f32), cascades: optional(struct({ count: u32, split: f32 })) }) {}
/** A lamp. */
export class Lamp extends component({ form: union({ point: {}, spot: { angle: f32, soft: f32 }, area: { size: vec2 } }), color: optional(color), strength: optional(f32), falloff: optional(falloff), shadow: optional(shadow), cookie: optional(texture), ...switchable }) {}
/** A lamp that does not keep still. */
export class Flicker extends component({ speed: f32, depth: f32, pattern: optional(oneOf("candle", "tube", "fire", "siren")), colors: optional(struct({ from: color, to: color })) }) {}
/** Baked light. */
export class Lightmap extends component({ map: asset, offset: optional(vec2), scale: optional(vec2), channel: optional(oneOf("first", "second")), strength: optional(f32) }) {}
/** Beams in the air. */
export class Beams extends component({ from: entity, density: optional(f32), color: optional(color), samples: optional(u32), mode: optional(oneOf("screen", "volume")) }) {}
/** Who looks. */
export class Camera extends component({ lens: union({ perspective: { angle: f32 }, flat: { height: f32 } }), near: f32.default(0.1), far: f32.default(1000), viewport: optional(struct({ x: f32, y: f32, w: f32, h: f32 })), clear: optional(oneOf("color", "depth", "nothing")), background: optional(color), order: optional(u32) }) {}
/** How bright the picture is. */
export class Exposure extends component({ mode: oneOf("fixed", "auto"), value: optional(f32), limits: optional(span), adapt: optional(transition) }) {}
/** What is sharp. */
export class Focus extends component({ distance: f32, aperture: optional(f32), on: optional(entity), shape: optional(oneOf("round", "hexagon")), quality: optional(oneOf("low", "medium", "high")) }) {}
/** Bright things bleed. */
export class Bloom extends component({ threshold: optional(f32), strength: optional(f32), tint: optional(color), dirt: optional(texture), spread: optional(span) }) {}
/** The colours of the picture. */
export class Grading extends component({ curve: oneOf("none", "film", "neutral"), table: optional(asset), contrast: optional(f32), lift: optional(color), gain: optional(color), mix: optional(transition) }) {}
/** Dark at the rim. */
export class Vignette extends component({ strength: f32, round: optional(f32), color: optional(color), ...switchable }) {}
/** How a camera moves. */
export class Rig extends component({ mode: oneOf("orbit", "follow", "fly", "rail"), target: optional(entity), distance: optional(span), pitch: optional(span), lag: optional(transition), offset: optional(vec3), invert: optional(bool) }) {}
/** What shakes the camera. */
export class Shake extends component({ strength: f32, seconds: f32, frequency: optional(f32), decay: optional(oneOf("linear", "exponential")), axes: optional(struct({ x: f32, y: f32, z: f32 })) }) {}
