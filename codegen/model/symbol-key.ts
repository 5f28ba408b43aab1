import type { SymbolRef } from "./raw.js";

/** A symbol as the key of a map: `systems/drift.ts#drift`. */
export function symbolKey({ file, name }: SymbolRef): string {
  return `${file}#${name}`;
}
