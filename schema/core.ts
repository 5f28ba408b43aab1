import type { BuiltInPhase } from "../runtime/schedule/phases.js";
import type { Declared } from "./component.js";

declare const contract: unique symbol;

/** A feature of a core: the View that provides it, and the features it implies. */
export interface View<Contract extends object> {
  readonly [contract]?: Contract;
  readonly implies?: readonly string[];
}

/** The features of a core, by name. */
export type Features = { readonly [feature: string]: View<object> };

/** The interface behind a View. */
export type ContractOf<V> = V extends View<infer Contract> ? Contract : never;

/** `feature.function` for every function of every feature. */
export type FunctionName<F extends Features> = {
  [K in keyof F & string]: `${K}.${keyof ContractOf<F[K]> & string}`;
}[keyof F & string];

/** `feature.function` for every function that gives back a boolean. */
export type ConditionName<F extends Features> = {
  [K in keyof F & string]: `${K}.${ConditionOf<ContractOf<F[K]>>}`;
}[keyof F & string];

type ConditionOf<Contract> = {
  [K in keyof Contract & string]: Contract[K] extends (...parameters: never[]) => boolean ? K : never;
}[keyof Contract & string];

/** What filters which entities a scheduled function sees: components, and relations that they are the source of. */
export type FilterClass = Declared<"component" | "relation", unknown, unknown>;

/** What a schedule can ask changes of. */
export type ChangingClass = Declared<"component", unknown>;

/** Which entities a scheduled function runs for, beside those that its parameters ask for. */
export interface Filter {
  /** Components and relations that must be there as well. */
  readonly with?: readonly FilterClass[];
  /** Components and relations that must not be there. */
  readonly without?: readonly FilterClass[];
  /** Components and relations of which at least one must be there. */
  readonly any?: readonly FilterClass[];
  /** Components of which at least one was written, or added, since the function ran last. */
  readonly changed?: readonly ChangingClass[];
  /** Components of which at least one was added since then. */
  readonly added?: readonly ChangingClass[];
  /** Components of which at least one was taken away since then, and is not back. */
  readonly removed?: readonly ChangingClass[];
}

/** One thing, or a list of such. */
export type OneOrMore<T> = T | readonly T[];

/** What runs before what, whatever the order of the lists says. */
export interface Order<Target> {
  /** Functions and sets that run later. */
  readonly before?: OneOrMore<Target>;
  /** Functions and sets that run earlier. */
  readonly after?: OneOrMore<Target>;
}

/** What is ordered, and runs only if a function says so. */
export interface Ordered<Target, Condition> extends Order<Target> {
  /** A function that gives back a boolean: asked before a line, and for a set once, before its first line. */
  readonly if?: Condition;
}

/** What functions can touch. */
export type TouchedClass = Declared<"component" | "relation" | "resource" | "event", unknown, unknown>;

/** What a line touches, for what its code does not tell. */
export interface DeclaredAccess {
  /** Components, relations, resources and events that it reads. */
  readonly reads?: readonly TouchedClass[];
  /** Those that it writes. */
  readonly writes?: readonly TouchedClass[];
  /** Components and relations that it adds to entities, also to new ones. */
  readonly adds?: readonly FilterClass[];
  /** Components and relations that it takes away. */
  readonly removes?: readonly FilterClass[];
  /** Whether it despawns entities. */
  readonly despawns?: boolean;
}

/** Another line that touches the same, and may run before or after. */
export interface Ambiguity<Target> {
  readonly with: Target;
  /** Why the result does not depend on it. */
  readonly because: string;
}

/** One line of a schedule. */
export interface Run<Name, Target = Name, Set extends string = never, Condition = never>
  extends Filter, Ordered<Target, Condition> {
  readonly run: Name;
  /** The sets that it is in. */
  readonly set?: OneOrMore<Set | OtherSet>;
  /** What it touches beside what can be derived from its code; `"everything"` when nobody can tell. */
  readonly access?: "everything" | DeclaredAccess;
  /** Lines that touch the same, and may run before or after it. */
  readonly ambiguous?: OneOrMore<Ambiguity<Target>>;
}

/** The name of something that another core declares: `motion.broad`. */
export type OtherName = `${string}.${string}`;

/** A set of another core: `physics.sets.contacts`. */
export type OtherSet = `${string}.sets.${string}`;

/** A function of another core, or a set of one: `physics.contacts.solve`, `physics.sets.contacts`. */
export type OtherTarget = `${string}.${string}.${string}`;

/** The place of a phase of one's own: directly before another phase, or directly behind it. */
export type PhasePlace<Phase extends string> =
  | { readonly before: BuiltInPhase | Phase | OtherName; readonly after?: never }
  | { readonly after: BuiltInPhase | Phase | OtherName; readonly before?: never };

/**
 * What runs in a step, in order, by phase. `fixedUpdate` and the phases beside it run as often as the fixed step fits into
 * the time that passed, the others once.
 */
export type Schedule<
  Name,
  Phase extends string = never,
  Target = Name,
  Set extends string = never,
  Condition = never,
> = {
  readonly [Key in BuiltInPhase | Phase | OtherName]?: readonly (Name | Run<Name, Target, Set, Condition>)[];
};

/** Data and contracts without logic. */
export interface Core<F extends Features = Features> {
  readonly features: F;
}

/** The View of a feature: an interface whose functions system modules implement. */
export function view<Contract extends object>(options: { readonly implies?: readonly string[] } = {}): View<Contract> {
  return options;
}

/** Declares a core: its features, and what of them runs in each step. */
export function core<const F extends Features, Phase extends string = never, Set extends string = never>(declaration: {
  readonly features: F;
  /** Phases of its own. */
  readonly phases?: { readonly [Key in Phase]: PhasePlace<NoInfer<Phase>> };
  /** Sets of lines, which are ordered together. */
  readonly sets?: {
    readonly [Key in Set]: Ordered<FunctionName<F> | NoInfer<Set> | OtherTarget, ConditionName<F> | OtherTarget>;
  };
  readonly schedule?: Schedule<
    FunctionName<F>,
    NoInfer<Phase>,
    FunctionName<F> | NoInfer<Set> | OtherTarget,
    NoInfer<Set>,
    ConditionName<F> | OtherTarget
  >;
  /** The names under which the core was known before. */
  readonly was?: readonly string[];
}): Core<F> {
  return declaration;
}
