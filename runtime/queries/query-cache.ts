import type { EdgeStores } from "../relations/edge-stores.js";
import type { Storage } from "../tables/storage.js";
import type { WorldProblem } from "../tables/validate-storage.js";
import type { ChangeLogs } from "./change-logs.js";
import { ChangeQuery } from "./change-query.js";
import { narrowed, type ChangeFilter } from "./change-terms.js";
import { hasTarget, keyOf, termsOf, withAnyTarget, type Filter, type Terms } from "./filter.js";
import { Query } from "./query.js";

/** The queries of a world, each made once. */
export class QueryCache {
  readonly #storage: Storage;
  readonly #edges: EdgeStores;
  readonly #queries = new Map<string, Query>();

  constructor(storage: Storage, edges: EdgeStores) {
    this.#storage = storage;
    this.#edges = edges;
  }

  /** How many queries are kept. */
  get size(): number {
    return this.#queries.size;
  }

  /**
   * The query for a filter: the same one for the same terms, unless one names a target. Throws `UnknownComponent`,
   * `UnknownRelation`, or `StaleEntity` for a target.
   */
  get(filter: Filter): Query {
    const terms = termsOf(filter, this.#storage.registry, this.#edges);
    if (!hasTarget(terms)) return this.#kept(terms);
    return new Query(this.#storage, this.#edges, terms, this.#kept(withAnyTarget(terms)));
  }

  /** Kept queries that know other tables than they would find now. */
  problems(): WorldProblem[] {
    return [...this.#queries].flatMap(([key, query]): WorldProblem[] => {
      const [known, right] = [query.tables, query.$rightTables].map((tables) => tables.map(({ id }) => id).join());
      if (known === right) return [];
      const message = `query \`${key}\` looks into tables ${known || "none"}, and what it asks for is in ${right || "none"}`;
      return [{ kind: "query", entity: undefined, message }];
    });
  }

  /**
   * A query of its own, which remembers when it ran last. Throws as `get` does, `UntrackedComponent`, or `InvalidArgument` for
   * a change of what has no data.
   */
  changing(filter: ChangeFilter, logs: ChangeLogs): ChangeQuery {
    const terms = termsOf(narrowed(filter), this.#storage.registry, this.#edges);
    const open = this.#kept(withAnyTarget(terms));
    return new ChangeQuery(this.#storage, this.#edges, terms, open, filter, logs);
  }

  #kept(terms: Terms): Query {
    const key = keyOf(terms);
    const known = this.#queries.get(key);
    if (known !== undefined) return known;
    const query = new Query(this.#storage, this.#edges, terms);
    this.#queries.set(key, query);
    return query;
  }
}
