import type { SystemDependencies, SystemInfo, SystemOptions, WorldSystem, SystemStats, World } from "ecsgen/schema";

/** Systems that are registered while the program runs. They run behind those of the generated schedule. */
export interface SystemView {
  /**
   * Registers a system under a name. Its query may ask for changes: of what changed since it ran last. Throws
   * `SystemExists`, `UnknownPhase`, `UnknownSystem` or `SystemCycle`, or for its query as `createQuery` does, with nothing changed.
   */
  registerSystem(world: World, name: string, run: WorldSystem, options?: SystemOptions): void;
  /** Takes a system out; `false` when there is none. Throws `SystemRequired` while others are ordered against it, unless forced. */
  unregisterSystem(world: World, name: string, options?: { readonly force?: boolean }): boolean;
  /** Runs one system now, whether it is enabled or not. Throws `UnknownSystem`. */
  runSystem(world: World, name: string, dt?: number): void;
  /** Runs all enabled systems once, in order, and says how many ran. */
  runSystems(world: World, dt?: number): number;
  /** The names of all systems in the order in which they run: phases, then `after` and `before`, then registration. */
  scheduleSystems(world: World): string[];
  /** Runs the systems for a step of this length, fixed ones as often as it fits, without events and without time. */
  stepSystems(world: World, dt: number): void;
  /** What is known of a system. */
  getSystem(world: World, name: string): SystemInfo | undefined;
  /** What is known of all systems, in the order in which they run. */
  getAllSystems(world: World): SystemInfo[];
  /** Lets a system run; `false` when it does already. Throws `UnknownSystem`. */
  enableSystem(world: World, name: string): boolean;
  /** Keeps a system from running; `false` when it is kept already. Throws `UnknownSystem`. */
  disableSystem(world: World, name: string): boolean;
  /** Whether a system runs; `false` for one that does not exist. */
  isSystemEnabled(world: World, name: string): boolean;
  /** How often and how long a system ran: runs, total, mean, last, the longest and the 95th percentile; over how many rows. */
  getSystemStats(world: World, name: string): SystemStats | undefined;
  /** What a system is ordered against. */
  getSystemDependencies(world: World, name: string): SystemDependencies | undefined;
  /** Changes what a system is ordered against. Throws `UnknownSystem` or `SystemCycle`, with nothing changed. */
  updateSystemDependencies(world: World, name: string, dependencies: Partial<SystemDependencies>): void;
  /** The names of the systems that are ordered against this one. */
  getDependentSystems(world: World, name: string): string[];
  /** Whether there is a system of this name. */
  systemExists(world: World, name: string): boolean;
  /** Forgets what was measured, of one system or of all. Throws `UnknownSystem`. */
  clearSystemStats(world: World, name?: string): void;
}
