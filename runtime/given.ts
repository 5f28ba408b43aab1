// What callers without types may give instead of what was asked for.
import { EcsError } from "./errors.js";

/** How messages show what was given, whatever it is. */
export function shownGiven(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  return typeof value === "function" ? "a function" : String(value);
}

/** How messages name a token, or what was given for one. */
export function shownToken(token: { readonly name: string } | null | undefined): string {
  return typeof token?.name === "string" ? token.name : shownGiven(token);
}

/** Throws `InvalidArgument` for what is no list; `what` says what was asked for: `a list of components`. */
export function requireList(value: unknown, what: string): void {
  if (!Array.isArray(value)) throw notThat(value, what);
}

/** Throws `InvalidArgument` for what is no object. */
export function requireObject(value: unknown, what: string): void {
  if (typeof value !== "object" || value === null) throw notThat(value, what);
}

/** Throws `InvalidArgument` for what is no text, or an empty one. */
export function requireName(value: unknown, what: string): void {
  if (typeof value !== "string" || value === "") throw notThat(value, what);
}

/** Throws `InvalidArgument` for what is no function. */
export function requireFunction(value: unknown, what: string): void {
  if (typeof value !== "function") throw notThat(value, what);
}

/** Throws `InvalidArgument` when a number is no length of time. */
export function requireLength(delta: number): void {
  if (typeof delta === "number" && delta >= 0 && delta < Infinity) return;
  const message = `a step of ${shownGiven(delta)} is no length of time`;
  throw new EcsError("InvalidArgument", message, "give the time since the last step, 0 or more");
}

/** Throws `InvalidArgument` for what is no whole number of 0 or more, up to `most`. */
export function requireWhole(value: unknown, what: string, most: number): void {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most) return;
  const message = `${what} is ${shownGiven(value)}, which is no whole number from 0 to ${most}`;
  throw new EcsError("InvalidArgument", message, "give a whole number in that range");
}

function notThat(value: unknown, what: string): EcsError {
  return new EcsError("InvalidArgument", `\`${shownGiven(value)}\` was given for ${what}`, `give ${what}`);
}
