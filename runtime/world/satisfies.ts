/** Describes a View: a set of functions that a core asks of its system modules. */
export interface ViewType {
  readonly kind: "view";
  readonly name: string;
  readonly id: bigint;
  /** Hash of the signatures: two builds that agree on it can be joined. */
  readonly apiVersion: bigint;
}

/**
 * The functions of a View as plain function types. TypeScript compares the parameters of methods both ways; these are
 * compared one way, so that a function that asks for more than its View gives is an error.
 */
export type StrictView<View> = {
  readonly [K in keyof View]: View[K] extends (...parameters: infer P) => infer R ? (...parameters: P) => R : View[K];
};

/** The proof, for plain `tsc`, that a module has all functions of a View: an error when it has not. */
export type Satisfies<Module extends StrictView<View>, View> = Module extends StrictView<View> ? true : never;
