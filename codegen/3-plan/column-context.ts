// What a body in column form is printed into.
import type { KeptText, RawHelper, Step } from "../model/body.js";
import type { Obstacle } from "../model/obstacles.js";
import type { LoopNames, TypeRef } from "../model/loop-plan.js";
import type { ColumnAccess, ComponentTerm } from "./column-access.js";
import type { ComponentPlan } from "../model/plan.js";
import type { Scope } from "./names.js";
import type { QueryParameter, RowRoot } from "./row-walks.js";
import type { NameRef } from "../model/name-ref.js";

/** What names of an author's file are in what is printed. */
export interface BodyNames {
  /** What a name of the author's file is called here; undefined for those that every program has. */
  readonly outside: (name: string) => NameRef | undefined;
  /** What a type that the body names is called here; undefined for those that every program has. */
  readonly type: (name: string) => TypeRef | undefined;
  /** Constants and functions that the author's file keeps to itself: their declarations. */
  readonly kept: ReadonlyMap<string, KeptText>;
  /** Whether something is never `undefined`: what a function of that name gives back, or a constant of that name. */
  readonly isDefined: (name: string) => boolean;
  /** The function of the project that a name stands for, which parts are handed to. */
  readonly helper: (name: string) => HelperSource | undefined;
  /** What keeps such a name from being imported. */
  readonly unnamed: (name: string) => Obstacle | undefined;
  /** Names that stand in the body as they are. */
  readonly taken: readonly string[];
  /** Those of them that stand there only if what its file keeps to itself is declared again. */
  readonly maybeTaken: readonly string[];
}

/** By parameter, the component or the struct of one that it is, or the row; undefined for other parameters. */
export type Shapes = readonly (Shape | RowShape | undefined)[];

/** A row, by its members. */
export interface RowShape {
  readonly members: ReadonlyMap<string, Shape>;
}

/** A part of a component. */
export interface Shape {
  readonly component: ComponentPlan;
  readonly optional: boolean;
  readonly steps: readonly Step[];
}

/** A function of the project that parts are handed to. */
export interface HelperSource {
  /** The same for all that call it. */
  readonly key: string;
  readonly helper: RawHelper;
  /** What names of its file are, by what it is given. */
  readonly names: (shapes: Shapes) => BodyNames;
}

/** What a parameter of the function is in the loop. */
export type ParameterPlan =
  | ({ readonly kind: "component"; readonly handed?: HandedPlan } & ComponentTerm)
  | QueryParameter
  /** A row that is handed to it. */
  | RowRoot
  /** A local of the loop. */
  | { readonly kind: "resource" | "entity" | "value" | "local"; readonly name: string };

/** What a function is given in place of a part that is handed to it. */
export interface HandedPlan {
  /** Columns and a row, or the values of one. */
  readonly access: ColumnAccess;
  /** The struct of the component that it is; none for all of it. */
  readonly steps: readonly Step[];
}

/** What the loop around the body is made of. */
export interface ColumnContext {
  readonly parameters: readonly ParameterPlan[];
  /** What names of the author's file are here. */
  readonly author: BodyNames;
  /** The names of the loop, clear of those of the body. */
  readonly scope: Scope;
  readonly names: LoopNames;
  /** Whether it stands in a loop of its own, of which a `return` is a `continue`. */
  readonly perRow: boolean;
}
