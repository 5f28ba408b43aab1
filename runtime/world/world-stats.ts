import type { EventBus } from "../events/event-bus.js";
import type { Memory, MemoryUsage } from "../memory/memory.js";
import type { QueryCache } from "../queries/query-cache.js";
import type { RunStats } from "../schedule/run-timer.js";
import type { RunTiming } from "../schedule/line-timers.js";
import type { Timing } from "../schedule/timing.js";
import type { SystemRegistry } from "../systems/system-registry.js";
import { poolUsage, type PoolUsage } from "../tables/pool-usage.js";
import type { Storage } from "../tables/storage.js";

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
  /** How often and how long the world was stepped, once `timing` was started: all that happens in a step. */
  readonly step: RunStats;
  /**
   * How often and how long what runs in a step ran: the lines of the schedule in their order, once `timing` was started, and
   * behind them the registered systems, which are measured always.
   */
  readonly timings: readonly RunTiming[];
}

/** What the statistics of a world are made of. */
export interface MeasuredParts {
  readonly memory: Memory;
  readonly storage: Storage;
  readonly queryCache: QueryCache;
  readonly events: EventBus;
  readonly systems: Pick<SystemRegistry<never>, "count" | "timings">;
  readonly timing: Timing;
}

/** `World.stats`. */
export function statsOf({ memory, storage, queryCache, events, systems, timing }: MeasuredParts): WorldStats {
  return {
    entities: storage.entities.count,
    tables: storage.graph.tables.length,
    components: storage.registry.types.length,
    systems: systems.count,
    queries: queryCache.size,
    events: events.size,
    memory: memoryUsageOf(memory, storage),
    pools: poolUsage(storage),
    step: timing.step(),
    timings: [...timing.lines(), ...systems.timings()],
  };
}

/** `World.memoryUsage`. */
export function memoryUsageOf(memory: Memory, storage: Storage): MemoryUsage {
  const arena = memory.buffer.byteLength;
  const entities = storage.entities.bytes;
  const beside = entities + storage.bytesPerIndex;
  return { bytes: arena + beside, used: memory.used + beside, arena, entities };
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
