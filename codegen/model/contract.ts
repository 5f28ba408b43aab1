// What was proven: the canonical form of all schemas. Only `2-check` makes it; every later stage trusts it.
// It holds no places, no paths and no stamps, so its bytes depend on meaning alone.
import type { ChangeParts, DeclarationKind, EdgeRules, Literal, NumberKind, Storage } from "./raw.js";

/** 64 bits as 16 lower-case hexadecimal digits: the first half of a SHA-256, big-endian. */
export type Hash64 = string;

/** Sorted by qualified name throughout, but for fields, parts and parameters, whose order carries meaning. */
export interface Contract {
  readonly components: readonly Declaration[];
  readonly relations: readonly Declaration[];
  readonly resources: readonly Declaration[];
  readonly events: readonly Declaration[];
  readonly models: readonly Declaration[];
  readonly bundles: readonly Bundle[];
  readonly cores: readonly CoreContract[];
}

/** A component, relation, resource, event or model. */
export interface Declaration {
  readonly kind: DeclarationKind;
  /** `motion.Position`. */
  readonly name: string;
  readonly id: Hash64;
  readonly was: readonly string[];
  readonly doc: string;
  readonly storage: Storage;
  readonly clock: boolean;
  /** Of a resource only: it is a generator of random numbers. */
  readonly random: true | undefined;
  /** Of a component only: its schema says that its changes are tracked. */
  readonly tracked: true | undefined;
  /** Of a relation only. */
  readonly edges: EdgeRules | undefined;
  readonly fields: readonly Field[];
  /**
   * Hash of the layout: names, types and order of the fields, storage, and which edges a relation allows. Not of docs,
   * defaults, ranges or units.
   */
  readonly stateVersion: Hash64;
}

/** A field of a declaration, a struct or a shape of a union. */
export interface Field {
  readonly name: string;
  readonly doc: string;
  readonly type: FieldType;
  readonly optional: boolean;
  /** Always complete and valid for the type; `undefined` for an optional field without a default, and for objects. */
  readonly default: Literal;
  readonly range: readonly [number | bigint, number | bigint] | undefined;
  readonly unit: string | undefined;
}

/** The type of a field, complete: nothing has to be looked up. */
export type FieldType =
  | { readonly kind: "number"; readonly of: NumberKind }
  | { readonly kind: "bool" | "entity" | "string" | "bytes" }
  | { readonly kind: "object"; readonly type: string }
  | { readonly kind: "enum"; readonly words: readonly string[] }
  | {
      readonly kind: "vector";
      readonly of: NumberKind;
      readonly parts: readonly string[];
      readonly indexed: boolean;
      /** It is a rotation: its `w` starts at 1. */
      readonly quat: true | undefined;
    }
  | { readonly kind: "struct"; readonly fields: readonly Field[] }
  | { readonly kind: "list" | "map"; readonly of: FieldType }
  | {
      readonly kind: "union";
      readonly shapes: readonly { readonly kind: string; readonly fields: readonly Field[] }[];
    };

/** A bundle or a prefab, with all that it inherits. */
export interface Bundle {
  readonly kind: "bundle" | "prefab";
  /** `fleet.fighter`. */
  readonly name: string;
  readonly id: Hash64;
  readonly was: readonly string[];
  readonly doc: string;
  /** The bundle or prefab that a prefab stands on. */
  readonly extends: string | undefined;
  /** Sorted by name. */
  readonly components: readonly BundleComponent[];
}

/** A component of a bundle. */
export interface BundleComponent {
  /** `fleet.Hull`. */
  readonly component: string;
  /** Instead of defaults, by field; parts of structs and named vectors may be missing. */
  readonly values: Readonly<Record<string, Literal>>;
}

/** A core: its features with their Views, and what of them runs in each step. */
export interface CoreContract {
  /** `motion`. */
  readonly name: string;
  readonly id: Hash64;
  readonly was: readonly string[];
  readonly doc: string;
  readonly features: readonly Feature[];
  /** Its own phases; undefined when it has none. */
  readonly phases: readonly OwnPhase[] | undefined;
  /** Its sets, sorted by name; undefined when it has none. */
  readonly sets: readonly ScheduledSet[] | undefined;
  /** By phase, then in the order of its lists. */
  readonly schedule: readonly ScheduledRun[];
}

/** A phase that a core declares: directly before another phase, or directly behind it. */
export interface OwnPhase {
  /** `motion.broad`. */
  readonly name: string;
  readonly side: "before" | "after";
  /** The other phase: a built-in one, or qualified. */
  readonly of: string;
}

/** A feature of a core, and the View that provides it. */
export interface Feature {
  readonly name: string;
  readonly doc: string;
  /** All features it implies, directly or not, sorted. */
  readonly implies: readonly string[];
  readonly view: View;
}

/** A View: the functions that a system module must have for a feature. */
export interface View {
  /** `motion.Integration`. */
  readonly name: string;
  readonly id: Hash64;
  readonly doc: string;
  /** Sorted by name. */
  readonly functions: readonly ViewFunction[];
  /** Hash of the canonical signatures. */
  readonly apiVersion: Hash64;
}

/** A function of a View. */
export interface ViewFunction {
  readonly name: string;
  readonly doc: string;
  /** Canonical texts, such as `Init extends object`. */
  readonly typeParameters: readonly string[];
  readonly parameters: readonly Parameter[];
  /** Canonical text of the return type; names of declarations are qualified. */
  readonly returns: string;
  /**
   * `entity`: has component parameters, is compiled into a loop. `system`: takes only what the world can give, runs once.
   * `call`: takes values from its caller as well.
   */
  readonly form: "entity" | "system" | "call";
}

/** How the binding gets the value of a parameter. */
export type ParameterSource =
  | {
      readonly kind: "component";
      readonly component: string;
      readonly access: "read" | "write";
      readonly optional: boolean;
    }
  | { readonly kind: "resource"; readonly resource: string; readonly access: "read" | "write" }
  | { readonly kind: "event-reader" | "event-writer"; readonly event: string }
  | { readonly kind: "entity" }
  | { readonly kind: "world" }
  | { readonly kind: "commands" }
  | QuerySource
  /** Given by the caller. `type` is canonical text, names of declarations are qualified. */
  | { readonly kind: "value"; readonly type: string; readonly optional: boolean; readonly rest: boolean };

/** All entities with certain components: `Query<{ position: Position }, { without: [Pinned] }>`. */
export interface QuerySource {
  readonly kind: "query";
  /** The members of a row, in the order of their names: components, and the entity. */
  readonly terms: readonly QueryTerm[];
  /** Components and relations by their qualified names, sorted. */
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly any: readonly string[];
  /** What it asks of changes since it was seen last; undefined when it asks for none. */
  readonly changes: ScheduledRun["changes"];
}

/** A member of the rows of a query. */
export interface QueryTerm {
  readonly name: string;
  readonly source: Extract<ParameterSource, { readonly kind: "component" | "entity" }>;
}

/** A parameter of a View function, in the order of its signature. */
export interface Parameter {
  readonly name: string;
  readonly source: ParameterSource;
}

/** What runs before what: functions (`motion.integration.integrate`) and sets (`motion.sets.physics`), sorted. */
export interface ScheduledOrder {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A set of lines, which are ordered together. */
export interface ScheduledSet {
  /** `motion.sets.physics`; `physics` of the app. */
  readonly name: string;
  /** Undefined when it asks for no order. */
  readonly order: ScheduledOrder | undefined;
  /** The function that says whether it runs: `motion.rules.isRunning`; undefined when it always does. */
  readonly if: string | undefined;
}

/** What a line touches, as its author says: names of components, relations, resources and events, sorted. */
export interface DeclaredAccess {
  readonly everything: boolean;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly adds: readonly string[];
  readonly removes: readonly string[];
  readonly despawns: boolean;
}

/** A line that touches the same, and may run before or after. */
export interface DeclaredAmbiguity {
  readonly with: string;
  readonly because: string;
}

/** A filter names components and relations by their qualified names, sorted. */
export interface ScheduledRun {
  /** `update`, or of one's own: `motion.broad`. */
  readonly phase: string;
  /** `integration.integrate`. */
  readonly run: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly any: readonly string[];
  /** Undefined when it asks for no changes. */
  readonly changes: ChangeParts<string> | undefined;
  /** Undefined when it asks for no order. */
  readonly order: ScheduledOrder | undefined;
  /** Undefined when code tells all of it. */
  readonly access: DeclaredAccess | undefined;
  /** Undefined when it declares none. */
  readonly ambiguous: readonly DeclaredAmbiguity[] | undefined;
  /** The sets that it is in, sorted; undefined when it is in none. */
  readonly sets: readonly string[] | undefined;
  /** The function that says whether it runs: `motion.rules.isRunning`; undefined when it always does. */
  readonly if: string | undefined;
}
