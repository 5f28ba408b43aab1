const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Characters that take no cell of their own: combining marks, joiners, other format characters. */
const empty = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** Characters that take two cells: emoji, and the wide and full-width scripts of East Asia. */
const wide =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u;

const plain = /^[\x20-\x7E]*$/;

/** How many cells of a terminal a text without control characters takes. */
export function textWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(grapheme: string): number {
  if (wide.test(grapheme)) return 2;
  return empty.test(grapheme) ? 0 : 1;
}

const control = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Makes a text of unknown origin safe to print: what could steer a terminal becomes a visible mark, a tab two spaces. */
export function printable(text: string): string {
  return text.replaceAll("\t", "  ").replace(control, "\uFFFD");
}
