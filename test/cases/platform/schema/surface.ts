import { bool, component, entity, f32, list, oneOf, optional, string, struct, u32, union, vec2, vec3 } from "ecsgen/schema";
import { asset, axis, color, share, span, switchable, texture, tint } from "./shapes.js";

/** A mesh from a file. */
export class Mesh extends component({ asset, part: optional(string), shadows: optional(oneOf("none", "cast", "receive", "both")), bounds: optional(struct({ centre: vec3, radius: f32 })) }) {}
/** A body that a formula describes. */
export class Solid extends component({ body: union({ box: { size: vec3 }, ball: { radius: f32 }, tube: { radius: f32, height: f32 }, plane: { size: vec2 } }), segments: optional(u32), flat: optional(bool), bevel: optional(f32) }) {}
/** A line through points. */
export class Ribbon extends component({ points: list(vec3), widths: list(f32), color: optional(tint), cap: optional(oneOf("butt", "round", "square")), join: optional(oneOf("miter", "round")), dash: optional(span) }) {}
/** How a surface takes light. */
export class Material extends component({ base: tint, map: optional(texture), metal: optional(share), rough: optional(share), normal: optional(texture), glow: optional(color), glowMap: optional(texture), blending: optional(oneOf("opaque", "mask", "blend", "add")), sides: optional(oneOf("front", "back", "both")) }) {}
/** A surface that ignores light. */
export class FlatMaterial extends component({ tint, map: optional(texture), blending: optional(oneOf("opaque", "mask", "blend", "add")) }) {}
/** Glass and water. */
export class Refraction extends component({ index: f32.default(1.33), absorption: optional(color), thickness: optional(f32), ripples: optional(texture), quality: optional(oneOf("low", "medium", "high")) }) {}
/** Skin, wax and leaves. */
export class Scattering extends component({ color: optional(color), depth: optional(f32), profile: optional(oneOf("skin", "wax", "leaf", "custom")), mask: optional(texture) }) {}
/** A thin coat over another surface. */
export class Coat extends component({ strength: share, rough: optional(share), normal: optional(texture), tint: optional(tint) }) {}
/** A picture thrown on what is there. */
export class Decal extends component({ texture, size: vec3, angle: optional(f32), order: optional(u32), fade: optional(span), projection: optional(oneOf("box", "ball", "view")) }) {}
/** A mirror that is not real. */
export class Reflection extends component({ kind: optional(oneOf("probe", "plane", "screen")), size: optional(u32), box: optional(struct({ least: vec3, most: vec3 })), blend: optional(span), update: optional(oneOf("once", "often", "always")) }) {}
/** Text that stands in space. */
export class Lettering extends component({ text: string, font: optional(asset), size: optional(f32), color: optional(tint), edge: optional(struct({ width: f32, color })), align: optional(oneOf("left", "centre", "right")), wrap: optional(oneOf("none", "word", "letter")), spacing: optional(f32) }) {}
/** A surface that is not a mesh but dots. */
export class PointCloud extends component({ asset, size: optional(f32), color: optional(tint), shape: optional(oneOf("square", "disc")), budget: optional(u32) }) {}
/** Hills from a picture. */
export class Terrain extends component({ heights: asset, size: vec3, layers: list(struct({ texture: string, tiling: f32 })), holes: optional(asset), detail: optional(struct({ density: f32, reach: f32 })), up: optional(axis) }) {}
/** Grass and its like. */
export class Growth extends component({ on: entity, blades: list(struct({ mesh: string, weight: f32 })), sway: optional(struct({ speed: f32, strength: f32 })), reach: optional(span), ...switchable }) {}
/** A lake, a river or the sea. */
export class Water extends component({ level: f32, waves: list(struct({ height: f32, length: f32, angle: f32 })), color: optional(color), foam: optional(texture), flow: optional(vec2), shore: optional(span) }) {}
