import type { Part, Picture } from "./layout.js";

/** A line of a picture: `texts[0]`, part, `texts[1]`, part, and so on. */
export interface Row {
  readonly texts: readonly [string, ...string[]];
  readonly indent: number;
  /** The index of its first part in those of the picture. */
  readonly first: number;
  /** Whether it shows only if one of its parts does. */
  readonly hasPartsOnly: boolean;
}

/** The lines of a picture that is indented by so much, without the empty ones at its start and its end. */
export function rowsOf(pictureTexts: TemplateStringsArray, indent: number): readonly Row[] {
  const rows: Row[] = [];
  let [texts, first]: [string[], number] = [[], 0];
  for (const [part, text] of pictureTexts.entries()) {
    const [continued = "", ...next] = text.split("\n");
    texts.push(continued);
    for (const start of next) {
      rows.push(rowOf(texts, first, indent));
      [texts, first] = [[start], part];
    }
  }
  rows.push(rowOf(texts, first, indent));
  return rows.filter((row, index) => (index > 0 && index < rows.length - 1) || !isBlank(row));
}

function rowOf([lead = "", ...others]: readonly string[], first: number, around: number): Row {
  const texts = [lead.trimStart(), ...others] as const;
  const indent = around + lead.length - texts[0].length;
  const hasPartsOnly = others.length > 0 && texts.every((text) => text.trim() === "");
  return { texts, indent, first, hasPartsOnly };
}

function isBlank({ texts }: Row): boolean {
  return texts.length === 1 && texts[0] === "";
}

/** Whether there is something to print in the parts of a line. */
export function hasParts({ texts, first }: Row, { parts }: Picture): boolean {
  for (let index = first; index < first + texts.length - 1; index++) {
    if (isThere(parts[index])) return true;
  }
  return false;
}

function isThere(part: Part): boolean {
  if (part === undefined) return false;
  return typeof part === "string" || !("kind" in part) || part.kind !== "lines" || part.items.length > 0;
}
