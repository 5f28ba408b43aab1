import type { ComponentRegistry } from "../tables/component-registry.js";
import type { ComponentType } from "../tables/component-type.js";

/** Which entities a query finds. Terms may be components of every kind. */
export interface Filter {
  /** Components that must be there. */
  readonly all?: readonly ComponentType[];
  /** Components of which at least one must be there; an empty list asks for nothing. */
  readonly any?: readonly ComponentType[];
  /** Components that must not be there. */
  readonly none?: readonly ComponentType[];
  /** Components that are read where they are there; they do not change what is found. */
  readonly optional?: readonly ComponentType[];
}

/** The terms of a filter in dense order, each once. */
export interface Terms {
  readonly all: readonly ComponentType[];
  readonly any: readonly ComponentType[];
  readonly none: readonly ComponentType[];
}

/** Puts a filter in order. Throws `UnknownComponent`. */
export function termsOf(filter: Filter, registry: ComponentRegistry): Terms {
  const inOrder = (types: readonly ComponentType[] = []): ComponentType[] => {
    for (const type of types) registry.require(type);
    return [...new Set(types)].sort((a, b) => a.index - b.index);
  };
  inOrder(filter.optional);
  return { all: inOrder(filter.all), any: inOrder(filter.any), none: inOrder(filter.none) };
}

/** The same text for the same terms. */
export function keyOf(terms: Terms): string {
  return [terms.all, terms.any, terms.none].map((types) => types.map((type) => type.index).join()).join("|");
}
