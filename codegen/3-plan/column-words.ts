// Words of enums as their columns hold them: by their places among the words.
import type { BodyPiece, BodyText } from "../model/body.js";
import type { LocatedValue } from "./column-access.js";

/** What stands for a word in a column, `/* walk *\/ 1`; undefined for a column of something else, and a word that is none of its enum. */
export function placeOf(located: LocatedValue, word: string): string | undefined {
  if (located.kind !== "column" || located.value.kind !== "enum") return undefined;
  const place = located.value.enum.values.indexOf(word);
  return place < 0 ? undefined : `/* ${inComment(word)} */ ${place}`;
}

/** A value that comes to words, as the column holds it; undefined for what may come to something that stands for none. */
export function placesIn(located: LocatedValue, value: BodyText): BodyText | undefined {
  if (located.kind !== "column" || located.value.kind !== "enum") return undefined;
  const places = value.map((piece): BodyPiece | undefined => (isWord(piece) ? placeOf(located, piece.word) : piece));
  return value.some(isWord) && places.every((piece) => piece !== undefined) ? places : undefined;
}

/** Whether the same place is the same word in two columns. */
export function haveSameWords(one: LocatedValue, other: LocatedValue): boolean {
  if (one.kind !== "column" || one.value.kind !== "enum") return false;
  if (other.kind !== "column" || other.value.kind !== "enum") return false;
  const { values } = other.value.enum;
  return (
    one.value.enum.values.length === values.length && one.value.enum.values.every((word, at) => word === values[at])
  );
}

/** `0 | 1 | 2`: the places of cases, when nothing else is left for a value; undefined when something is. */
export function allPlaces(
  located: LocatedValue,
  cases: readonly (string | undefined)[],
  ruledOut: readonly string[],
): string | undefined {
  if (located.kind !== "column" || located.value.kind !== "enum") return undefined;
  const { values } = located.value.enum;
  if (!values.every((word) => cases.includes(word) || ruledOut.includes(word))) return undefined;
  const places = values.flatMap((word, place) => (cases.includes(word) ? [String(place)] : []));
  return [...places, ...(cases.includes(undefined) ? ["undefined"] : [])].join(" | ");
}

function isWord(piece: BodyPiece): piece is BodyPiece & { readonly kind: "word" } {
  return typeof piece === "object" && piece.kind === "word";
}

function inComment(word: string): string {
  return /^\w*$/.test(word) ? word : JSON.stringify(word).slice(1, -1).replaceAll("*/", "*\\/");
}
