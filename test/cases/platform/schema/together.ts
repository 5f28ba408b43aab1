import { bool, bytes, component, entity, f32, list, map, oneOf, optional, string, struct, u32, u64, vec2, vec3 } from "ecsgen/schema";
import { asset, color, edges, falloff, length, span, switchable, tint, transition } from "./shapes.js";

/** Something that sounds. */
export class Sound extends component({ asset, volume: optional(f32), pitch: optional(f32), loop: optional(oneOf("once", "repeat")), falloff: optional(falloff), bus: optional(oneOf("effects", "music", "voice", "ambience")), cone: optional(struct({ inner: f32, outer: f32, outside: f32 })), fade: optional(transition) }) {}
/** Who hears. */
export class Listener extends component({ gain: optional(f32), ears: optional(struct({ apart: f32, model: oneOf("plain", "head") })), ...switchable }) {}
/** How a room answers. */
export class Room extends component({ size: vec3, walls: optional(struct({ front: f32, side: f32, floor: f32 })), kind: optional(oneOf("hall", "cave", "street", "tent")), wet: optional(f32), blend: optional(span) }) {}
/** A moving picture. */
export class Video extends component({ source: asset, state: optional(oneOf("playing", "paused", "stopped")), at: optional(f32), volume: optional(f32), loop: optional(bool), crop: optional(edges), fit: optional(oneOf("fill", "contain", "cover")) }) {}
/** A page of the web on a surface. */
export class WebPanel extends component({ address: string, size: vec2, zoom: optional(f32), allow: optional(struct({ scripts: bool, input: bool, sound: bool })), refresh: optional(f32) }) {}
/** A box of the user interface. */
export class Panel extends component({ width: optional(length), height: optional(length), margin: optional(edges), padding: optional(edges), background: optional(tint), border: optional(struct({ width: f32, color, radius: f32 })), direction: optional(oneOf("row", "column")), wrap: optional(oneOf("none", "wrap")), align: optional(oneOf("start", "centre", "end", "stretch")), overflow: optional(oneOf("show", "hide", "scroll")) }) {}
/** Words of the user interface. */
export class Caption extends component({ text: string, font: optional(asset), size: optional(length), color: optional(tint), align: optional(oneOf("start", "centre", "end")), lines: optional(u32), shadow: optional(struct({ x: f32, y: f32, color })) }) {}
/** Can be pressed. */
export class Button extends component({ action: string, state: optional(oneOf("idle", "hover", "pressed", "disabled")), sounds: optional(struct({ hover: string, press: string })), colors: optional(struct({ idle: tint, hover: tint, pressed: tint })), repeat: optional(f32) }) {}
/** Can be filled in. */
export class Input extends component({ text: string, hint: optional(string), kind: optional(oneOf("text", "number", "password")), limit: optional(u32), cursor: optional(struct({ at: u32, length: u32 })), valid: optional(bool) }) {}
/** Can be moved between two ends. */
export class Slider extends component({ value: f32, range: optional(span), step: optional(f32), direction: optional(oneOf("across", "up")), colors: optional(struct({ track: tint, thumb: tint })) }) {}
/** A picture of the user interface. */
export class Picture extends component({ asset, tint: optional(tint), slices: optional(edges), fit: optional(oneOf("fill", "contain", "cover")), flip: optional(oneOf("none", "x", "y")) }) {}
/** Can be pointed at. */
export class Pointable extends component({ reach: optional(f32), hint: optional(string), cursor: optional(oneOf("default", "hand", "cross", "none")), priority: optional(u32), area: optional(struct({ least: vec3, most: vec3 })) }) {}
/** Can be taken in the hand. */
export class Grabbable extends component({ mode: oneOf("rigid", "loose", "throw"), grip: optional(struct({ at: vec3, toward: vec3 })), by: optional(entity), hands: optional(oneOf("one", "two")), snap: optional(transition) }) {}
/** What a device of the user does. */
export class Controller extends component({ hand: oneOf("left", "right", "none"), buttons: map(f32), stick: optional(vec2), rumble: optional(struct({ strength: f32, seconds: f32 })), model: optional(asset) }) {}
/** Whose it is, and who may change it. */
export class Ownership extends component({ owner: u64, mode: optional(oneOf("free", "asked", "fixed")), since: optional(u64), guests: list(string) }) {}
/** What others see of it over the wire. */
export class Replicated extends component({ rate: optional(f32), reach: optional(falloff), reliable: optional(bool), priority: optional(oneOf("low", "normal", "high")), smoothing: optional(transition), last: optional(bytes) }) {}
/** Somebody is here. */
export class Presence extends component({ user: string, groups: list(string), status: oneOf("here", "away", "busy"), since: u64, device: optional(oneOf("desk", "headset", "phone")), ping: optional(f32), color: optional(color) }) {}
/** What somebody says. */
export class Voice extends component({ stream: string, level: optional(f32), muted: optional(bool), range: optional(falloff), codec: optional(oneOf("wide", "narrow")), effects: optional(struct({ gate: f32, gain: f32 })) }) {}
/** A note that hangs in space. */
export class Note extends component({ text: string, author: string, at: u64, color: optional(color), pinned: optional(bool), kind: optional(oneOf("comment", "task", "bug")) }) {}
/** A way from one place to another. */
export class Portal extends component({ to: string, allowed: list(string), exit: optional(struct({ position: vec3, facing: vec3 })), effect: optional(transition), opens: optional(oneOf("always", "key", "never")), preview: optional(asset) }) {}
/** Runs what an author wrote. */
export class Script extends component({ source: asset, order: optional(u32), settings: map(string), state: optional(oneOf("off", "starting", "running", "failed")), limits: optional(struct({ milliseconds: f32, memory: u32 })) }) {}
/** What is measured while it runs. */
export class Probe extends component({ name: string, values: list(f32), window: optional(u32), alarm: optional(span), shown: optional(oneOf("off", "graph", "number")) }) {}
