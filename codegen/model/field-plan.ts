// Fields of declarations with every decision made: columns, names, defaults. A part of the plan.
import type { Literal, NumberKind } from "./raw.js";

/** What a plain column stores; presence bits, booleans and small enums are `u8`. */
export type ColumnKind = NumberKind | "entity";

/** A plain column of a component. */
export interface ColumnPlan {
  /** Its place among the columns of the component. */
  readonly index: number;
  readonly kind: ColumnKind;
  /** The member of the cursor that says where the column starts: `$spinAxisXColumn`. */
  readonly member: string;
}

/** An ordinary array beside the table. */
export interface ObjectsPlan {
  readonly index: number;
  /** The member of the cursor that is the array: `$labelObjects`. */
  readonly member: string;
  /** What an element is. */
  readonly field: FieldPlan;
}

/** A field of a row, a struct, a vector or a shape. */
export interface FieldPlan {
  readonly name: string;
  /** With unit and range. */
  readonly doc: string;
  /** With unit, range and default. */
  readonly initDoc: string;
  /** What the author said of it, for reflection. */
  readonly said: SaidOfField;
  readonly optional: boolean;
  readonly value: ValuePlan;
  /** What it is when nothing is given; `undefined` for what starts absent, empty, or as its parts do. */
  readonly fallback: Fallback | undefined;
  /** Optional, and absent when nothing is given. */
  readonly startsAbsent: boolean;
  /** Where a cursor finds it; nothing for what is part of an object. */
  readonly place: PlacePlan | undefined;
  readonly range: readonly [number | bigint, number | bigint] | undefined;
}

/** What the author said of a field. */
export interface SaidOfField {
  /** Without unit and range. */
  readonly doc: string;
  readonly unit: string | undefined;
  /** `undefined` for what starts as its type, or each of its parts, does; or absent. */
  readonly default: Literal;
}

/** A default: a scalar in place, `NO_ENTITY`, or a constant of the file. */
export type Fallback =
  | { readonly kind: "scalar"; readonly value: number | bigint | string | boolean }
  | { readonly kind: "no-entity" }
  | { readonly kind: "constant"; readonly name: string };

/** Where a cursor finds a field. */
export type PlacePlan =
  | { readonly kind: "column"; readonly column: ColumnPlan; readonly present: ColumnPlan | undefined }
  | { readonly kind: "objects"; readonly objects: { readonly member: string } }
  /** A cursor of its own, reached through the member. */
  | {
      readonly kind: "part";
      readonly member: string;
      readonly cursor: string;
      readonly present: ColumnPlan | undefined;
    };

/** The type of a value. */
export type ValuePlan =
  | { readonly kind: "number"; readonly of: NumberKind }
  | { readonly kind: "bool" | "entity" | "string" | "bytes" }
  /** An object of the host; `path` leads to its type from the row of the author's class: `["handle"]`. */
  | { readonly kind: "object"; readonly path: TypePath }
  | { readonly kind: "enum"; readonly enum: EnumPlan }
  | { readonly kind: "group"; readonly group: GroupPlan }
  | { readonly kind: "indexed"; readonly indexed: IndexedPlan }
  | { readonly kind: "list" | "map"; readonly of: ValuePlan; readonly copy: string | undefined }
  | { readonly kind: "union"; readonly union: UnionPlan };

/** The way from a row's type to the type of something inside it. */
export type TypePath = readonly TypeStep[];

/** One step of it. */
export type TypeStep =
  | { readonly kind: "field"; readonly name: string; readonly optional: boolean }
  | { readonly kind: "item" }
  | { readonly kind: "entry" }
  | { readonly kind: "shape"; readonly name: string };

/** One of a few words. */
export interface EnumPlan {
  /** `BodyMood`. */
  readonly type: string;
  /** `bodyMoods`, the array of its words. */
  readonly words: string;
  readonly values: readonly string[];
  readonly doc: string;
}

/** Fields that belong together: a row, a struct, the named parts of a vector, a shape of a union. */
export interface GroupPlan {
  /** How the doc calls it: `spin.axis`. */
  readonly label: string;
  readonly doc: string;
  /** Names of its interfaces; a short vector is written in place and has none. */
  readonly named: { readonly value: string; readonly init: string } | undefined;
  /** The class of its cursor. */
  readonly cursor: string;
  /** The function that makes one as a plain object; a short vector and a shape of a union are made in place. */
  readonly create: string | undefined;
  /** For a shape of a union: its `kind`. */
  readonly kind: string | undefined;
  /** The constant that checks a struct, in the file of the validator. */
  readonly check: string;
  readonly fields: readonly FieldPlan[];
  /** Whether its cursor is a part of another one. */
  readonly part: boolean;
  /** Whether these are the parts of a vector. */
  readonly vector: boolean;
}

/** A vector with indexed parts. */
export interface IndexedPlan {
  readonly of: NumberKind;
  readonly length: number;
  readonly label: string;
  readonly fallbacks: readonly (number | bigint)[];
  /** In components, outside of objects: a column for each part. */
  readonly cursor: string;
  readonly columns: readonly ColumnPlan[];
}

/** One of several shapes, told apart by `kind`. */
export interface UnionPlan {
  readonly type: string;
  readonly init: string;
  readonly create: string;
  /** The constant that checks it, in the file of the validator. */
  readonly check: string;
  readonly doc: string;
  readonly shapes: readonly GroupPlan[];
}

/** A function that copies a list or a map. */
export interface CopyPlan {
  readonly name: string;
  readonly value: ValuePlan;
}

/** A constant that holds a default; never handed out, only copied. */
export interface DefaultPlan {
  readonly name: string;
  readonly value: ValuePlan;
  readonly literal: Literal;
}
