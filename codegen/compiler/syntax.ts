// What one file says, as plain data: a pure function of its text. Nothing is resolved, no file knows another.
// The reader works on this instead of TypeScript's tree, so that it can be cached and TypeScript stays behind one door.
import type { Body } from "../model/body.js";
import type { HostUser } from "../model/raw.js";
import type { Escape, MethodCall, PartUse, ReturnedPart } from "../model/uses.js";
import type { Place } from "../model/place.js";

/** A file, parsed. */
export interface SourceSyntax {
  readonly file: string;
  /** `ecsgen` made it. */
  readonly generated: boolean;
  readonly errors: readonly { readonly place: Place; readonly message: string }[];
  readonly imports: readonly ImportSyntax[];
  /** What was imported, by local name. */
  readonly bindings: ReadonlyMap<string, BindingSyntax>;
  readonly reexports: readonly ReexportSyntax[];
  /** By local name, which can stand for a type and for a value; `export default <expression>` is the constant `default`. */
  readonly declarations: ReadonlyMap<string, readonly DeclarationSyntax[]>;
  /** Local names by exported name. */
  readonly exports: ReadonlyMap<string, string>;
  /** What stands behind `export default`. */
  readonly defaultExport: Place | undefined;
  readonly state: readonly { readonly name: string; readonly place: Place; readonly why: string }[];
  /** Constants that hold an object or an array to which nobody writes. */
  readonly fixed: ReadonlySet<string>;
  /** Which parts of these are given away, by name: `["low", "[]"]`, where `[]` is any element. */
  readonly given: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly logic: readonly { readonly name: string; readonly place: Place }[];
  /** What its declarations take from the host that is not the same in every run; none where none of them does. */
  readonly hostUsers: readonly Omit<HostUser, "exported">[];
}

/** `import … from "specifier"`. */
export interface ImportSyntax {
  readonly specifier: string;
  readonly place: Place;
  readonly typeOnly: boolean;
  /** What is imported by name, and not as a type only; none of it where it is of `ecsgen` itself. */
  readonly values: readonly { readonly name: string; readonly place: Place }[];
}

/** Where an imported name comes from; `imported` is `*` for the namespace. */
export interface BindingSyntax {
  readonly specifier: string;
  readonly imported: string;
}

/** `export … from "specifier"`: `imported` is `*` for the namespace; `exported` is undefined for `export *`. */
export interface ReexportSyntax {
  readonly specifier: string;
  readonly imported: string;
  readonly exported: string | undefined;
}

/** All declarations of a file, in the order of their names. */
export function allDeclarations(declarations: SourceSyntax["declarations"]): DeclarationSyntax[] {
  const all: DeclarationSyntax[] = [];
  declarations.forEach((ofOneName) => all.push(...ofOneName));
  return all;
}

/** A declaration at the top level of a file. */
export type DeclarationSyntax =
  | ClassSyntax
  | InterfaceSyntax
  | ConstantSyntax
  | FunctionDeclarationSyntax
  | AliasSyntax
  | EnumSyntax
  | (DeclarationHead & { readonly kind: "other"; readonly what: string });

interface DeclarationHead {
  readonly name: string;
  /** Of the name; of the keyword where there is none. */
  readonly place: Place;
  /** The leading JSDoc, without its frame. */
  readonly doc: string;
}

/** `class Name extends heritage { … }`. */
export interface ClassSyntax extends DeclarationHead {
  readonly kind: "class";
  readonly heritage: Expression | undefined;
  /** What makes it less than a plain class: `has type parameters`, `is abstract`. */
  readonly special: string | undefined;
}

/** An interface, or a type alias that is an object type. */
export interface InterfaceSyntax extends DeclarationHead {
  readonly kind: "interface";
  readonly extends: readonly TypeSyntax[];
  readonly functions: readonly (DeclarationHead & { readonly signature: SignatureSyntax })[];
  readonly generic: boolean;
  readonly properties: readonly PropertySyntax[];
  /** Members that are no functions, with what they are; properties are among them. */
  readonly others: readonly { readonly what: string; readonly place: Place }[];
  /** All of it, for printing it elsewhere, if the file keeps it to itself and says it once. */
  readonly whole: Body | undefined;
}

/** `enum Name { … }`. */
export interface EnumSyntax extends DeclarationHead {
  readonly kind: "enum";
  /** All of it, for printing it elsewhere, if the file keeps it to itself. */
  readonly whole: Body | undefined;
}

/** `const`, `let` or `var` with its first value. */
export interface ConstantSyntax extends DeclarationHead {
  readonly kind: "constant";
  readonly mutable: boolean;
  /** Of a type that its author writes, the text. */
  readonly type: string | undefined;
  readonly value: Expression | undefined;
  /** All of it, for printing it elsewhere: of functions and tables of values that the file keeps to itself. */
  readonly whole: Body | undefined;
}

/** `function name(…) { … }`. */
export interface FunctionDeclarationSyntax extends DeclarationHead {
  readonly kind: "function";
  readonly function: FunctionSyntax;
  /** All of it, for printing it elsewhere, if the file keeps it to itself. */
  readonly whole: Body | undefined;
}

/** `type Name = …`. */
export interface AliasSyntax extends DeclarationHead {
  readonly kind: "alias";
  readonly type: TypeSyntax;
  readonly generic: boolean;
  /** All of it, for printing it elsewhere, if the file keeps it to itself. */
  readonly whole: Body | undefined;
}

/** Parameters and result. */
export interface SignatureSyntax {
  readonly typeParameters: readonly TypeParameterSyntax[];
  readonly parameters: readonly ParameterSyntax[];
  readonly returns: TypeSyntax | undefined;
  readonly async: boolean;
  readonly generator: boolean;
  /** It has overloads or is a generator, so that no text can stand for its type. */
  readonly opaque: boolean;
}

/** `const Types extends readonly ComponentType[]`: `text` is all of it, canonical; `names` are free in it. */
export interface TypeParameterSyntax {
  readonly name: string;
  readonly text: string;
  readonly names: readonly string[];
}

/** A parameter; `name` is `_0`, `_1`, … where a pattern is taken apart. */
export interface ParameterSyntax {
  readonly name: string;
  readonly place: Place;
  readonly type: TypeSyntax | undefined;
  /** The text of its default. */
  readonly default: string | undefined;
  readonly optional: boolean;
  readonly rest: boolean;
}

/** A function with a body. */
export interface FunctionSyntax {
  readonly signature: SignatureSyntax;
  /** The classes of which the body throws an instance, at any depth. */
  readonly throws: readonly string[];
  readonly uses: readonly ParameterUseSyntax[];
  /** For printing it elsewhere. */
  readonly body: Body;
}

/** A property of an object type. */
export interface PropertySyntax {
  readonly name: string;
  readonly place: Place;
  readonly optional: boolean;
  readonly type: TypeSyntax;
}

/** What a body does with one of its parameters. */
export interface ParameterUseSyntax {
  readonly parameter: string;
  /** By path, each once, where it is first. */
  readonly reads: readonly PartUse[];
  /** Assigned, incremented, deleted, or given to a method that changes it. */
  readonly writes: readonly PartUse[];
  readonly escapes: readonly Escape[];
  readonly calls: readonly MethodCall[];
  /** Parts that the function gives back, beside that they escape. */
  readonly returns: readonly ReturnedPart[];
}

/** A type annotation. `text` is canonical: single-spaced, comments and trailing commas gone. */
export interface TypeSyntax {
  readonly text: string;
  readonly place: Place;
  readonly readonly: boolean;
  /** It is a union with `undefined`. */
  readonly undefinable: boolean;
  /** What remains without `Readonly<…>` and `undefined`, when it is a name. */
  readonly reference: string | undefined;
  readonly arguments: readonly TypeSyntax[];
  /** Of a type that is written as `{ … }`, if properties are all that it has. */
  readonly properties: readonly PropertySyntax[] | undefined;
  /** Of a type that is written as `[ … ]`. */
  readonly elements: readonly TypeSyntax[] | undefined;
  /** Every free name in it, dotted where it is qualified. */
  readonly names: readonly string[];
}

/** An expression; wrappers that mean nothing here (`as const`, `satisfies`, parentheses) are gone. */
export type Expression =
  | { readonly kind: "literal"; readonly value: number | bigint | string | boolean | null; readonly place: Place }
  | { readonly kind: "name"; readonly name: string; readonly place: Place }
  | {
      readonly kind: "member";
      readonly of: Expression;
      readonly name: string;
      readonly place: Place;
      /** Of the name alone. */
      readonly namePlace: Place;
    }
  | CallSyntax
  | ObjectSyntax
  | ArraySyntax
  | { readonly kind: "unary"; readonly operator: string; readonly of: Expression; readonly place: Place }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly place: Place;
    }
  | { readonly kind: "function"; readonly function: FunctionSyntax; readonly place: Place }
  | { readonly kind: "other"; readonly what: string; readonly place: Place };

/** `callee<types>(…)`, with or without `new`. */
export interface CallSyntax {
  readonly kind: "call" | "new";
  readonly callee: Expression;
  readonly types: readonly TypeSyntax[];
  readonly arguments: readonly ElementSyntax[];
  readonly place: Place;
}

/** `{ … }`. */
export interface ObjectSyntax {
  readonly kind: "object";
  readonly members: readonly MemberSyntax[];
  readonly place: Place;
}

/** One member of an object literal; `spread` members have no name. */
export interface MemberSyntax {
  readonly spread: boolean;
  readonly name: string;
  readonly place: Place;
  readonly doc: string;
  readonly value: Expression;
}

/** `[ … ]`. */
export interface ArraySyntax {
  readonly kind: "array";
  readonly elements: readonly ElementSyntax[];
  readonly place: Place;
}

/** An element of an array literal or an argument. */
export interface ElementSyntax {
  readonly spread: boolean;
  readonly value: Expression;
}
