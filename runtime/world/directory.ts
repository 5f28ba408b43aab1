import { EcsError } from "../errors.js";

/** The worlds that know each other by name, since they were made from one another. */
export class Directory<Host> {
  readonly #worlds = new Map<string, Host>();

  /** The world of this name. */
  find(name: string): Host | undefined {
    return this.#worlds.get(name);
  }

  /** The names of all worlds, in the order in which they were made. */
  names(): string[] {
    return [...this.#worlds.keys()];
  }

  /** A name that no world has: `world`, `world-2`, and so on. */
  freeName(): string {
    if (!this.#worlds.has("world")) return "world";
    for (let number = 2; ; number++) {
      const name = `world-${number}`;
      if (!this.#worlds.has(name)) return name;
    }
  }

  /** Makes a world known. Throws `WorldExists`. */
  add(name: string, world: Host): void {
    if (this.#worlds.has(name)) {
      const message = `there is a world \`${name}\` already`;
      throw new EcsError("WorldExists", message, "give it another name, or shut the first one down");
    }
    this.#worlds.set(name, world);
  }

  /** Frees a name. */
  remove(name: string): void {
    this.#worlds.delete(name);
  }
}
