import { hash } from "node:crypto";
import type { Hash64 } from "../model/contract.js";
import { canonicalJson } from "../model/canonical-json.js";

/** The first 64 bits of the SHA-256 of a text. */
export function hashText(text: string): Hash64 {
  return hash("sha256", text).slice(0, 16);
}

/** The hash of a value's canonical form. */
export function hashValue(value: unknown): Hash64 {
  return hashText(canonicalJson(value));
}
