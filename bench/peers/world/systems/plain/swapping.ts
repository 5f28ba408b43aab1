import type { A, B, C, D, E } from "../../schema/suite.js";

export function swapAB(a: A, b: B): void {
  const { value } = a;
  a.value = b.value;
  b.value = value;
}

export function swapCD(c: C, d: D): void {
  const { value } = c;
  c.value = d.value;
  d.value = value;
}

export function swapCE(c: C, e: E): void {
  const { value } = c;
  c.value = e.value;
  e.value = value;
}
