// What a body in column form is printed into.
import type { BodyText } from "../model/body.js";
import type { LoopNames, TypeRef } from "../model/loop-plan.js";
import type { ComponentTerm } from "./column-access.js";
import type { Scope } from "./names.js";
import type { QueryParameter } from "./row-walks.js";
import type { NameRef } from "../model/name-ref.js";

/** What a parameter of the function is in the loop. */
export type ParameterPlan =
  | ({ readonly kind: "component" } & ComponentTerm)
  | QueryParameter
  /** A local of the loop. */
  | { readonly kind: "resource" | "entity" | "value" | "local"; readonly name: string };

/** What the loop around the body is made of. */
export interface ColumnContext {
  readonly parameters: readonly ParameterPlan[];
  /** What a name of the author's file is called here; undefined for those that every program has. */
  readonly outside: (name: string) => NameRef | undefined;
  /** What a type that the body names is called here; undefined for those that every program has. */
  readonly type: (name: string) => TypeRef | undefined;
  /** Constants and functions that the author's file keeps to itself: their declarations. */
  readonly kept: ReadonlyMap<string, BodyText>;
  /** Whether something is never `undefined`: what a function of that name gives back, or a constant of that name. */
  readonly isDefined: (name: string) => boolean;
  /** Names that stand in the body as they are. */
  readonly taken: readonly string[];
  /** The names of the loop, clear of those of the body. */
  readonly scope: Scope;
  readonly names: LoopNames;
  /** Whether it stands in a loop of its own, of which a `return` is a `continue`. */
  readonly perRow: boolean;
}
