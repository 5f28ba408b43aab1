import type { Entity } from "../entities/entity.js";
import { requireList, requireObject } from "../given.js";
import type { EdgeStores } from "../relations/edge-stores.js";
import type { RelationType } from "../relations/relation-type.js";
import type { ComponentRegistry } from "../tables/component-registry.js";
import type { ComponentType } from "../tables/component-type.js";

/** An edge of an entity: to any target, or to this one. */
export type RelationTerm = RelationType | readonly [relation: RelationType, target: Entity];

/** What an entity may have: a component of any kind, or an edge that starts from it. */
export type FilterTerm = ComponentType | RelationTerm;

/** Which entities a query finds. */
export interface Filter<Term extends FilterTerm = FilterTerm> {
  /** What must be there. */
  readonly all?: readonly Term[];
  /** What must be there at least in part; an empty list asks for nothing. */
  readonly any?: readonly Term[];
  /** What must not be there. */
  readonly none?: readonly Term[];
  /** Components that are read where they are there; they do not change what is found. */
  readonly optional?: readonly ComponentType[];
}

/** The edges that one part of a filter asks for. */
export interface EdgeTerm {
  readonly relation: RelationType;
  readonly target: Entity | undefined;
}

/** One part of a filter, in dense order, each term once. */
export interface TermList {
  readonly components: readonly ComponentType[];
  readonly edges: readonly EdgeTerm[];
}

/** The terms of a filter. */
export interface Terms {
  readonly all: TermList;
  readonly any: TermList;
  readonly none: TermList;
}

/** Puts a filter in order. Throws `UnknownComponent`, `UnknownRelation`, or `StaleEntity` for a target. */
export function termsOf(filter: Filter, registry: ComponentRegistry, edges: EdgeStores): Terms {
  requireObject(filter, "a filter");
  const inOrder = (terms: readonly FilterTerm[] = []): TermList => {
    requireList(terms, "a list of components and relations");
    for (const term of terms) if (typeof term !== "object" || term === null) registry.require(term);
    const components = terms.filter(isComponent);
    const relations = terms.filter(isRelation).map(edgeTermOf);
    for (const type of components) registry.require(type);
    for (const { relation, target } of relations) {
      edges.of(relation);
      if (target !== undefined) edges.entities.require(target, `a query for \`${relation.name}\` to it`);
    }
    return { components: sortedOnce(components), edges: inOrderOnce(relations) };
  };
  inOrder(filter.optional);
  return { all: inOrder(filter.all), any: inOrder(filter.any), none: inOrder(filter.none) };
}

/** The same text for the same terms. */
export function keyOf(terms: Terms): string {
  return [terms.all, terms.any, terms.none]
    .map(({ components, edges }) => `${components.map((type) => type.index).join()};${edges.map(keyOfEdge).join()}`)
    .join("|");
}

/** Whether some term names a target, so that the query means something only as long as the target lives. */
export function hasTarget(terms: Terms): boolean {
  return [terms.all, terms.any, terms.none].some(({ edges }) => edges.some(({ target }) => target !== undefined));
}

/** The same terms, with any target instead of those that are named. */
export function withAnyTarget({ all, any, none }: Terms): Terms {
  const open = ({ components, edges }: TermList): TermList => {
    return { components, edges: inOrderOnce(edges.map(({ relation }) => ({ relation, target: undefined }))) };
  };
  return { all: open(all), any: open(any), none: open(none) };
}

function isComponent(term: FilterTerm): term is ComponentType {
  return "kind" in term && term.kind === "component";
}

function isRelation(term: FilterTerm): term is RelationTerm {
  return !isComponent(term);
}

function edgeTermOf(term: RelationTerm): EdgeTerm {
  return "kind" in term ? { relation: term, target: undefined } : { relation: term[0], target: term[1] };
}

function sortedOnce(types: readonly ComponentType[]): ComponentType[] {
  return [...new Set(types)].sort((a, b) => a.index - b.index);
}

function inOrderOnce(terms: readonly EdgeTerm[]): EdgeTerm[] {
  return [...new Map(terms.map((term) => [keyOfEdge(term), term])).values()].sort(
    (a, b) => a.relation.index - b.relation.index,
  );
}

function keyOfEdge({ relation, target }: EdgeTerm): string {
  return target === undefined ? `${relation.index}` : `${relation.index}>${target}`;
}
