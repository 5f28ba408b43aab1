import { describeEntity, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { Changes } from "../tables/changes.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Storage } from "../tables/storage.js";
import { ChangeLogs } from "./change-logs.js";
import { ChangeQuery } from "./change-query.js";
import { asksForChanges, requireTracked, type ChangeFilter } from "./change-terms.js";
import type { QueryCache } from "./query-cache.js";
import type { Query } from "./query.js";
import { changesIn } from "./seeing.js";
import type { Iterate } from "./selection.js";

/** Queries that ask what changed since they ran last: `world.tracking`. */
export class Tracking<Host> {
  readonly logs: ChangeLogs;
  readonly #host: Host;
  readonly #storage: Storage;
  readonly #cache: QueryCache;
  readonly #iterate: Iterate;

  constructor(host: Host, storage: Storage, changes: Changes, cache: QueryCache, iterate: Iterate) {
    this.logs = new ChangeLogs(storage.memory, (watcher) => changes.watch("queries", watcher));
    this.#host = host;
    this.#storage = storage;
    this.#cache = cache;
    this.#iterate = iterate;
  }

  /**
   * A query of its own for a filter, to be closed when it is not needed any more. Throws as `World.query` does,
   * `UntrackedComponent`, or `InvalidArgument` for a change of what has no data.
   */
  query(filter: ChangeFilter): ChangeQuery {
    return this.#cache.changing(filter, this.logs);
  }

  /** The query for a filter: one of its own when it asks for changes. Throws as `query` does. */
  queryFor(filter: ChangeFilter): Query {
    return asksForChanges(filter) ? this.query(filter) : this.#cache.get(filter);
  }

  /** Runs a generated loop over what changed since the query ran last, with structural changes queued. */
  run<Extras extends readonly unknown[]>(
    loop: (world: Host, query: Query, ...extras: Extras) => void,
    query: ChangeQuery,
    ...extras: Extras
  ): void {
    this.#iterate(() => ChangeQuery.$together([query, ...changesIn(extras)], () => loop(this.#host, query, ...extras)));
  }

  /** `World.touch`. */
  touch(entity: Entity, type: ComponentType): void {
    this.#storage.registry.require(type);
    requireTracked(type);
    this.#storage.entities.require(entity, `\`touch\` of \`${type.name}\``);
    if (this.#storage.touch(entity, type) || this.#storage.isPending(entity)) return;
    const message = `${describeEntity(entity)} does not have component \`${type.name}\`, so it cannot be touched`;
    throw new EcsError("ComponentMissing", message, "add it with `world.add`, or ask `world.has` before");
  }
}
