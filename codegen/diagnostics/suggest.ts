import { distance } from "fastest-levenshtein";

/** The known word that was probably meant, if one is near enough. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const nearer = ([, a]: readonly [string, number], [, b]: readonly [string, number]): number => a - b;
  const [best] = known.map((other) => [other, far(word.toLowerCase(), other.toLowerCase())] as const).sort(nearer);
  return best !== undefined && best[1] <= Math.max(1, Math.floor(word.length / 3)) ? best[0] : undefined;
}

/** `did you mean …?` when there is a near word, otherwise what is known. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = suggest(word, known);
  if (near !== undefined) return `did you mean ${quoted(near)}?`;
  if (known.length === 0) return "declare it first";
  return known.length === 1 ? `use ${quoted(known[0] ?? "")}` : `use one of ${known.map(quoted).join(", ")}`;
}

/** How many letters are wrong; two that changed places count once. */
function far(word: string, other: string): number {
  return isSwapped(word, other) ? 1 : distance(word, other);
}

function isSwapped(word: string, other: string): boolean {
  const at = [...word].findIndex((letter, index) => letter !== other[index]);
  if (at < 0) return false;
  const [first = "", second = ""] = word.slice(at);
  return other === word.slice(0, at) + second + first + word.slice(at + 2);
}

function quoted(word: string): string {
  return `\`${word}\``;
}
