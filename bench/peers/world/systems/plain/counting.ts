import type { A, Tally } from "../../schema/suite.js";

export function count(a: Readonly<A>, tally: Tally): void {
  tally.total += a.value;
}
