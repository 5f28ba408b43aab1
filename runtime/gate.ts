import { EcsError } from "./errors.js";

/** Whether a world may be changed. Everything that changes it asks here first. */
export class Gate {
  private state: "open" | "locked" | "shut down" = "open";

  /** Whether changes are refused. */
  get isLocked(): boolean {
    return !this.isOpen;
  }

  /** Whether changes are allowed. */
  get isOpen(): boolean {
    return this.state === "open";
  }

  /** Refuses changes from now on. */
  lock(): void {
    if (this.state === "open") this.state = "locked";
  }

  /** Allows changes again, unless the world was shut down. */
  unlock(): void {
    if (this.state === "locked") this.state = "open";
  }

  /** Refuses everything from now on. */
  shutDown(): void {
    this.state = "shut down";
  }

  /** Throws `WorldLocked` or `WorldShutDown` when changes are refused; `verb` says what was tried. */
  require(verb: string): void {
    if (this.state !== "open") throw refused(verb, this.state);
  }
}

function refused(verb: string, state: "locked" | "shut down"): EcsError {
  if (state === "locked") {
    const message = `\`${verb}\` would change the world, which is locked`;
    return new EcsError("WorldLocked", message, "unlock it first, or wait for whoever locked it");
  }
  const message = `\`${verb}\` was called on a world that was shut down`;
  return new EcsError("WorldShutDown", message, "let go of it, and make a new one");
}
