// The body of a function, cut where it names what a loop around it calls otherwise: so that a per-entity function can be
// printed into its loop, with columns in place of its components. Plain data; nothing is known of types yet.
import type { Place } from "./place.js";
import type { SymbolRef } from "./symbol.js";
import type { Obstacle } from "./obstacles.js";

/** A body, or the first thing that keeps it from being printed anywhere else than in its function. */
export type Body =
  /** `names` are those that it declares. */
  | { readonly kind: "body"; readonly text: BodyText; readonly names: readonly string[]; readonly head: BodyHead }
  | { readonly kind: "obstacle"; readonly obstacle: Obstacle };

/** What stands around the body of a function, for printing it as a function of its own. */
export interface BodyHead {
  readonly parameters: readonly HeadParameter[];
  /** The type that it says to give back. */
  readonly returns: HeadText | undefined;
  /** It has types as parameters. */
  readonly generic: boolean;
  /** Its body is an expression. */
  readonly concise: boolean;
  /** How often it does what may change something that is not its own: calls, but those of `Math`, and writes of members. */
  readonly stirs: number;
}

/** A parameter as it is declared. */
export interface HeadParameter {
  /** Undefined for one that is taken apart. */
  readonly name: string | undefined;
  readonly optional: boolean;
  readonly type: HeadText | undefined;
  /** What it is when nothing is given, and where that stands. */
  readonly initial: { readonly text: BodyText; readonly place: Place } | undefined;
  readonly place: Place;
}

/** A piece of a head, or why it cannot be printed elsewhere. */
export type HeadText = BodyText | Obstacle;

/** A body, and where the names that it takes from its file are defined; names that every program has are not among them. */
export type RawBody =
  | {
      readonly kind: "body";
      readonly text: BodyText;
      /** All that stand in the text as they are: what it declares, and what every program has; not what its file keeps to itself. */
      readonly names: readonly string[];
      readonly outside: ReadonlyMap<string, SymbolRef>;
      /** Those of them that are functions which never give back `undefined`, or constants which are something else. */
      readonly defined: readonly string[];
      /** Types that it names. */
      readonly types: ReadonlyMap<string, SymbolRef>;
      /**
       * Constants, functions and types that its file keeps to itself, each behind those that it is made of: by name, which follows `type ` where it
       * is that of a type.
       */
      readonly kept: ReadonlyMap<string, KeptText>;
      readonly head: BodyHead;
      /** Functions of the project that it hands parts to: by the names that it calls them, the keys of what they are. */
      readonly called: ReadonlyMap<string, string>;
      /** What keeps names of these from being imported. */
      readonly unnamed: ReadonlyMap<string, Obstacle>;
      /** Of the first body only: all functions that it and these hand parts to, by their keys. */
      readonly helpers: ReadonlyMap<string, RawHelper>;
      /** Of the function. */
      readonly place: Place;
    }
  | { readonly kind: "obstacle"; readonly obstacle: Obstacle; readonly place: Place };

/** The declaration of something that a file keeps to itself. */
export interface KeptText {
  readonly text: BodyText;
  /** Names that are declared inside of it. */
  readonly inner: readonly string[];
}

/** A function of the project that parts are handed to. */
export interface RawHelper {
  /** As its file calls it. */
  readonly name: string;
  /** It has several signatures. */
  readonly overloaded: boolean;
  readonly body: RawBody;
}

/** The author's text, in order; indented as a block that starts at the left. */
export type BodyText = readonly BodyPiece[];

/** A stretch of text as it stands, or something in its place. */
export type BodyPiece =
  | string
  | PartPiece
  | ElementPiece
  | PresencePiece
  | FallbackPiece
  | ComparisonPiece
  | LikenessPiece
  | SwitchPiece
  | AssignmentPiece
  | PassingPiece
  | AliasPiece
  | PatternPiece
  | NamePiece
  | WordPiece
  | CallPiece
  | ReturnPiece
  | RowsPiece
  | LeavePiece;

/** A parameter, or a part of it: `body.spin.axis.x`. */
export interface Part {
  /** Number of the parameter; rows of parameters that are gone through have the numbers behind. */
  readonly parameter: number;
  readonly steps: readonly Step[];
  readonly place: Place;
  /** It stands in a function inside of the body, which may be called at another time. */
  readonly inner: boolean;
}

/** A step from an object to a member. */
export interface Step {
  readonly name: string;
  /** As written: `.x`, `?.x`, `["x"]`. */
  readonly text: string;
  /** `?.`. */
  readonly optional: boolean;
}

/** What is done with a part; `test`: it is only compared with a literal, or switched on; `not`, `truth`: all that matters is whether it is true. */
export type PartUse = "read" | "test" | "not" | "truth" | "call" | "write" | "update";

/**
 * The loosest operator that needs no brackets where something stands; `"none"` when each needs them, `"alternative"` beside
 * `||`, where `&&` is held by brackets for the reader.
 */
export type Room = "choice" | "or" | "alternative" | "and" | "equality" | "none";

/** A part that is read or written. */
export interface PartPiece extends Part {
  readonly kind: "part";
  /** The name at its start. */
  readonly name: string;
  readonly use: PartUse;
  /** `!` when the author says so. */
  readonly sure: "" | "!";
  /** `{ time }`: what stands here names a property as well. */
  readonly shorthand: boolean;
  /** A constant of the body that stands for the first `length` steps. */
  readonly alias: { readonly name: string; readonly length: number } | undefined;
  readonly room: Room;
  /** The body has found out that it is not `undefined`. */
  readonly known: boolean;
  /** It stands in the update of a `for`, which runs behind the loop's body. */
  readonly behind: boolean;
}

/** What an index is known to be: a whole number from 0 to `most`, or below the length of something. */
export type IndexRange = { readonly most: number } | { readonly lengthOf: Part };

/** `part[index]`, of an index that is calculated. */
export interface ElementPiece {
  readonly kind: "element";
  readonly of: PartPiece;
  readonly index: BodyText;
  readonly use: "read" | "write" | "update";
  readonly range: IndexRange | undefined;
  /** The element as it stands. */
  readonly text: BodyText;
}

/** `part === undefined`, or `!==`. */
export interface PresencePiece extends Part {
  readonly kind: "presence";
  readonly negated: boolean;
  readonly room: Room;
  /** The comparison as it stands. */
  readonly text: BodyText;
}

/** `part ?? value`. */
export interface FallbackPiece {
  readonly kind: "fallback";
  readonly part: PartPiece;
  readonly value: BodyText;
  readonly room: Room;
  /** The expression as it stands. */
  readonly text: BodyText;
}

/** `part === "word"`, or `!==`, or the same with a number; with a string also `==` and `!=`. */
export interface ComparisonPiece {
  readonly kind: "comparison";
  readonly part: PartPiece;
  readonly negated: boolean;
  /** The operator, and what is behind it. */
  readonly rest: string;
  /** The string that it is compared with, if it is one. */
  readonly word: string | undefined;
  readonly room: Room;
}

/** `part === part`, or `!==`. */
export interface LikenessPiece {
  readonly kind: "likeness";
  readonly left: PartPiece;
  readonly right: PartPiece;
  /** What stands between them. */
  readonly between: string;
  /** The comparison as it stands. */
  readonly text: BodyText;
}

/** `switch (part) { case "word": … }`. */
export interface SwitchPiece {
  readonly kind: "switch";
  readonly part: PartPiece;
  /** What stands behind each `case`; undefined for `undefined`. */
  readonly cases: readonly (string | undefined)[];
  /** Words that the body has found out that it is not. */
  readonly ruledOut: readonly string[];
  /** It has no `default`. */
  readonly bare: boolean;
  /** What follows may count on one of its cases being taken. */
  readonly settles: boolean;
  /** The statement as it stands: its first pieces are the part, and then the words of its cases, among others. */
  readonly text: BodyText;
}

/** `part = value;`, `part += value;`, `part++;`. */
export interface AssignmentPiece {
  readonly kind: "assignment";
  readonly target: PartPiece;
  /** What stands before the `=`: `+`, `??`, or nothing. */
  readonly operator: string;
  /** For `part++` and `part--`, which have no value. */
  readonly step: "" | "++" | "--";
  readonly value: BodyText;
  /** It has an operator that needs brackets before a `?`. */
  readonly loose: boolean;
  /** What has to have a value for the value not to be `undefined`; undefined when nobody knows. */
  readonly needs: readonly Need[] | undefined;
  /** What an object has, if it is written as one of nothing but values. */
  readonly members: readonly MemberValue[] | undefined;
  /** Comments around its sign. */
  readonly comments: readonly string[];
  /** It stands among statements, so that it can become several without brackets around them. */
  readonly listed: boolean;
}

/** `part = value`, `part += value`, `part++`, inside of an expression. */
export interface PassingPiece {
  readonly kind: "passing";
  readonly target: PartPiece;
  /** All of it; the target is one of its pieces. */
  readonly text: BodyText;
  /** It is `part++` or `--part`. */
  readonly step: boolean;
  /** Its value cannot throw. */
  readonly calm: boolean;
  /** It stands in brackets of its own. */
  readonly held: boolean;
}

/** A property of an object that is written: `x: value`. */
export interface MemberValue {
  readonly name: string;
  /** Comments before its value, and on its line behind it. */
  readonly above: readonly string[];
  readonly beside: readonly string[];
  readonly value: BodyText;
  readonly loose: boolean;
  readonly needs: readonly Need[] | undefined;
}

/** A part, or what a function of the file gives back or a constant of it is. */
export type Need =
  { readonly kind: "part"; readonly part: PartPiece } | { readonly kind: "name"; readonly name: string };

/** `const name = part;`. */
export interface AliasPiece {
  readonly kind: "alias";
  readonly keyword: "const" | "let";
  readonly name: string;
  readonly part: PartPiece;
  /** The declaration as it stands. */
  readonly text: BodyText;
}

/** `const { x, axis: { y: height } } = part;`. */
export interface PatternPiece {
  readonly kind: "pattern";
  readonly keyword: "const" | "let";
  readonly part: Part;
  readonly names: readonly { readonly name: string; readonly steps: readonly Step[] }[];
  /** The declaration as it stands. */
  readonly text: BodyText;
}

/** A name that the body does not declare: of its file, or one that every program has. */
export interface NamePiece {
  readonly kind: "name";
  readonly name: string;
  /** What of it is used: `half` of `numbers.half`, where the name may stand for all of a file. */
  readonly member: string | undefined;
  readonly place: Place;
  readonly shorthand: boolean;
  /** It names a type. */
  readonly type: boolean;
}

/** A string literal that is assigned, or a case: a value that has one comes to no other thing than one of those that it has. */
export interface WordPiece {
  readonly kind: "word";
  readonly word: string;
  /** The literal as it stands. */
  readonly text: BodyText;
}

/** `distance(body.at, 2)`: a call of a function that the body does not declare, with parts among what it is given. */
export interface CallPiece {
  readonly kind: "call";
  readonly callee: NamePiece;
  readonly given: readonly GivenPiece[];
  /** The call as it stands. */
  readonly text: BodyText;
}

/** What a function is given. */
export interface GivenPiece {
  readonly text: BodyText;
  /** If it is a part, and nothing else. */
  readonly part: PartPiece | undefined;
  /** Comments before it, and of the last one behind it. */
  readonly comments: readonly string[];
  /** As of a head. */
  readonly stirs: number;
}

/** `return;`, or what is returned and dropped. */
export interface ReturnPiece {
  readonly kind: "return";
  /** Inside of a loop or a `switch`, of which a `continue` or `break` would be. */
  readonly nested: boolean;
  /** Without a value. */
  readonly bare: boolean;
  /** Undefined for none, and for `undefined`. */
  readonly value: BodyText | undefined;
  /** It stands among statements. */
  readonly listed: boolean;
}

/** `for (const { position } of bodies) { … }`, or `for (const [a, b] of pairs(bodies)) { … }`: maybe a loop over rows. */
export interface RowsPiece {
  readonly kind: "rows";
  /** As the author calls it. */
  readonly label: string | undefined;
  /** What is gone through. */
  readonly part: PartPiece;
  /** The function that makes pairs. */
  readonly pairs: NamePiece | undefined;
  /** One row, or two of pairs. */
  readonly rows: readonly RowBinding[];
  /** The loop as it stands, until its body begins. */
  readonly head: BodyText;
  /** What stands between its brackets, or its only statement. */
  readonly body: BodyText;
  /** It has no brackets. */
  readonly single: boolean;
}

/** What a loop calls a row: a name, or names of its parts. */
export interface RowBinding {
  readonly parameter: number;
  readonly name: string | undefined;
  readonly names: PatternPiece["names"];
}

/** `break` or `continue` of a loop over rows: that whose first row has this number. */
export interface LeavePiece {
  readonly kind: "leave" | "next";
  readonly loop: number;
  /** As the author calls the loop; undefined for the innermost. */
  readonly label: string | undefined;
}
