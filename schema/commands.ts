import type { Commands as CommandQueue } from "../runtime/commands/commands.js";

type Orders = "waiting" | "spawn" | "despawn" | "add" | "set" | "remove" | "relate" | "unrelate";

/** Structural changes for later, as functions ask for them: a world gives its own, a test may give a plain object. */
export interface Commands<Components extends object = Record<never, never>> extends Pick<
  CommandQueue<Components>,
  Orders
> {}
