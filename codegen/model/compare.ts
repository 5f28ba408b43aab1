/** Order of texts by code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The texts in order: the same array if it is so already, which is seen much faster than it is made. */
export function inTextOrder(texts: readonly string[]): readonly string[] {
  const isSorted = texts.every((text, index) => index === 0 || (texts[index - 1] ?? "") <= text);
  return isSorted ? texts : [...texts].sort();
}
