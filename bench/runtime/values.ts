// What entities start with, the same for every library: whole numbers, so that sums are exact in every float and order.

/** Where entity number `i` stands, along an axis. */
export function placeOf(i: number, axis: number): number {
  return (i * (axis * 2 + 1)) & 63;
}

/** How fast it moves. */
export function speedOf(i: number, axis: number): number {
  return ((i + axis) % 5) - 2;
}

/** Mixes the values of one entity into what is added up, so that swapped parts are noticed. */
export function digest(...parts: readonly number[]): number {
  let mixed = 0;
  for (const part of parts) mixed = mixed * 3 + part;
  return mixed;
}

/** All numbers below `count`, each once, in an order without pattern. */
export function shuffled(count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  let seed = 12_345;
  for (let i = count - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    const other = seed % (i + 1);
    const kept = order[i] ?? 0;
    order[i] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
