// The loops of per-entity functions, and how the functions run in them.
import type { Place } from "./place.js";
import type { ColumnKind } from "./field-plan.js";
import type { FilePlan, NameRef, TypeText } from "./name-ref.js";
import type { Obstacle } from "./obstacles.js";

/** An argument of a call, decided. */
export type ArgumentPlan =
  /** Something local: a cursor, or what the caller gave. */
  | { readonly kind: "local"; readonly name: string }
  | { readonly kind: "world" | "commands" | "entity"; readonly name: string }
  | { readonly kind: "resource" | "writer"; readonly name: string; readonly token: NameRef }
  /** Keeps a position between calls, so it is a member of whoever calls; in a loop, a parameter. */
  | { readonly kind: "reader"; readonly name: string; readonly member: string; readonly token: NameRef }
  /** A whole query, which is a member of whoever calls; in a loop, a parameter. */
  | { readonly kind: "query"; readonly name: string; readonly rows: NameRef };

/** A component parameter of a loop, and the names of its locals. */
export interface TermPlan {
  /** The cursor. */
  readonly name: string;
  /** The cursor, or `undefined` when the table or the entity has no such component. */
  readonly some: string;
  /** The set of a sparse component. */
  readonly set: string;
  /** The row in that set. */
  readonly dense: string;
  readonly token: NameRef;
  /** `motion.Position`. */
  readonly qualified: string;
  readonly cursor: NameRef;
  readonly sparse: boolean;
  readonly optional: boolean;
}

/** A function compiled into a loop. */
export interface LoopPlan {
  readonly file: FilePlan;
  /** `loopMotionIntegrationIntegrate`. */
  readonly name: string;
  readonly doc: string;
  readonly bound: NameRef;
  readonly terms: readonly TermPlan[];
  readonly arguments: readonly ArgumentPlan[];
  /** The sparse term whose dense rows are gone through; `undefined` when tables are. */
  readonly driver: TermPlan | undefined;
  /** Whether some query asks for what only a row can tell. */
  readonly perRow: boolean;
  readonly form: FormPlan;
  readonly function: LoopFunction;
}

/** The function behind a loop. */
export interface LoopFunction {
  /** `motion.integration.integrate`; of an app's own function, its name. */
  readonly qualified: string;
  readonly place: Place;
}

/** A function that takes whole queries and runs once. */
export interface QueryFunctionPlan {
  readonly file: FilePlan;
  /** `loopSpaceCollisionsCollide`. */
  readonly name: string;
  readonly doc: string;
  readonly bound: NameRef;
  readonly parameters: readonly FunctionParameterPlan[];
  readonly returns: TypeText;
  readonly form: FormPlan;
  readonly function: LoopFunction;
}

/** A parameter of a function that is printed. */
export interface FunctionParameterPlan {
  readonly argument: ArgumentPlan;
  /** Of what a caller gives. */
  readonly type: TypeText;
  readonly optional: boolean;
  readonly rest: boolean;
}

/** The form of a function. */
export type FormPlan = CursorFormPlan | ColumnFormPlan;

/** The function is called, with a cursor for each component. */
export interface CursorFormPlan {
  readonly kind: "cursor";
  /** The first thing that keeps it from a faster form. */
  readonly obstacle: Obstacle;
}

/** Its body stands in the loop, with columns in place of components. */
export interface ColumnFormPlan {
  readonly kind: "column";
  /** In the order of their first use. */
  readonly columns: readonly ColumnLocalPlan[];
  /** Optional components, each with the local that says whether the table has it. */
  readonly presences: ReadonlyMap<TermPlan, string>;
  /** Vectors of which the index is calculated. */
  readonly vectors: readonly VectorLocalPlan[];
  /** The text of the body, names that have to be imported, and loops over the rows of whole queries. */
  readonly body: readonly BodyPart[];
  /** Names that stand in it as they are. */
  readonly taken: readonly string[];
  /** Of the loop over the rows, when an inner loop goes on with the next row. */
  readonly label: string | undefined;
  readonly names: LoopNames;
  /** The locals that it uses beside columns: what parameters that are no components became. */
  readonly used: ReadonlySet<string>;
  /** Fields of resources that stay as they are while the loop runs (`time.delta`), and the locals that hold them. */
  readonly steady: ReadonlyMap<string, string>;
  /** Declarations of constants and functions that the author's file keeps to itself. */
  readonly kept: readonly (readonly WrittenPart[])[];
  /** Functions that parts are handed to. */
  readonly helpers: readonly HelperPlan[];
}

/** A function of the project, printed once more for columns, or for values of them, in place of what it is handed. */
export interface HelperPlan {
  readonly name: string;
  /** What its author calls it, and where. */
  readonly function: { readonly name: string; readonly file: string };
  readonly parameters: readonly HelperParameterPlan[];
  /** The type that its author gives it; undefined when it follows from what it gives back. */
  readonly returns: readonly WrittenPart[] | undefined;
  readonly body: readonly BodyPart[];
  /** As of the form of a function. */
  readonly kept: readonly (readonly WrittenPart[])[];
  /** Names that stand in it as they are. */
  readonly taken: readonly string[];
}

/** A parameter of such a function. */
export type HelperParameterPlan =
  /** A column of which the table may have none; `value`: what stands in it for one row. */
  | {
      readonly kind: "column";
      readonly name: string;
      readonly type: HandedType;
      readonly value: boolean;
      readonly maybe: boolean;
    }
  /** All columns of a vector. */
  | { readonly kind: "vector"; readonly name: string; readonly of: ColumnKind }
  /** Whether the table has an optional component. */
  | { readonly kind: "presence"; readonly name: string }
  | { readonly kind: "row" | "table"; readonly name: string }
  /** The entity of a row that it is given values of. */
  | { readonly kind: "entity"; readonly name: string }
  /** One that its author declares: `: number`, `?: number`, ` = 1`. */
  | { readonly kind: "own"; readonly name: string; readonly rest: readonly WrittenPart[] };

/** The type of a column, or the way to that of an element of an array from the component. */
export type HandedType = { readonly column: ColumnKind } | { readonly objects: FieldPath; readonly token: NameRef };

/** What a loop calls what it is made of: names that its body does not use. */
export interface LoopNames {
  readonly world: string;
  readonly query: string;
  readonly table: string;
  readonly row: string;
  readonly count: string;
  readonly entity: string;
  /** What the loop needs of a table. */
  readonly columns: string;
  /** The function that takes it from the table. */
  readonly columnsIn: string;
}

/** A local that holds the columns of a vector. */
export interface VectorLocalPlan {
  readonly name: string;
  readonly term: TermPlan;
  /** The locals of its columns. */
  readonly columns: readonly string[];
}

/** A local that is a column of the table. */
export interface ColumnLocalPlan {
  readonly name: string;
  readonly term: TermPlan;
  /** Its place among the columns, or the arrays, of the component. */
  readonly index: number;
  /** For an array, the fields that lead to the type of an element from the type of the component. */
  readonly type: { readonly column: ColumnKind } | { readonly objects: FieldPath };
  /** Whether the body uses it itself, and not only as a part of a vector. */
  readonly alone: boolean;
}

/** Fields that lead from a row to something inside it. */
export type FieldPath = readonly { readonly name: string; readonly optional: boolean }[];

/** A part of a body that is printed into a loop or a function. */
export type BodyPart = WrittenPart | RowLoopPlan;

/** A part of a line. */
export type WrittenPart = string | NameRef | TypeRef;

/** A type that has to be imported. */
export interface TypeRef extends NameRef {
  readonly kind: "type";
}

/** A loop of the body over the rows of a whole query, with columns in place of components. */
export interface RowLoopPlan {
  readonly kind: "rows";
  /** The local that has the rows. */
  readonly rows: string;
  /** One row, or two: every two rows once. */
  readonly walks: readonly RowWalkPlan[];
  /** Whether only a row can tell whether it is found. */
  readonly perRow: boolean;
  /** Of the outermost loop, when something leaves it. */
  readonly label: string | undefined;
  /** Of the innermost loop, when something inside of a loop in it goes on with its next row. */
  readonly next: string | undefined;
  readonly body: readonly BodyPart[];
  /** The blanks in front of it. */
  readonly margin: string;
}

/** A walk of a loop through all rows. */
export interface RowWalkPlan extends TableColumns {
  /** The local that counts tables, of pairs. */
  readonly at: string;
  /** The local that holds what the loop needs of a table. */
  readonly entered: string;
  /** The function that takes it from the table. */
  readonly columnsIn: string;
  readonly row: string;
  /** Declarations of what loops inside of this one read of its row. */
  readonly holds: readonly string[];
  /** Locals that start with each row: fields that a pattern names, and the entity. */
  readonly starts: readonly (readonly WrittenPart[])[];
}

/** The columns of a table that a body uses. */
export interface TableColumns {
  readonly vectors: readonly VectorLocalPlan[];
  readonly table: string;
  readonly count: string;
  readonly terms: readonly TermPlan[];
  /** In the order of their first use. */
  readonly columns: readonly ColumnLocalPlan[];
  /** Optional components, each with the local that says whether the table has it. */
  readonly presences: ReadonlyMap<TermPlan, string>;
}
