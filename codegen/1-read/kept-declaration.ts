// What a file keeps to itself, as text: so that a body which uses it can be printed elsewhere.
import type { Expression, SourceSyntax } from "../compiler/syntax.js";
import type { BodyText } from "../model/body.js";
import type { Reading } from "./reading.js";

/** A declaration that can stand elsewhere, once the names in it mean the same there. */
export interface KeptDeclaration {
  readonly text: BodyText;
  /** Those that it declares inside of it. */
  readonly names: readonly string[];
}

/** What is done with a name where it stands: it is called, only a part of what it stands for is used, or all of it. */
export type NameUse = "called" | "picked" | "whole";

/**
 * The declaration of a constant, a function or a table of values that a file keeps to itself; undefined when a second one would
 * not be the same: it keeps something from call to call, or somebody may tell the two apart. `use` says what is done with it.
 */
export function keptBy(
  reading: Reading,
  source: SourceSyntax,
  name: string,
  use: NameUse,
): KeptDeclaration | undefined {
  const meaning = reading.meaning(source, name);
  if (meaning.kind !== "declared" || meaning.source !== source) return undefined;
  const [declaration, ...more] = meaning.declarations;
  if (declaration === undefined || more.length > 0) return undefined;
  if (declaration.kind !== "function" && declaration.kind !== "constant") return undefined;
  const { whole } = declaration;
  if (whole?.kind !== "body") return undefined;
  if (declaration.kind === "function") {
    return use === "called" && !declaration.function.signature.opaque ? whole : undefined;
  }
  const { value } = declaration;
  const plain = new PlainValues(reading, source);
  const isFunction = value?.kind === "function" && use === "called";
  const isTable = use === "picked" && source.fixed.has(name) && plain.hasTable(value);
  return isFunction || isTable || plain.has(value) ? { ...whole, text: ["const ", ...whole.text, ";"] } : undefined;
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

  /** Whether an expression is an array or an object of nothing but such values. */
  hasTable(value: Expression | undefined): boolean {
    if (value?.kind !== "array" && value?.kind !== "object") return false;
    const parts = value.kind === "array" ? value.elements : value.members;
    return parts.every((part) => !part.spread && this.has(part.value));
  }

  private hasConstant(name: string): boolean {
    const meaning = this.reading.meaning(this.source, name);
    if (meaning.kind !== "declared" || meaning.source !== this.source) return false;
    const [declaration, ...more] = meaning.declarations;
    if (declaration?.kind !== "constant" || declaration.mutable || more.length > 0) return false;
    return this.has(declaration.value);
  }
}

/** `Math.PI`, `Math.sqrt`; not `Math.random`, which gives something else each time. */
function isMath(value: Expression): boolean {
  return value.kind === "member" && value.of.kind === "name" && value.of.name === "Math" && value.name !== "random";
}
