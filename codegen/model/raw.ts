// What was written, as read from syntax: names are not resolved against each other yet, nothing is proven.
// Only `1-read` makes it, only `2-check` consumes it.
import type { RawBody } from "./body.js";
import type { Located, Place } from "./place.js";
import type { PartUse } from "./uses.js";
import type { SymbolRef } from "./symbol.js";

/** Everything that one project says, in the order of its files. */
export interface RawProject {
  readonly app: RawApp | undefined;
  readonly library: RawLibrary | undefined;
  readonly declarations: readonly RawDeclaration[];
  readonly bundles: readonly RawBundle[];
  readonly views: readonly RawView[];
  readonly cores: readonly RawCore[];
  readonly systemModules: readonly RawSystemModule[];
  /** Facts about every file read, for the rules of layering and module state. */
  readonly files: readonly RawFile[];
}

/** What a class was made with. */
export type DeclarationKind = "component" | "relation" | "resource" | "event" | "model";
/** Where the rows of a component live. */
export type Storage = "table" | "sparse" | "tag" | "toggle";

/** What a relation says of its edges. */
export interface EdgeRules {
  /** A source has one target at a time. */
  readonly exclusive: boolean;
  /** No edge leads back to where it starts. */
  readonly acyclic: boolean;
  readonly onTargetDespawn: "remove" | "cascade" | "refuse";
}

/** A class made from `component`, `tag`, `toggle`, `relation`, `resource`, `clock`, `random`, `event` or `model`. */
export interface RawDeclaration {
  readonly kind: DeclarationKind;
  readonly symbol: SymbolRef;
  readonly place: Place;
  readonly doc: string;
  readonly storage: Located<Storage>;
  /** Whether it says that its changes are tracked. */
  readonly tracked: boolean;
  /** True for a resource made by `clock()`. */
  readonly clock: boolean;
  /** True for a resource made by `random()`. */
  readonly random: boolean;
  /** False when its shape could not be read; a diagnostic has said so. */
  readonly readable: boolean;
  /** Of a relation only. */
  readonly edges: EdgeRules | undefined;
  readonly fields: readonly RawField[];
  readonly was: readonly Located<string>[];
}

/** A field, as written. */
export interface RawField {
  readonly name: string;
  readonly place: Place;
  readonly doc: string;
  readonly type: RawFieldType;
  readonly optional: boolean;
  readonly default: Located<Literal> | undefined;
  readonly range: Located<readonly [Located<Literal>, Located<Literal>]> | undefined;
  readonly unit: string | undefined;
}

/** The number types that a column can store. */
export type NumberKind = "f32" | "f64" | "i8" | "i16" | "i32" | "u8" | "u16" | "u32" | "i64" | "u64";

/** The type of a field, as written; shapes that were spread or shared are already in place. */
export type RawFieldType =
  | { readonly kind: "number"; readonly of: NumberKind }
  | { readonly kind: "bool" | "entity" | "string" | "bytes" }
  | { readonly kind: "object"; readonly type: string }
  | { readonly kind: "enum"; readonly words: readonly Located<string>[] }
  | {
      readonly kind: "vector";
      readonly of: NumberKind;
      readonly parts: readonly string[];
      /** Where the names of its parts are written; empty where they follow from its type. */
      readonly places: readonly Place[];
      readonly indexed: boolean;
      readonly quat: boolean;
    }
  | { readonly kind: "struct"; readonly fields: readonly RawField[] }
  | { readonly kind: "list" | "map"; readonly of: RawFieldType }
  | {
      readonly kind: "union";
      readonly shapes: readonly {
        readonly kind: string;
        readonly place: Place;
        readonly fields: readonly RawField[];
      }[];
    }
  /** A type that could not be read; a diagnostic has said so. */
  | { readonly kind: "unknown" };

/** A literal that was read from syntax. */
export type Literal =
  number | bigint | string | boolean | undefined | readonly Literal[] | { readonly [name: string]: Literal };

/** A constant made with `bundle(…)` or `prefab(…)`. */
export interface RawBundle {
  readonly kind: "bundle" | "prefab";
  readonly symbol: SymbolRef;
  readonly place: Place;
  readonly doc: string;
  readonly was: readonly Located<string>[];
  /** The bundle or prefab that a prefab stands on. */
  readonly extends: Located<SymbolRef> | undefined;
  readonly components: readonly RawBundleComponent[];
}

/** A component of a bundle, and what a prefab says of its fields. */
export interface RawBundleComponent {
  readonly component: Located<SymbolRef>;
  readonly values: readonly RawValue[];
}

/** A value for a field, as written. */
export interface RawValue {
  readonly name: string;
  readonly place: Place;
  readonly value: Located<Literal>;
  /** What an object literal says of each part. */
  readonly parts: readonly RawValue[];
}

/** An interface that a `view<…>()` names. */
export interface RawView {
  readonly symbol: SymbolRef;
  readonly place: Place;
  readonly doc: string;
  readonly functions: readonly RawFunction[];
}

/** A function's signature: of a View, or of an exported implementation. */
export interface RawFunction {
  readonly name: string;
  readonly place: Place;
  readonly doc: string;
  readonly typeParameters: readonly RawTypeParameter[];
  readonly parameters: readonly RawParameter[];
  /** Undefined when the return type is left to inference. */
  readonly returns: RawType | undefined;
  readonly async: boolean;
  /** It does nothing until somebody asks it for values. */
  readonly generator: boolean;
  /** It has overloads or is a generator, so that its parameters and result alone do not say its type. */
  readonly opaque: boolean;
}

/** A type parameter of a function, as written. `text` is all of it in canonical form: `Init extends object`. */
export interface RawTypeParameter {
  readonly name: string;
  readonly text: string;
  readonly names: RawType["names"];
}

/** A parameter of a function, as written. */
export interface RawParameter {
  readonly name: string;
  readonly place: Place;
  /** Undefined when there is no annotation, and no default that tells it. */
  readonly type: RawType | undefined;
  /** The text of its default. */
  readonly default: string | undefined;
  /** Written with `?`, with a default, or as a union with `undefined`. */
  readonly optional: boolean;
  readonly rest: boolean;
}

/** A type annotation. `text` is all of it in canonical form: single-spaced, comments and trailing commas gone. */
export interface RawType {
  readonly text: string;
  readonly place: Place;
  /** It is `Readonly<…>`. */
  readonly readonly: boolean;
  /**
   * Where the name is defined that remains without `Readonly<…>` and `| undefined`: of a plain name or of a generic such
   * as `EventReader<Hit>`. Aliases of plain names are looked through.
   */
  readonly symbol: SymbolRef | undefined;
  /** The name leads nowhere, and a finding says so. */
  readonly lost: boolean;
  /** Of the generic that `symbol` names. */
  readonly arguments: readonly RawType[];
  /** Of an object type of which properties are all that it has: written here, as an alias or as an interface. */
  readonly properties: readonly RawProperty[] | undefined;
  /** Of a type that is written as `[ … ]`. */
  readonly elements: readonly RawType[] | undefined;
  /** Every name in the annotation with where it is defined; two annotations are surely equal if text and names agree. */
  readonly names: readonly { readonly name: string; readonly symbol: SymbolRef }[];
}

/** A property of an object type. */
export interface RawProperty {
  readonly name: string;
  readonly place: Place;
  /** Written with `?`, or as a union with `undefined`. */
  readonly optional: boolean;
  readonly type: RawType;
}

/** A constant made with `core(…)`. */
export interface RawCore {
  readonly symbol: SymbolRef;
  readonly place: Place;
  readonly doc: string;
  readonly was: readonly Located<string>[];
  readonly features: readonly RawFeature[];
  readonly phases: readonly RawPhase[];
  readonly sets: readonly RawSet[];
  readonly schedule: readonly RawPhaseRuns[];
}

/** A feature of a core, as written. */
export interface RawFeature {
  readonly name: string;
  readonly place: Place;
  readonly doc: string;
  readonly view: SymbolRef;
  readonly implies: readonly Located<string>[];
}

/** A phase of a core's or an app's own. */
export interface RawPhase {
  readonly name: string;
  readonly place: Place;
  /** On which side of the other phase it stands. */
  readonly side: "before" | "after";
  readonly of: Located<string>;
}

/** What runs before what. */
export interface RawOrder {
  /** Functions, and sets by their names. */
  readonly before: readonly Located<RawRun["run"]>[];
  readonly after: readonly Located<RawRun["run"]>[];
}

/** What is ordered, and runs only if a function says so. */
export interface RawOrdered extends RawOrder {
  readonly condition: Located<RawRun["run"]> | undefined;
}

/** A set of lines, which a core or an app declares. */
export interface RawSet extends RawOrdered {
  readonly name: string;
  readonly place: Place;
}

/** What a schedule says of one phase. */
export interface RawPhaseRuns {
  /** As written: a phase of one's own without the core. */
  readonly phase: Located<string>;
  readonly runs: readonly RawRun[];
}

/** What a filter asks of changes: of each part, at least one component. */
export interface ChangeParts<Component> {
  readonly changed: readonly Component[];
  readonly added: readonly Component[];
  readonly removed: readonly Component[];
}

/** One line of a schedule: of a core (`feature.function`) or of an app (a function of its own). */
export interface RawRun extends RawOrdered {
  readonly place: Place;
  /** By name as written, or as a function of the app's own. */
  readonly run:
    { readonly kind: "view"; readonly name: string } | { readonly kind: "function"; readonly symbol: SymbolRef };
  /** The sets that it is in, as written. */
  readonly sets: readonly Located<string>[];
  readonly with: readonly Located<SymbolRef>[];
  readonly without: readonly Located<SymbolRef>[];
  readonly any: readonly Located<SymbolRef>[];
  readonly changes: ChangeParts<Located<SymbolRef>>;
  /** What its author says of what it touches. */
  readonly access: RawAccess | undefined;
  readonly ambiguous: readonly RawAmbiguity[];
}

/** What a line touches, as its author says, where code does not tell. */
export interface RawAccess {
  readonly everything: boolean;
  readonly reads: readonly Located<SymbolRef>[];
  readonly writes: readonly Located<SymbolRef>[];
  readonly adds: readonly Located<SymbolRef>[];
  readonly removes: readonly Located<SymbolRef>[];
  readonly despawns: boolean;
}

/** Another line that touches the same, and may run before or after. */
export interface RawAmbiguity {
  readonly with: Located<RawRun["run"]>;
  readonly because: string;
}

/** A constant or default export made with `systemModule(…)`. */
export interface RawSystemModule {
  readonly symbol: SymbolRef;
  readonly place: Place;
  readonly doc: string;
  /** Undefined when it could not be read; a diagnostic has said so. */
  readonly core: SymbolRef | undefined;
  readonly provides: readonly RawProvision[];
}

/** What a system module gives for one feature: each function with the exported function that implements it. */
export interface RawProvision {
  readonly feature: string;
  readonly place: Place;
  readonly functions: readonly RawImplementation[];
  /** Names of functions that are given and could not be read, `*` for all; diagnostics have said so. */
  readonly unread: readonly string[];
  /** Some of it stands in a file that is broken or missing, which diagnostics have said: nobody knows what it gives. */
  readonly unknown: boolean;
}

/** An exported function, with what its body says. */
export interface RawImplementation {
  /** The name under which the View knows it. */
  readonly name: string;
  /** Where it is exported from, so that the binding can import it. */
  readonly symbol: SymbolRef;
  readonly signature: RawFunction;
  /** It throws `NotImplemented` somewhere: not all of it is written. */
  readonly stub: boolean;
  /** Writes and other uses of each parameter, by parameter name. */
  readonly uses: readonly ParameterUse[];
  readonly body: RawBody;
}

/** How a body uses one of its parameters, and the functions of the project that it hands it on to. */
export interface ParameterUse {
  readonly parameter: string;
  /** It is a list of this and all further parameters: `...others`. */
  readonly rest?: true;
  readonly reads: readonly ReachedPart[];
  /** Parts, at any depth, that are assigned, incremented or deleted, or given to a method that changes them. */
  readonly writes: readonly ReachedPart[];
  /** Parts that leave what can be followed: stored, returned, or handed to a function that cannot be read. */
  readonly escapes: readonly ReachedPart[];
  readonly calls: readonly (ReachedPart & { readonly arguments: readonly RawArgument[] })[];
}

/** A part of a parameter, and where in the function something is done with it. */
export interface ReachedPart extends PartUse {
  /** The function that does it, when it is another one, to which the place hands the part; for escapes, who takes it. */
  readonly by?: string | undefined;
}

/** What a method is given, as far as names and literals tell. */
export type RawArgument =
  | { readonly kind: "symbol"; readonly symbol: SymbolRef }
  /** One of several. */
  | { readonly kind: "either"; readonly of: readonly RawArgument[] }
  /** What the `create` of something gives back: `Fighter.create({ … })`. */
  | { readonly kind: "created"; readonly by: RawArgument }
  /** A function that is written in place: as many parameters as it takes, where that is told, and what it gives back, without values. */
  | { readonly kind: "function"; readonly takes: number | undefined; readonly returns: RawArgument }
  | { readonly kind: "record"; readonly members: ReadonlyMap<string, RawArgument> }
  | { readonly kind: "list"; readonly items: readonly RawArgument[] }
  | { readonly kind: "other" };

/** A `use(…)` in an app. */
export interface RawUse {
  readonly place: Place;
  readonly core: SymbolRef;
  readonly features: readonly Located<string>[];
  readonly systems: readonly Located<SymbolRef>[];
  /** False when a system module is named that could not be read; a diagnostic has said so. */
  readonly readable: boolean;
}

/** The default export of the configuration, made with `app(…)`. */
export interface RawApp {
  readonly place: Place;
  readonly uses: readonly RawUse[];
  readonly phases: readonly RawPhase[];
  readonly sets: readonly RawSet[];
  readonly schedule: readonly RawPhaseRuns[];
  /** The functions that the schedule names, with their bodies' facts. */
  readonly functions: readonly RawImplementation[];
  readonly fixedStep: number;
  readonly maxFixedSteps: number;
  /** Whether its functions have to do the same in every run. */
  readonly deterministic: boolean;
  readonly output: string;
}

/** The default export of the configuration, made with `library(…)`. */
export interface RawLibrary {
  readonly place: Place;
  readonly cores: readonly Located<SymbolRef>[];
  readonly systems: readonly Located<SymbolRef>[];
  readonly output: string;
}

/** What a file is to ecsgen. */
export type FileRole = "config" | "schema" | "system" | "package";

/** What was seen in a file beside its declarations. */
export interface RawFile {
  readonly path: string;
  readonly role: FileRole;
  readonly imports: readonly RawImport[];
  /** Declarations at the top level that keep state between calls: `let`, `var`, mutable containers. */
  readonly state: readonly { readonly name: string; readonly place: Place; readonly why: string }[];
  /** What its declarations take from the host that is not the same in every run; none where none of them does. */
  readonly hostUsers: readonly HostUser[];
  /** Functions and classes with bodies: logic, which a schema must not hold. A statement has an empty name. */
  readonly logic: readonly { readonly name: string; readonly place: Place }[];
}

/** A declaration at the top level of a file, in a file that takes something from its host. */
export interface HostUser {
  readonly name: string;
  /** The names under which it is exported. */
  readonly exported: readonly string[];
  readonly uses: readonly HostUse[];
  /** All names that it mentions. */
  readonly names: readonly string[];
}

/** Something of the host that is not the same in every run. */
export interface HostUse {
  /** `Math.random`, `new Date()`. */
  readonly what: string;
  readonly kind: "chance" | "clock" | "host" | "zone" | "locale";
  readonly place: Place;
}

/** What is imported by name. */
export interface RawImportedValue {
  readonly name: string;
  readonly place: Place;
  /** The file that was generated with it, where that is of another app or library. */
  readonly foreign?: string;
}

/** An import of a file. */
export interface RawImport {
  /** As written. */
  readonly specifier: string;
  readonly place: Place;
  readonly typeOnly: boolean;
  /** What is imported by name, and not as a type only; none of it where it is of `ecsgen` itself. */
  readonly values: readonly RawImportedValue[];
  /** The project's file it leads to; undefined for packages and what does not exist. */
  readonly target: string | undefined;
}
