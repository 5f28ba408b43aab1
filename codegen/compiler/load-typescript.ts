import { createRequire } from "node:module";
import type { ts } from "@ts-morph/common";

/** TypeScript's parser. */
export type TypeScript = typeof ts;

/**
 * TypeScript as ts-morph carries it, without ts-morph around it. Loading it takes longer than reading a hundred schemas, so it
 * happens at the first use, synchronously; who needs no parser pays nothing. `require` keeps it, and its result has no type of its own.
 */
export function loadTypeScript(): TypeScript {
  return createRequire(import.meta.url)("@ts-morph/common/dist/typescript.js") as TypeScript;
}
