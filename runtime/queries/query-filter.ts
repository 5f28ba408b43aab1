import type { Entity } from "../entities/entity.js";
import { requireList, requireObject } from "../given.js";
import type { RelationType } from "../relations/relation-type.js";
import type { ComponentType } from "../tables/component-type.js";
import type { TokenName } from "../tables/token-index.js";
import type { ChangeFilter } from "./change-terms.js";
import type { FilterTerm } from "./filter.js";

/** What a filter of a tool asks for: a token, the name or id of one, or a pair of relation and target. */
export type QueryTerm = FilterTerm | TokenName | readonly [relation: RelationType | TokenName, target: Entity];

/** A component: its token, or the name or id of it. */
export type ComponentName = ComponentType | TokenName;

/** A filter whose parts may be named as tools name them: by token, by qualified name or by id. */
export interface QueryFilter {
  /** What must be there. */
  readonly all?: readonly QueryTerm[];
  /** What must be there at least in part; an empty list asks for nothing. */
  readonly any?: readonly QueryTerm[];
  /** What must not be there. */
  readonly none?: readonly QueryTerm[];
  /** Components that are read where they are there; they do not change what is found. */
  readonly optional?: readonly ComponentName[];
  /** Tracked components of which one was written or added since the query ran last. */
  readonly changed?: readonly ComponentName[];
  /** Components of which one was added since then: tracked ones, tags and toggles. */
  readonly added?: readonly ComponentName[];
  /** Components of which one was taken away since then, and is not back; entities that ended are not found. */
  readonly removed?: readonly ComponentName[];
}

/** How names become tokens. */
export interface TermNames {
  component(name: TokenName): ComponentType;
  relation(name: TokenName): RelationType;
  term(name: TokenName): ComponentType | RelationType;
}

/** The same filter in tokens. Throws `UnknownComponent` or `UnknownRelation`. */
export function inTokens(filter: QueryFilter, names: TermNames): ChangeFilter {
  requireObject(filter, "a filter");
  const { all, any, none, optional, changed, added, removed } = filter;
  for (const part of [all, any, none, optional, changed, added, removed]) {
    if (part !== undefined) requireList(part, "a list of terms");
  }
  return {
    ...(all && { all: all.map((term) => termOf(term, names)) }),
    ...(any && { any: any.map((term) => termOf(term, names)) }),
    ...(none && { none: none.map((term) => termOf(term, names)) }),
    ...(optional && { optional: componentsOf(optional, names) }),
    ...(changed && { changed: componentsOf(changed, names) }),
    ...(added && { added: componentsOf(added, names) }),
    ...(removed && { removed: componentsOf(removed, names) }),
  };
}

function componentsOf(types: readonly ComponentName[], names: TermNames): ComponentType[] {
  return types.map((type) => (isName(type) ? names.component(type) : type));
}

function termOf(term: QueryTerm, names: TermNames): FilterTerm {
  if (isName(term)) return names.term(term);
  if ("kind" in term) return term;
  requireList(term, "a pair of a relation and its target");
  const [relation, target] = term;
  return [isName(relation) ? names.relation(relation) : relation, target];
}

/** What is no token is taken for a name, so that who calls without types hears of it. */
function isName(term: QueryTerm): term is TokenName {
  return typeof term !== "object" || term === null;
}
