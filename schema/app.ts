import type { ContractOf, Core, Features, Ordered, OtherTarget, PhasePlace, Schedule } from "./core.js";

/**
 * The functions of a View as plain function types. TypeScript compares the parameters of methods both ways; these are
 * compared one way, so that a function that asks for more than its View gives is an error.
 */
export type Implementation<Contract> = {
  readonly [K in keyof Contract]: Contract[K] extends (...parameters: infer P) => infer R
    ? (...parameters: P) => R
    : Contract[K];
};

/** A set of functions that implements Views of one core. */
export interface SystemModule<F extends Features = Features> {
  readonly core: Core<F>;
  readonly provides: { readonly [K in keyof F]?: Implementation<ContractOf<F[K]>> };
}

/** Declares a system module: the core it serves, and for each feature the functions of its View. */
export function systemModule<F extends Features>(module: SystemModule<F>): SystemModule<F> {
  return module;
}

/** A core that an app uses. */
export interface Use {
  readonly core: Core;
  readonly features: readonly string[];
  readonly systems: readonly object[];
}

/** Takes a core into an app: the features it needs, and who may provide them, in order of preference. */
export function use<F extends Features>(
  core: Core<F>,
  options: { readonly features: readonly (keyof F & string)[]; readonly systems: readonly SystemModule<NoInfer<F>>[] },
): Use {
  return { core, ...options };
}

/** A function of the app's own that a schedule can name. */
export type AppFunction = (...parameters: never[]) => void;

/** A function of the app's own that says whether something runs. */
export type AppCondition = (...parameters: never[]) => boolean;

/** What both an app and a library say of the files around them; paths are relative to the configuration. */
export interface ProjectOptions {
  /** Where schemas are: files or folders. Default: `schema.ts` and `schema/`. */
  readonly schemas?: readonly string[];
  /** The folder that `ecsgen` owns. Default: `generated`. */
  readonly output?: string;
}

/** A program: its cores, its own functions, and what runs in a step. */
export interface App<Phase extends string = string, Set extends string = string> extends ProjectOptions {
  readonly cores?: readonly Use[];
  /** Phases of its own. */
  readonly phases?: { readonly [Key in Phase]: PhasePlace<NoInfer<Phase>> };
  /** Sets of lines, which are ordered together. */
  readonly sets?: {
    readonly [Key in Set]: Ordered<AppFunction | NoInfer<Set> | OtherTarget, AppCondition | OtherTarget>;
  };
  readonly schedule?: Schedule<
    AppFunction,
    NoInfer<Phase>,
    AppFunction | NoInfer<Set> | OtherTarget,
    NoInfer<Set>,
    AppCondition | OtherTarget
  >;
  /** Length of a fixed step, in the unit of `world.step`. Default: 1/60. */
  readonly fixedStep?: number;
  /** How many fixed steps one call of `world.step` may catch up. Default: 8. */
  readonly maxFixedSteps?: number;
  /**
   * Whether the same inputs have to give the same world: then chance, clocks and timers of the host are errors in functions.
   * Default: `false`.
   */
  readonly deterministic?: boolean;
}

/** Declares the app; the default export of `ecsgen.config.ts`. */
export function app<Phase extends string = never, Set extends string = never>(
  declaration: App<Phase, Set>,
): App<Phase, Set> {
  return declaration;
}

/** A package that offers cores without being a program. */
export interface Library extends ProjectOptions {
  readonly cores: readonly Core[];
  /** System modules that the package offers; each is validated against its core. */
  readonly systems?: readonly object[];
}

/** Declares a library; the default export of `ecsgen.config.ts`. */
export function library(declaration: Library): Library {
  return declaration;
}
