import type { MemoryUsage } from "../memory/memory.js";
import type { PoolUsage } from "../tables/pool-usage.js";

/** What a world consists of at the moment. */
export interface WorldStats {
  /** Living entities. */
  readonly entities: number;
  readonly tables: number;
  /** Components of the layout. */
  readonly components: number;
  /** Systems that are registered. */
  readonly systems: number;
  /** Queries that are kept up to date. */
  readonly queries: number;
  /** Events that wait to be dispatched. */
  readonly events: number;
  readonly memory: MemoryUsage;
  /** By component, in dense order. */
  readonly pools: readonly PoolUsage[];
}

/** What is known of a world as a whole. */
export interface WorldMetadata {
  readonly name: string;
  /** When it was made, in milliseconds since 1970. */
  readonly created: number;
  /** When a change was last noticed: at the end of a step, at `flush`, or now if it is noticed now. */
  readonly modified: number;
  /** Counts structural changes and steps. */
  readonly version: number;
}
