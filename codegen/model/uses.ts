// What the body of a function does with its parameters. Plain data, a pure function of the text of its file.
import type { Place } from "./place.js";

/** A part of a parameter, where something is done with it; `[]` in a path is any item, or a field that is computed. */
export interface PartUse {
  readonly path: readonly string[];
  readonly place: Place;
}

/** A part whose value is kept or handed on. */
export interface Escape extends PartUse {
  readonly to: Taker | undefined;
}

/** A function outside of the body that takes something. */
export interface Taker {
  /** As it is called. */
  readonly name: string;
  /** As which parameter it takes it. */
  readonly parameter: number;
  /** All that it is given; none when nothing of that can be told. */
  readonly arguments: readonly Given[];
}

/** A part that a function gives back, maybe in a list or an object, to which the steps `inside` lead. */
export interface ReturnedPart {
  readonly path: readonly string[];
  readonly inside?: readonly string[];
}

/** A method of a parameter or of a part that is called; the path ends in its name. */
export interface MethodCall extends PartUse {
  readonly arguments: readonly Given[];
}

/** What a method is given, as far as the text tells: names that the body does not declare, and literals around them. */
export type Given =
  | { readonly kind: "name"; readonly name: string }
  /** What the function itself is given, whole. */
  | { readonly kind: "parameter"; readonly name: string }
  /** Any item of a list, or any member of a record. */
  | { readonly kind: "item"; readonly of: Given }
  /** A member of a record, or by its number an item of a list. */
  | { readonly kind: "member"; readonly of: Given; readonly name: string }
  /** What the `create` of something gives back: `Fighter.create({ … })`. */
  | { readonly kind: "created"; readonly by: Given }
  /** One of several. */
  | { readonly kind: "either"; readonly of: readonly Given[] }
  /** A function that is written in place: as many parameters as it takes, where that is told, and what it gives back, without values. */
  | { readonly kind: "function"; readonly takes: number | undefined; readonly returns: Given }
  | { readonly kind: "list"; readonly items: readonly Given[] }
  | { readonly kind: "record"; readonly members: ReadonlyMap<string, Given> }
  | { readonly kind: "other" };
