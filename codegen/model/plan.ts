// Every decision of the output as data: names, order, columns, imports, files. Only `3-plan` makes it; `4-emit` prints it.
// Paths are relative to the project's root, with `/`. Texts of types and of literals are as they are printed.
import type { LoopPlan, QueryFunctionPlan } from "./loop-plan.js";
import type { Contract, Hash64 } from "./contract.js";
import type {
  ColumnPlan,
  ObjectsPlan,
  FieldPlan,
  EnumPlan,
  GroupPlan,
  UnionPlan,
  CopyPlan,
  DefaultPlan,
} from "./field-plan.js";
import type { PhaseRuns } from "./phases.js";
import type { SchedulePlan, ShufflePlan } from "./schedule-plan.js";
import type { EdgeRules, Literal, Storage } from "./raw.js";
import type { ImportEnding } from "./import-ending.js";
import type { FilePlan, NameRef, TypeText } from "./name-ref.js";
import type { CallPlan, QueryRowsPlan } from "./call-plan.js";

/** All that is printed for one project. */
export interface Plan {
  readonly ending: ImportEnding;
  readonly components: readonly ComponentPlan[];
  readonly relations: readonly RelationPlan[];
  readonly resources: readonly RecordPlan[];
  readonly events: readonly RecordPlan[];
  readonly models: readonly RecordPlan[];
  readonly bundles: readonly BundlePlan[];
  readonly validators: readonly ValidatorsPlan[];
  readonly loops: readonly LoopPlan[];
  readonly queries: readonly QueryRowsPlan[];
  readonly functions: readonly QueryFunctionPlan[];
  readonly schedule: SchedulePlan | undefined;
  readonly shuffle: ShufflePlan | undefined;
  readonly cores: readonly CorePlan[];
  readonly binding: BindingPlan | undefined;
  readonly world: WorldPlan | undefined;
  readonly reflection: ReflectionPlan | undefined;
  readonly index: IndexPlan;
  readonly contract: { readonly path: string; readonly contract: Contract };
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
  /** Its former names, by which texts and loaders may call it. */
  readonly was: readonly string[];
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
  readonly random: boolean;
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
  /** Its former names, by which loaders may call it. */
  readonly was: readonly string[];
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

/** The validators for outside data of all that a core declares, or an app by itself. */
export interface ValidatorsPlan {
  readonly file: FilePlan;
  readonly validators: readonly ValidatorPlan[];
}

/** A validator for outside data. */
export interface ValidatorPlan {
  /** `positionValidator`. */
  readonly name: string;
  readonly declaration: DeclarationPlan;
}

/** A function that a system module or the app provides, under the name that the binding gives it. */
export interface BoundFunction {
  /** `motionIntegrationIntegrate`. */
  readonly name: string;
  readonly symbol: NameRef;
  /** The View's function whose type it gets, when it may take fewer parameters than its callers give. */
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

/** The world of an app: no more of what is in it than is printed, so that it changes with that only. */
export interface WorldPlan {
  readonly file: FilePlan;
  readonly components: readonly SpawnedPlan[];
  readonly relations: readonly NameRef[];
  readonly resources: readonly NameRef[];
  readonly events: readonly NameRef[];
  readonly models: readonly NameRef[];
  readonly bundles: readonly SpawnerPlan[];
  readonly cores: readonly { readonly key: string; readonly facade: NameRef }[];
  readonly schedule: NameRef;
  /** All phases of a step in order; undefined when these are the built-in ones. */
  readonly phases: readonly { readonly name: string; readonly runs: PhaseRuns }[] | undefined;
  readonly fixedStep: string;
  readonly maxFixedSteps: string;
}

/** A component, as entities are spawned with it. */
export interface SpawnedPlan extends NameRef, Pick<ComponentPlan, "key" | "doc"> {
  /** `PositionInit`; `undefined` for a tag or toggle. */
  readonly init: string | undefined;
}

/** A bundle, as a world spawns it. */
export interface SpawnerPlan extends NameRef, Pick<BundlePlan, "key" | "init" | "spawnDoc"> {}

/** What an app can be told of its own declarations. */
export interface ReflectionPlan {
  readonly file: FilePlan;
  /** By kind, then in dense order. */
  readonly declarations: readonly DeclarationPlan[];
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
