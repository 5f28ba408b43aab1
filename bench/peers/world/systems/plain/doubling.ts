import type { A, B, C, D, Data, E, Z } from "../../schema/suite.js";

export function doubleA(a: A): void {
  a.value *= 2;
}

export function doubleB(b: B): void {
  b.value *= 2;
}

export function doubleC(c: C): void {
  c.value *= 2;
}

export function doubleD(d: D): void {
  d.value *= 2;
}

export function doubleE(e: E): void {
  e.value *= 2;
}

export function doubleZ(z: Z): void {
  z.value *= 2;
}

export function doubleData(data: Data): void {
  data.value *= 2;
}
