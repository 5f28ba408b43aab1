import type { BundleType } from "../bundles/bundle-type.js";
import type { CallbackOptions } from "../commands/callbacks.js";
import type { EventType } from "../events/event-queue.js";
import type { MemoryOptions } from "../memory/memory.js";
import type { ModelType } from "../models/model-type.js";
import type { RelationType } from "../relations/relation-type.js";
import type { StorageMedium } from "../state/storage-medium.js";
import type { ResourceType } from "../resources/resource-type.js";
import type { Phase } from "../schedule/phases.js";
import type { TimingOptions } from "../schedule/timing.js";
import type { SystemErrorOptions } from "../systems/system-registry.js";
import type { ComponentType } from "../tables/component-type.js";

/** All declarations of an app in dense order: a token's `index` is its place here. Generated. */
export interface WorldLayout {
  readonly components: readonly ComponentType[];
  readonly resources: readonly ResourceType[];
  readonly events: readonly EventType[];
  readonly models: readonly ModelType[];
  /** None when it is left out. */
  readonly relations?: readonly RelationType[];
  /** None when it is left out. */
  readonly bundles?: readonly BundleType[];
  /** The phases of a step, in order. The built-in ones when it is left out. */
  readonly phases?: readonly Phase[];
  /** Length of a fixed step, in the unit of `step`. */
  readonly fixedStep: number;
  /** How many fixed steps one step may catch up. */
  readonly maxFixedSteps: number;
}

/** What can be chosen for each world. */
export interface WorldOptions extends CallbackOptions, SystemErrorOptions, TimingOptions {
  /** Its name among the worlds that are made from one another. Default: `world`, `world-2`, … */
  readonly name?: string;
  /** How many entities may be alive at once. Default and upper limit: 4,194,303. */
  readonly maxEntities?: number;
  readonly memory?: MemoryOptions;
  /** Where the world is saved. Default: nowhere; functions of the `ecs` core take files then, where the host is Node. */
  readonly storage?: StorageMedium;
  /** Where generators of random numbers begin: a whole number. Default: 0, so that every run is the same. */
  readonly seed?: number;
  /** Length of a fixed step, in the unit of `step`. Default: what the app says. */
  readonly fixedStep?: number;
  /** How many fixed steps one step may catch up. Default: what the app says. */
  readonly maxFixedSteps?: number;
  /** How many events may wait to be dispatched. Default: 1,000,000. */
  readonly maxPendingEvents?: number;
}
