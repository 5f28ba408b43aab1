// What a file keeps to itself, as text: so that a body which uses it can be printed elsewhere.
import type {
  ConstantSyntax,
  DeclarationSyntax,
  ElementSyntax,
  Expression,
  MemberSyntax,
  SourceSyntax,
} from "../compiler/syntax.js";
import type { BodyText } from "../model/body.js";
import type { Reading } from "./reading.js";

/** A declaration that can stand elsewhere, once the names in it mean the same there. */
export interface KeptDeclaration {
  /** A name may stand for a type and for a value. */
  readonly space: "type" | "value";
  readonly text: BodyText;
  /** Those that it declares inside of it. */
  readonly names: readonly string[];
}

/** What is done with a name where it stands: it is called, names a type, only a part of what it stands for is used, or all of it. */
export type NameUse = "called" | "type" | "picked" | "whole";

/**
 * The declaration of a constant, a function, a table of values, an enum or a type that a file keeps to itself; undefined when a second
 * one would not be the same: it keeps something from call to call, or somebody may tell the two apart. `use` says what is done with it.
 */
export function keptBy(
  reading: Reading,
  source: SourceSyntax,
  name: string,
  use: NameUse,
): KeptDeclaration | undefined {
  const meaning = reading.meaning(source, name);
  if (meaning.kind !== "declared" || meaning.source !== source) return undefined;
  const [declaration, ...more] = meaning.declarations.filter(
    ({ kind }) => isType(kind) === (use === "type") || kind === "enum",
  );
  if (declaration === undefined || more.length > 0 || !("whole" in declaration)) return undefined;
  const { whole } = declaration;
  if (whole?.kind !== "body") return undefined;
  switch (declaration.kind) {
    case "interface":
    case "alias":
      return { ...whole, space: "type" };
    case "enum":
      return use === "type" || use === "picked" ? { ...whole, space: "value" } : undefined;
    case "function":
      return use === "called" && !declaration.function.signature.opaque ? { ...whole, space: "value" } : undefined;
    case "constant":
      if (!isSame(reading, source, declaration, use)) return undefined;
      return { ...whole, text: ["const ", ...whole.text, ";"], space: "value" };
  }
}

function isType(kind: DeclarationSyntax["kind"]): boolean {
  return kind === "interface" || kind === "alias";
}

/** Whether nobody could tell two constants apart. */
function isSame(reading: Reading, source: SourceSyntax, { name, value }: ConstantSyntax, use: NameUse): boolean {
  const plain = new PlainValues(reading, source);
  if (plain.has(value) || (value?.kind === "function" && use === "called")) return true;
  if (use !== "picked" || !source.fixed.has(name) || !plain.hasTable(value)) return false;
  return !isNested(value) || source.given.get(name)?.every((path) => leadsToPlain(value, path)) === true;
}

function isNested(value: Expression): boolean {
  return partsOf(value)?.some(({ value: part }) => partsOf(part) !== undefined) === true;
}

/** Whether these steps lead from a table to single values of it. */
function leadsToPlain(value: Expression, [step, ...rest]: readonly string[]): boolean {
  const parts = partsOf(value);
  if (parts === undefined) return true;
  if (step === undefined || step.endsWith(")")) return false;
  if (step === "length" && value.kind === "array") return true;
  const named = parts.filter((part) => "name" in part && part.name === step);
  const reached = step === "[]" || value.kind === "array" ? parts : named;
  return reached.every((part) => leadsToPlain(part.value, rest));
}

/** What is in an array or an object; undefined for other values. */
function partsOf(value: Expression): readonly (ElementSyntax | MemberSyntax)[] | undefined {
  if (value.kind === "array") return value.elements;
  return value.kind === "object" ? value.members : undefined;
}

/** Finds values that are the same wherever they are calculated. */
class PlainValues {
  private readonly reading: Reading;
  private readonly source: SourceSyntax;

  constructor(reading: Reading, source: SourceSyntax) {
    this.reading = reading;
    this.source = source;
  }

  /** Whether an expression is such a value. */
  has(value: Expression | undefined): boolean {
    switch (value?.kind) {
      case "literal":
        return true;
      case "name":
        return this.hasConstant(value.name);
      case "member":
        return isMath(value);
      case "call":
        return isMath(value.callee) && value.arguments.every((each) => !each.spread && this.has(each.value));
      case "unary":
        return /^[-+~!]$/.test(value.operator) && this.has(value.of);
      case "binary":
        return /^(?:[-+*/%&|^]|\*\*|<<|>>>?)$/.test(value.operator) && this.has(value.left) && this.has(value.right);
      default:
        return false;
    }
  }

  /** Whether an expression is an array or an object of nothing but such values, and such arrays and objects. */
  hasTable(value: Expression | undefined): value is Expression {
    const parts = value && partsOf(value);
    return parts?.every((part) => !part.spread && (this.has(part.value) || this.hasTable(part.value))) === true;
  }

  private hasConstant(name: string): boolean {
    const meaning = this.reading.meaning(this.source, name);
    if (meaning.kind !== "declared") return false;
    const [declaration, ...more] = meaning.declarations;
    if (declaration?.kind !== "constant" || declaration.mutable || more.length > 0) return false;
    return new PlainValues(this.reading, meaning.source).has(declaration.value);
  }
}

/** `Math.PI`, `Math.sqrt`; not `Math.random`, which gives something else each time. */
function isMath(value: Expression): boolean {
  return value.kind === "member" && value.of.kind === "name" && value.of.name === "Math" && value.name !== "random";
}
