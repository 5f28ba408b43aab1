import type { Place } from "../model/place.js";
import type { Expression } from "./syntax.js";

/** Where a finding about all of an expression points to: a call may go over many lines, so that it is the name of what is called. */
export function headPlace(expression: Expression): Place {
  return expression.kind === "call" || expression.kind === "new" ? headPlace(expression.callee) : expression.place;
}
