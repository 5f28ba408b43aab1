/** The remainders of all bytes, for the polynomial of ISO 3309 in reversed order, as in the specification of PNG, annex D. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/**
 * The CRC-32 of bytes, behind those whose sum is given. It finds every change of up to 32 bits in a row, and all others but
 * for one in four thousand million.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let rest = ~before;
  for (let i = 0; i < bytes.length; i++) rest = remainders[(rest ^ bytes[i]) & 255] ^ (rest >>> 8);
  return ~rest >>> 0;
}
