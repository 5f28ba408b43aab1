import { hash } from "node:crypto";

const carriageReturn = 13;

/**
 * SHA-256 of a text, as 64 hexadecimal digits. `\r\n` counts as `\n`: git may check files out with the line ends of
 * the platform, and that is no edit. Unchanged files keep the line ends they have; what is written has `\n`.
 */
export function textHash(text: string | Buffer): string {
  if (typeof text === "string") return hash("sha256", text.includes("\r") ? unixLineEnds(text) : text);
  return hash("sha256", text.includes(carriageReturn) ? unixLineEnds(text.toString("utf8")) : text);
}

/** The text with every `\r\n` as `\n`. */
export function unixLineEnds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
