import { distance } from "fastest-levenshtein";

/** The known word that was probably meant, if one is near enough. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const nearer = ([, a]: readonly [string, number], [, b]: readonly [string, number]): number => a - b;
  const [best] = known.map((other) => [other, distance(word.toLowerCase(), other.toLowerCase())] as const).sort(nearer);
  return best !== undefined && best[1] <= Math.max(1, Math.floor(word.length / 3)) ? best[0] : undefined;
}

/** `did you mean …?` when there is a near word, otherwise what is known. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = suggest(word, known);
  if (near !== undefined) return `did you mean ${quoted(near)}?`;
  if (known.length === 0) return "declare it first";
  return known.length === 1 ? `use ${quoted(known[0] ?? "")}` : `use one of ${known.map(quoted).join(", ")}`;
}

function quoted(word: string): string {
  return `\`${word}\``;
}
