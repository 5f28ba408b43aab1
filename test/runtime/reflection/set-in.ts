/** Sets what a path leads to, by hand, in plain values. */
export function setIn(whole: unknown, [piece, ...rest]: readonly string[], value: unknown): unknown {
  if (piece === undefined) return value;
  if (whole instanceof Map) return new Map([...whole, [piece, setIn(whole.get(piece), rest, value)]]);
  const copy = Array.isArray(whole) ? [...whole] : { ...Object(whole) };
  copy[piece] = setIn(copy[piece], rest, value);
  return copy;
}
