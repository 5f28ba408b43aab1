import { cpus } from "node:os";
import { readFileSync } from "fs";
import { random, Side } from "./chance.js";
import type { Velocity } from "./schema/motion.js";

export function blow(velocity: Velocity): void {
  velocity.x += random() + Side.right + Math["random"]() + cpus().length + readFileSync("x").length;
  velocity.y = fine({ eval: 1 }) + byAnotherName("random") + ofTheHost() + ofTime(0);
}

function byAnotherName(name: "random"): number {
  const numbers = Math;
  const host = globalThis;
  let draw: () => number;
  ({ random: draw } = Math);
  const {
    Math: { random: other },
  } = globalThis;
  return numbers.random() + host.Math.random() + Math[name]() + draw() + other() + Reflect.get(Math, "random")();
}

function ofTheHost(): number {
  const names = ["b", "a"].sort(new Intl.Collator().compare);
  const seen = new WeakRef(names).deref() === undefined ? 0 : 1;
  void import("./chance.js");
  return navigator.hardwareConcurrency + import.meta.url.length + seen + Number(eval("1")) + Number(new Function("2")());
}

function ofTime(time: number): number {
  const Clock = Date;
  const date = new Date(time);
  return new Clock().getTime() + date.getTimezoneOffset() + new Date(2020, 1, 1).getTime() + (date instanceof Date ? 1 : 0);
}

/** None of it is chance, a clock or the host. */
export function fine(Intl: { readonly eval: number }): number {
  const { floor, PI } = Math;
  self: for (const _ of [1, 2]) {
    if (PI > 3) continue self;
    break self;
  }
  return floor(PI) + globalThis.Math.max(1, Math.sqrt(2)) + new Date(Date.UTC(2020, 0)).getTime() + Intl.eval;
}
