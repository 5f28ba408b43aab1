// Edits of an author's file as insertions into its text, so that every byte around them stays as it is.
// Positions count in the text as the parser sees it: without byte order mark, every end of line a line feed.

/** A piece of text to put in front of the character at `at`. */
export interface Insertion {
  readonly at: number;
  /** Lines end with a line feed; it is written as the file ends its own lines. */
  readonly text: string;
}

/** The text as the parser sees it. */
export function parserText(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/** The position of a line and column, both counted from 1. */
export function positionOf(plain: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = plain.indexOf("\n", start) + 1;
  return start + column - 1;
}

/** The position behind the end of the line that `at` is in. */
export function nextLine(plain: string, at: number): number {
  const end = plain.indexOf("\n", at);
  return end < 0 ? plain.length : end + 1;
}

/** The text with everything inserted; insertions at one position keep their order. */
export function insertAll(text: string, insertions: readonly Insertion[]): string {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const original = originalPositions(text);
  const sorted = insertions
    .map((insertion, order) => ({ ...insertion, order }))
    .sort((a, b) => a.at - b.at || a.order - b.order);
  const parts: string[] = [];
  let done = 0;
  for (const { at, text: inserted } of sorted) {
    const position = original(at);
    parts.push(text.slice(done, position), inserted.replaceAll("\n", lineEnd));
    done = position;
  }
  return [...parts, text.slice(done)].join("");
}

/** From positions in the parser's text to positions in the file's. */
function originalPositions(text: string): (at: number) => number {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const dropped: number[] = [];
  for (let at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2))
    dropped.push(at - start - dropped.length);
  return (at) => at + start + dropped.filter((position) => position < at).length;
}
