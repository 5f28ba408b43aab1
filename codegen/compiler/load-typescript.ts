import { createRequire } from "node:module";
import type { ts } from "ts-morph";

/** TypeScript's parser. */
export type TypeScript = typeof ts;

/**
 * TypeScript as ts-morph carries it. Loading it takes longer than reading a thousand schemas, so it happens at the first
 * use, synchronously; who needs no parser pays nothing. `require` keeps it, and its result has no type of its own.
 */
export function loadTypeScript(): TypeScript {
  const { ts } = createRequire(import.meta.url)("ts-morph") as { readonly ts: TypeScript };
  return ts;
}
