// How names of the contract become names of the output. All of it is here, but for those of files.
import type { NameRef } from "../model/name-ref.js";

/** `integration` → `Integration`, `close-approach` → `CloseApproach`. */
export function pascal(name: string): string {
  return isWord.test(name)
    ? capitalized(name)
    : name
        .split(/[^A-Za-z0-9_$]+/)
        .map(capitalized)
        .join("");
}

/** As most names are. */
const isWord = /^[A-Za-z0-9_$]*$/;

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `Position` → `position`, `UIState` → `uiState`. */
export function camel(name: string): string {
  const start = pascal(name);
  const acronym = /^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/.exec(start)?.[0] ?? "";
  return acronym.toLowerCase() + start.slice(acronym.length);
}

/** `motion.Position` → `Position`. */
export function simpleName(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1);
}

/** `motion.Position` → `motion`. */
export function coreName(qualified: string): string {
  return qualified.slice(0, qualified.lastIndexOf("."));
}

/** `motion.integration.integrate`, or another list of words, as one identifier: `motionIntegrationIntegrate`. */
export function joined(...words: readonly string[]): string {
  return camel(words[0] ?? "") + words.slice(1).map(pascal).join("");
}

/** The cursor of a component, by its token. */
export function cursorOf({ name, from }: NameRef): NameRef {
  return { name: `${name}Cursor`, from };
}

/** Names of one scope. What is asked for first gets its name; a later one that clashes gets a longer one. */
export class Scope {
  private readonly taken: Set<string>;
  private readonly keyOf: (name: string) => string;

  /** Two names clash when `keyOf` makes the same of them. */
  constructor(taken: Iterable<string> = [], keyOf: (name: string) => string = (name) => name) {
    this.taken = new Set(taken);
    this.keyOf = keyOf;
  }

  /** Another scope, with the same names taken. */
  copy(): Scope {
    return new Scope(this.taken, this.keyOf);
  }

  /** Another scope, with the same names taken but for some. */
  without(names: readonly string[]): Scope {
    const scope = this.copy();
    for (const name of names) scope.taken.delete(this.keyOf(name));
    return scope;
  }

  /** Whether a name is free. */
  isFree(name: string): boolean {
    return !this.taken.has(this.keyOf(name));
  }

  /** A name that nothing else in the scope has: the one asked for, or it with `suffix` and a number. */
  take(name: string, suffix = ""): string {
    let free = name;
    const { size } = this.taken;
    for (let count = 2; this.taken.add(this.keyOf(free)).size === size; count++)
      free = `${name}${suffix}${suffix !== "" && count === 2 ? "" : count}`;
    return free;
  }
}

/** By code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
