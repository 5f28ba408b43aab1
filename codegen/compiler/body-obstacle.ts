import type { ObstacleKind } from "../model/obstacles.js";
import type { Stretch } from "./parsing.js";

/** Ends the walk: nothing after the first obstacle matters. */
export class Stopped extends Error {
  readonly obstacle: Stretch & { readonly kind: ObstacleKind; readonly name: string | undefined };

  /** `name` is what it is about. */
  constructor(kind: ObstacleKind, { start, end }: Stretch, name?: string) {
    super(kind);
    this.obstacle = { kind, name, start, end };
  }
}

/** A literal on several lines would not be the same at another indentation. */
export function requireOneLine(text: string, node: Stretch): void {
  if (text.slice(node.start, node.end).includes("\n")) throw new Stopped("lines", node);
}
