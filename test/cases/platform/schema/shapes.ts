import { f32, oneOf, optional, string, struct, u32, vec2, vec3 } from "ecsgen/schema";

/** A share of a whole. */
export const share = f32.range(0, 1);
/** Red, green and blue, each from nothing to all. */
export const color = struct({ r: share.default(1), g: share.default(1), b: share.default(1) });
/** A colour that lets light through. */
export const tint = struct({ r: share.default(1), g: share.default(1), b: share.default(1), a: share.default(1) });
/** From where to where. */
export const span = struct({ start: f32, end: f32.default(1) });
/** Where a picture, a sound or a mesh comes from. */
export const asset = struct({ source: string, version: optional(u32) });
/** A picture on a surface. */
export const texture = struct({ source: string, offset: vec2, tiling: vec2.default({ x: 1, y: 1 }), wrap: oneOf("repeat", "clamp", "mirror") });
/** How something gets from one value to the next. */
export const easing = oneOf("linear", "ease-in", "ease-out", "ease-in-out", "bounce", "elastic");
/** A change that takes time. */
export const transition = struct({ seconds: f32.default(1).unit("s"), delay: f32.unit("s"), easing });
/** A length on a screen. */
export const length = struct({ value: f32, unit: oneOf("px", "percent", "em", "auto") });
/** Four lengths around a box. */
export const edges = struct({ top: f32, right: f32, bottom: f32, left: f32 });
/** A box in space. */
export const box = struct({ least: vec3, most: vec3 });
/** How a force or a light gets weaker. */
export const falloff = struct({ radius: f32.default(10).unit("m"), exponent: f32.default(2) });
/** Which of the bodies meet each other. */
export const layer = oneOf("default", "player", "scenery", "trigger", "debris");
/** One of the axes of space. */
export const axis = oneOf("x", "y", "z");
/** What is shared by all that can be switched. */
export const switchable = { enabled: optional(oneOf("on", "off", "inherit")) };
