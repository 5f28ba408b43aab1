// Every decision of the output as data: names, order, columns, imports, files. Only `3-plan` makes it; `4-emit` prints it.
// Paths are relative to the project's root, with `/`. Texts of types and of literals are as they are printed.
import type { Contract, Hash64 } from "./contract.js";
import type { PhaseRuns } from "./phases.js";
import type { ChangeParts, EdgeRules, Literal, NumberKind, Storage } from "./raw.js";

/** All that is printed for one project. */
export interface Plan {
  readonly components: readonly ComponentPlan[];
  readonly relations: readonly RelationPlan[];
  readonly resources: readonly RecordPlan[];
  readonly events: readonly RecordPlan[];
  readonly models: readonly RecordPlan[];
  readonly bundles: readonly BundlePlan[];
  readonly validators: readonly ValidatorPlan[];
  readonly loops: readonly LoopPlan[];
  readonly schedule: SchedulePlan | undefined;
  readonly cores: readonly CorePlan[];
  readonly binding: BindingPlan | undefined;
  readonly world: WorldPlan | undefined;
  readonly index: IndexPlan;
  readonly contract: { readonly path: string; readonly contract: Contract };
}

/** A file: where it goes, and the author's file that it follows from. */
export interface FilePlan {
  readonly path: string;
  readonly source: string;
}

/** A name, and the file (or package) that exports it. */
export interface NameRef {
  readonly name: string;
  readonly from: string;
}

/** What the tokens of all declarations say. */
export interface DeclarationPlan {
  readonly file: FilePlan;
  /** `Position`. */
  readonly name: string;
  /** `motion.Position`. */
  readonly qualified: string;
  /** `position`. */
  readonly key: string;
  readonly doc: string;
  readonly id: Hash64;
  readonly stateVersion: Hash64;
  readonly index: number;
  /** The row; its fields are empty for tags, toggles and relations without data. */
  readonly row: GroupPlan;
  /** All that the types of the fields name, in the order of the fields: enums, structs, shapes of unions. */
  readonly enums: readonly EnumPlan[];
  readonly groups: readonly GroupPlan[];
  readonly unions: readonly UnionPlan[];
  /** Lists and maps whose items must be copied one by one. */
  readonly copies: readonly CopyPlan[];
  /** Defaults that are too large to be said in place. */
  readonly defaults: readonly DefaultPlan[];
  /** The author's class, if a field has the type of an object of the host. */
  readonly author: NameRef | undefined;
}

/** A component or relation: rows in columns. */
export interface ColumnarPlan extends DeclarationPlan {
  /** In the order of their places in the table. */
  readonly columns: readonly ColumnPlan[];
  readonly objects: readonly ObjectsPlan[];
}

/** A component. */
export interface ComponentPlan extends ColumnarPlan {
  readonly storage: Storage;
  /** The column that says when a row was written last, if changes are tracked; the last but one says when it was added. */
  readonly changed: ColumnPlan | undefined;
}

/** A relation; the row is the data of an edge. */
export interface RelationPlan extends ColumnarPlan {
  readonly edges: EdgeRules;
}

/** A resource, event or model: plain objects. */
export interface RecordPlan extends DeclarationPlan {
  readonly clock: boolean;
}

/** A bundle or prefab. */
export interface BundlePlan {
  readonly file: FilePlan;
  readonly kind: "bundle" | "prefab";
  /** `Fighter`. */
  readonly name: string;
  /** `fleet.fighter`. */
  readonly qualified: string;
  /** `fighter`. */
  readonly key: string;
  readonly doc: string;
  readonly id: Hash64;
  /** The interface of what a spawner takes; `undefined` when no component has data. */
  readonly init: string | undefined;
  /** What a spawner is told to be. */
  readonly spawnDoc: string;
  readonly components: readonly BundleComponentPlan[];
}

/** A component of a bundle. */
export interface BundleComponentPlan {
  readonly component: ComponentPlan;
  /** Whether something can be given for it: it is no tag and no toggle. */
  readonly hasData: boolean;
  readonly values: Literal;
  /** `undefined` when the bundle says no value. */
  readonly merge: MergePlan | undefined;
}

/** A function that puts what is given for a component, struct or vector over what a prefab says. */
export interface MergePlan {
  /** `mergeHullArmour`. */
  readonly name: string;
  /** The fields that lead to it from the component's row. */
  readonly path: readonly string[];
  /** All of them, since one object of a known shape is made faster than one that is spread into another. */
  readonly fields: readonly MergeFieldPlan[];
  /** Whether a field is told apart by being there at all, so that the object that is given must be spread after all. */
  readonly spread: boolean;
}

/** How a field is merged. */
export interface MergeFieldPlan {
  readonly field: FieldPlan;
  /** Whether the prefab says something of it. */
  readonly said: boolean;
  /** Of a struct or vector that it says something of. */
  readonly merge: MergePlan | undefined;
}

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
  /** The constant that checks it, in the file of the validator. */
  readonly check: string;
  readonly fields: readonly FieldPlan[];
  /** Whether its cursor is a part of another one. */
  readonly part: boolean;
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

/** A validator for outside data. */
export interface ValidatorPlan {
  readonly file: FilePlan;
  /** `positionValidator`. */
  readonly name: string;
  readonly declaration: DeclarationPlan;
}

/** A function that a system module or the app provides, under the name that the binding gives it. */
export interface BoundFunction {
  /** `motionIntegrationIntegrate`. */
  readonly name: string;
  readonly symbol: NameRef;
  /** The View's function whose type it gets, when it takes fewer parameters than its callers give. */
  readonly as: { readonly view: NameRef; readonly function: string } | undefined;
}

/** The one file that imports system modules. */
export interface BindingPlan {
  readonly file: FilePlan;
  /** Sorted by the file that exports them, then by name. */
  readonly functions: readonly BoundFunction[];
  readonly proofs: readonly ProofPlan[];
  /** Names of the modules, for the docs. */
  readonly modules: readonly string[];
}

/** The proof that a module has the functions of one View. */
export interface ProofPlan {
  /** `motion.integration`. */
  readonly feature: string;
  readonly view: NameRef;
  readonly functions: readonly { readonly name: string; readonly symbol: NameRef }[];
}

/** An argument of a call, decided. */
export type ArgumentPlan =
  /** Something local: a cursor, or what the caller gave. */
  | { readonly kind: "local"; readonly name: string }
  | { readonly kind: "world" | "commands" | "entity"; readonly name: string }
  | { readonly kind: "resource" | "writer"; readonly name: string; readonly token: NameRef }
  /** Keeps a position between calls, so it is a member of whoever calls; in a loop, a parameter. */
  | { readonly kind: "reader"; readonly name: string; readonly member: string; readonly token: NameRef };

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
}

/** Which entities a loop runs for. */
export interface QueryPlan {
  readonly all: readonly NameRef[];
  readonly any: readonly NameRef[];
  readonly none: readonly NameRef[];
  readonly optional: readonly NameRef[];
  /** What it asks of changes; then it remembers when it ran last. */
  readonly changes: ChangeParts<NameRef> | undefined;
}

/** A reader that a schedule or a facade keeps. */
export interface ReaderPlan {
  readonly member: string;
  readonly token: NameRef;
}

/** How a function is run. */
export type CallPlan =
  | {
      readonly kind: "loop";
      readonly loop: NameRef;
      readonly member: string;
      readonly query: QueryPlan;
      readonly readers: readonly ReaderPlan[];
    }
  /** `once`: as a system, with a sync point after it. */
  | {
      readonly kind: "call";
      readonly bound: NameRef;
      readonly arguments: readonly ArgumentPlan[];
      readonly once: boolean;
      readonly readers: readonly ReaderPlan[];
    };

/** A line of the schedule. */
export interface RunPlan {
  /** `motion.integration.integrate`. */
  readonly name: string;
  readonly reason: string;
  readonly call: CallPlan;
}

/** What runs in a phase. */
export interface PhasePlan {
  /** `update`, `motion.broad`. */
  readonly name: string;
  /** `update`, `motionBroad`. */
  readonly method: string;
  readonly doc: string;
  readonly runs: readonly RunPlan[];
}

/** What a step runs. */
export interface SchedulePlan {
  readonly file: FilePlan;
  /** In order, without those in which nothing runs. */
  readonly phases: readonly PhasePlan[];
}

/** The Views of a core. */
export interface CorePlan {
  readonly file: FilePlan;
  /** `Motion`. */
  readonly name: string;
  /** `motion`. */
  readonly key: string;
  readonly doc: string;
  readonly features: readonly FeaturePlan[];
}

/** The facade of a View. */
export interface FeaturePlan {
  /** `MotionIntegration`. */
  readonly name: string;
  /** `integration`. */
  readonly key: string;
  readonly doc: string;
  readonly view: string;
  readonly id: Hash64;
  readonly apiVersion: Hash64;
  /** The module that provides it; `undefined` in a library, where nothing is bound. */
  readonly module: string | undefined;
  readonly functions: readonly FacadeFunction[];
  /** The name of its world: `world`, unless a function is called so. */
  readonly world: string;
}

/** A function of a facade. */
export interface FacadeFunction {
  readonly name: string;
  readonly doc: string;
  readonly typeParameters: readonly TypeText[];
  readonly parameters: readonly FacadeParameter[];
  readonly returns: TypeText;
  readonly call: CallPlan;
}

/** A parameter that the caller gives. */
export interface FacadeParameter {
  readonly name: string;
  readonly type: TypeText;
  readonly optional: boolean;
  readonly rest: boolean;
}

/** A type as it is printed: text, and names that must be imported. */
export type TypeText = readonly (string | NameRef)[];

/** The world of an app. */
export interface WorldPlan {
  readonly file: FilePlan;
  readonly components: readonly ComponentPlan[];
  readonly relations: readonly RelationPlan[];
  readonly resources: readonly RecordPlan[];
  readonly events: readonly RecordPlan[];
  readonly models: readonly RecordPlan[];
  readonly bundles: readonly BundlePlan[];
  readonly cores: readonly CorePlan[];
  readonly schedule: NameRef;
  /** All phases of a step in order; undefined when these are the built-in ones. */
  readonly phases: readonly { readonly name: string; readonly runs: PhaseRuns }[] | undefined;
  readonly fixedStep: string;
  readonly maxFixedSteps: string;
}

/** The entry point of what was generated. */
export interface IndexPlan {
  readonly file: FilePlan;
  readonly exports: readonly {
    readonly from: string;
    readonly values: readonly string[];
    readonly types: readonly string[];
  }[];
}
