import type { ComponentType, Entity, QueryFilter, QueryInfo, QueryRow, World } from "ecsgen/schema";

/**
 * Queries that are made under a name while the program runs. A filter names components and relations by token, by qualified
 * name or by id. What is found comes in the order of queries: tables in order of creation, rows in order. Changes that wait
 * for a loop to end are not seen. `changed`, `added` and `removed` find what happened since the query was executed last, with
 * everything as new the first time; asking how many, whether or what comes first is no execution. Every function that takes a name throws `UnknownQuery` unless it says otherwise.
 */
export interface QueryView {
  /**
   * Makes a query under a name. Throws `QueryExists`, `UnknownComponent`, or `UntrackedComponent` when nobody knows what it asks
   * for; then nothing has changed.
   */
  createQuery(world: World, name: string, filter?: QueryFilter): QueryInfo;
  /** All that a query finds. */
  executeQuery(world: World, name: string): Entity[];
  /** All that a query finds, in lists of `size`, the last one with the rest. Throws `InvalidArgument`. */
  executeQueryBatch(world: World, name: string, size: number): Entity[][];
  /** How many entities a query would find. */
  queryCount(world: World, name: string): number;
  /** Forgets a query; `false` when there is none of that name. */
  deleteQuery(world: World, name: string): boolean;
  /** Gives a query another filter, as if it was never executed. Throws as `createQuery` does, with nothing changed. */
  updateQuery(world: World, name: string, filter: QueryFilter): QueryInfo;
  /** What is known of a query; undefined when there is none of that name. */
  getQuery(world: World, name: string): QueryInfo | undefined;
  /** What is known of all queries, in order of creation. */
  getAllQueries(world: World): QueryInfo[];
  /** Whether a query would find something. */
  queryHasResults(world: World, name: string): boolean;
  /** The first entity that a query would find; undefined when there is none. */
  queryFirst(world: World, name: string): Entity | undefined;
  /**
   * All that a query finds, with copies of the values of these components, `undefined` where an entity lacks one: of those
   * that the filter names, when none are given. Throws `UnknownComponent`.
   */
  executeQueryWithComponents<const Types extends readonly ComponentType[]>(
    world: World,
    name: string,
    components?: Types,
  ): QueryRow<Types>[];
  /**
   * What a filter finds, without making a query of it. Throws as `createQuery` does, or `InvalidArgument` when it asks for
   * changes, since there is no execution before.
   */
  queryEntities(world: World, filter: QueryFilter): Entity[];
  /** Whether there is a query of that name. */
  queryExists(world: World, name: string): boolean;
  /** Makes a query with the filter of another, which has seen what that has seen. Throws `QueryExists`. */
  cloneQuery(world: World, name: string, newName: string): QueryInfo;
}
