/**
 * Whether two immutable values can stand for each other: they are the same, or plain data that holds the same. Parts that
 * are the same object are not looked into, so it costs what differs.
 */
export function isAlike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && isListAlike(a, b);
  if (a instanceof Map) return b instanceof Map && isListAlike([...a], [...b]);
  if (a instanceof Set) return b instanceof Set && isListAlike([...a], [...b]);
  if (Object.getPrototypeOf(a) !== Object.prototype || Object.getPrototypeOf(b) !== Object.prototype) return false;
  return isRecordAlike(a, b);
}

function isListAlike(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index] && !isAlike(a[index], b[index])) return false;
  }
  return true;
}

/** The order of names counts, since printing may follow it. */
function isRecordAlike(a: object, b: object): boolean {
  const names = Object.keys(a);
  const others = Object.keys(b);
  if (names.length !== others.length) return false;
  for (let index = 0; index < names.length; index++) {
    const name = names[index] ?? "";
    if (name !== others[index] || !isAlike(Reflect.get(a, name), Reflect.get(b, name))) return false;
  }
  return true;
}
