// The queries of functions, and the calls of them that a schedule or a facade makes.
import type { ArgumentPlan } from "./loop-plan.js";
import type { FilePlan, NameRef } from "./name-ref.js";
import type { ChangeParts } from "./raw.js";

/** Which entities a loop runs for. */
export interface QueryPlan {
  readonly all: readonly NameRef[];
  readonly any: readonly NameRef[];
  readonly none: readonly NameRef[];
  readonly optional: readonly NameRef[];
  /** What it asks of changes; then it remembers when it ran last. */
  readonly changes: ChangeParts<NameRef> | undefined;
}

/** The rows of a query that a function takes as a whole. */
export interface QueryRowsPlan {
  readonly file: FilePlan;
  /** `PhysicsContactsCollideBodies`. */
  readonly name: string;
  /** `bodies` */
  readonly parameter: string;
  /** `physics.contacts.collide`; of an app's own function, its name. */
  readonly function: string;
  readonly query: QueryPlan;
  readonly terms: readonly RowTermPlan[];
  /** Whether a list that is shorter than the tables leads to the rows. */
  readonly listed: boolean;
  /** Whether it asks for what only a row can tell. */
  readonly perRow: boolean;
}

/** A component of a row. */
export interface RowTermPlan {
  readonly name: string;
  /** `motion.Position`. */
  readonly qualified: string;
  readonly token: NameRef;
  readonly cursor: NameRef;
  readonly sparse: boolean;
  readonly optional: boolean;
}

/** What a schedule or a facade keeps for a function: a reader with its position, or a query. */
export type KeptPlan =
  | { readonly kind: "reader"; readonly member: string; readonly token: NameRef }
  | {
      readonly kind: "query";
      readonly member: string;
      readonly rows: NameRef;
      /** It asks what changed since it was seen last. */
      readonly changes: boolean;
    };

/** How a function is run. */
export type CallPlan =
  | {
      readonly kind: "loop";
      readonly loop: NameRef;
      readonly member: string;
      readonly query: QueryPlan;
      readonly kept: readonly KeptPlan[];
    }
  | {
      readonly kind: "call";
      readonly bound: NameRef;
      readonly arguments: readonly ArgumentPlan[];
      readonly changes: CallChanges;
      readonly kept: readonly KeptPlan[];
    };

/** When the structural changes of a call are made: at once, then with a sync point behind it, or only when it is over. */
export type CallChanges = "at once" | "synced" | "waiting";
