import type { Plain } from "./schema/plain.js";

/** A function of the app's own that is called as something else. */
export function world(plain: Plain): void {
  plain.x += 1;
}

export function update(plain: Plain): void {
  plain.x *= 2;
}
