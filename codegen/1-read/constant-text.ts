// Constants that a file keeps to itself, as text: so that a body which uses them can be printed elsewhere.
import type { Expression, SourceSyntax } from "../compiler/syntax.js";
import type { Reading } from "./reading.js";

/** Adds a constant, behind those that it is made of; false when it is none, or made of something else. */
export function addConstant(
  reading: Reading,
  source: SourceSyntax,
  name: string,
  constants: Map<string, string>,
): boolean {
  if (constants.has(name)) return true;
  const meaning = reading.meaning(source, name);
  if (meaning.kind !== "declared" || meaning.source !== source) return false;
  const [declaration, ...more] = meaning.declarations;
  if (declaration?.kind !== "constant" || declaration.mutable || more.length > 0) return false;
  const text = declaration.value && textOf(declaration.value, (used) => addConstant(reading, source, used, constants));
  const { type } = declaration;
  if (text === undefined || (type !== undefined && !/^(?:number|boolean|string|bigint)$/.test(type))) return false;
  constants.set(name, `${type === undefined ? "" : `: ${type}`} = ${text}`);
  return true;
}

function textOf(value: Expression, isConstant: (name: string) => boolean): string | undefined {
  switch (value.kind) {
    case "literal":
      if (typeof value.value === "bigint") return `${value.value}n`;
      return typeof value.value === "number" ? String(value.value).replace("e+", "e") : JSON.stringify(value.value);
    case "name":
      return isConstant(value.name) ? value.name : undefined;
    case "member":
      return value.of.kind === "name" && value.of.name === "Math" ? `Math.${value.name}` : undefined;
    case "unary": {
      const of = textOf(value.of, isConstant);
      if (of === undefined || !/^[-+~]$/.test(value.operator)) return undefined;
      return value.operator + (value.of.kind === "binary" || value.of.kind === "unary" ? `(${of})` : of);
    }
    case "binary": {
      const { operator } = value;
      const [left, right] = [textOf(value.left, isConstant), textOf(value.right, isConstant)];
      if (left === undefined || right === undefined || !/^(?:[-+*/%]|\*\*|<<|>>>?)$/.test(operator)) return undefined;
      const isBare =
        isBareOperand(value.left, operator) || (value.left.kind === "binary" && isChain(value.left, operator));
      return `${isBare ? left : `(${left})`} ${operator} ${isBareOperand(value.right, operator) ? right : `(${right})`}`;
    }
    default:
      return undefined;
  }
}

/** Whether an operand needs no brackets, whatever side it stands on. */
function isBareOperand(value: Expression, operator: string): boolean {
  if (value.kind === "unary") return operator !== "**";
  if (value.kind !== "binary") return true;
  return /^[-+]$/.test(operator) && /^(?:[*/]|\*\*)$/.test(value.operator);
}

/** `a + b - c`, `a * b * c`. */
function isChain({ operator }: Expression & { readonly kind: "binary" }, next: string): boolean {
  return /^[-+]$/.test(next) ? /^[-+]$/.test(operator) : next === operator && next === "*";
}
