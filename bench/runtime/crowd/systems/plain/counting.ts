import type { Amount } from "../../schema/crowd.js";

export function one(amount: Amount): void {
  amount.value = (amount.value + 1) & 63;
}

export function two(amount: Amount): void {
  amount.value = (amount.value + 2) & 63;
}

export function three(amount: Amount): void {
  amount.value = (amount.value + 3) & 63;
}

export function four(amount: Amount): void {
  amount.value = (amount.value + 4) & 63;
}

export function five(amount: Amount): void {
  amount.value = (amount.value + 5) & 63;
}

export function six(amount: Amount): void {
  amount.value = (amount.value + 6) & 63;
}

export function seven(amount: Amount): void {
  amount.value = (amount.value + 7) & 63;
}

export function eight(amount: Amount): void {
  amount.value = (amount.value + 8) & 63;
}

export function nine(amount: Amount): void {
  amount.value = (amount.value + 9) & 63;
}

export function ten(amount: Amount): void {
  amount.value = (amount.value + 10) & 63;
}
