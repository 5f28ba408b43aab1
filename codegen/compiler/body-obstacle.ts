import type { Stretch } from "./parsing.js";

/** Ends the walk: nothing after the first obstacle matters. */
export class Stopped extends Error {
  readonly obstacle: Stretch & { readonly why: string };

  /** `why` is what comes behind `because it`. */
  constructor(why: string, { start, end }: Stretch) {
    super(why);
    this.obstacle = { why, start, end };
  }
}
