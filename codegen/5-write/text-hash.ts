import { createHash } from "node:crypto";

const carriageReturn = 13;

/**
 * SHA-256 of a text, as 64 hexadecimal digits. `\r\n` counts as `\n`: git may check files out with the line ends of
 * the platform, and that is no edit. Unchanged files keep the line ends they have; what is written has `\n`.
 */
export function textHash(text: string | Buffer): string {
  const hash = createHash("sha256");
  if (typeof text === "string") return hash.update(text.includes("\r") ? unixLineEnds(text) : text).digest("hex");
  return hash.update(text.includes(carriageReturn) ? unixLineEnds(text.toString("utf8")) : text).digest("hex");
}

/** The text with every `\r\n` as `\n`. */
export function unixLineEnds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
