import type { Weight } from "../../schema/crowd.js";

export function one(weight: Weight): void {
  weight.value = (weight.value + 1) & 63;
}

export function two(weight: Weight): void {
  weight.value = (weight.value + 2) & 63;
}

export function three(weight: Weight): void {
  weight.value = (weight.value + 3) & 63;
}

export function four(weight: Weight): void {
  weight.value = (weight.value + 4) & 63;
}

export function five(weight: Weight): void {
  weight.value = (weight.value + 5) & 63;
}

export function six(weight: Weight): void {
  weight.value = (weight.value + 6) & 63;
}

export function seven(weight: Weight): void {
  weight.value = (weight.value + 7) & 63;
}

export function eight(weight: Weight): void {
  weight.value = (weight.value + 8) & 63;
}

export function nine(weight: Weight): void {
  weight.value = (weight.value + 9) & 63;
}

export function ten(weight: Weight): void {
  weight.value = (weight.value + 10) & 63;
}
