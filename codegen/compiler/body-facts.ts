// What a body has found out about its parts: that they are not `undefined`, or not some word, where it looks at them next.
import { isWord } from "./body-words.js";
import { memberName, someChild, unwrap, type NodeKeys, type Tree } from "./tree.js";

/** What is known inside of a block, beside what is known around it. */
export class Facts {
  /** Few at a time, and mostly none. */
  private known: readonly string[];
  private readonly outer: Facts | undefined;
  /** What is known around it does not count: it may be entered again, or later. */
  private readonly apart: boolean;

  constructor(outer: Facts | undefined, known: readonly string[] = none, apart = false) {
    this.outer = outer;
    this.known = known;
    this.apart = apart;
  }

  /** Whether nothing is known at all. */
  get isEmpty(): boolean {
    return this.known.length === 0 && (this.apart || this.outer === undefined || this.outer.isEmpty);
  }

  /** Whether a part is known not to be `undefined`. */
  has(key: string): boolean {
    return this.known.includes(key) || (!this.apart && this.outer?.has(key) === true);
  }

  /** The words that a part is known not to be. */
  words(key: string): readonly string[] {
    const start = otherThan(key, "");
    const own = this.known.filter((each) => each.startsWith(start)).map((each) => each.slice(start.length));
    return this.apart || this.outer === undefined ? own : [...own, ...this.outer.words(key)];
  }

  /** From here on. */
  add(keys: readonly string[]): void {
    if (keys.length > 0) this.known = [...this.known, ...keys];
  }

  /** Something was called that may have changed anything. */
  forget(): void {
    this.known = none;
    this.outer?.forget();
  }

  /** A field of this name was written, of whatever row. */
  drop(field: string): void {
    if (this.known.length > 0) this.known = this.known.filter((key) => !key.split(".").includes(field));
    this.outer?.drop(field);
  }
}

const none: readonly string[] = [];

/** Names a part; undefined for what is none. */
export type KeyOf = (node: Tree.Node) => string | undefined;

/** The parts of which a test says that they are not `undefined`, or not some word, when it comes out as `outcome`. */
export function toldBy(node: Tree.Node, outcome: boolean, keyOf: KeyOf): string[] {
  const test = node.type === "ParenthesizedExpression" ? node.expression : node;
  if (test.type === "ParenthesizedExpression") return toldBy(test, outcome, keyOf);
  if (test.type === "UnaryExpression" && test.operator === "!") return toldBy(test.argument, !outcome, keyOf);
  if (test.type === "LogicalExpression") {
    if (test.operator !== (outcome ? "&&" : "||")) return [];
    return [...toldBy(test.left, outcome, keyOf), ...toldBy(test.right, outcome, keyOf)];
  }
  if (test.type !== "BinaryExpression") return outcome ? named(keyOf(test)) : [];
  const { left, right, operator } = test;
  const isNothing = right.type === "Identifier" && right.name === "undefined";
  if (isNothing ? operator === (outcome ? "!==" : "===") : operator === (outcome ? "===" : "!==")) {
    return isNothing || right.type === "Literal" ? named(keyOf(left)) : [];
  }
  const key = isWord(right) && operator === (outcome ? "!==" : "===") ? keyOf(left) : undefined;
  return key !== undefined && isWord(right) ? [otherThan(key, right.value)] : [];
}

/** Says of a part that it is not some word. */
function otherThan(key: string, word: string): string {
  return `${key}.≠${word}`;
}

function named(key: string | undefined): string[] {
  return key === undefined ? [] : [key];
}

/** Whether nothing that runs in a node can change a component: it calls only `Math`, and writes only names. */
export function isCalm(keys: NodeKeys, node: Tree.Node): boolean {
  return isCalmItself(node) && !someChild(keys, node, (child) => !isCalm(keys, child));
}

function isCalmItself(node: Tree.Node): boolean {
  switch (node.type) {
    case "CallExpression":
      return isMath(node);
    case "NewExpression":
    case "TaggedTemplateExpression":
    case "AwaitExpression":
    case "YieldExpression":
      return false;
    case "AssignmentExpression":
      return node.left.type === "Identifier";
    case "UpdateExpression":
      return node.argument.type === "Identifier";
    case "UnaryExpression":
      return node.operator !== "delete";
    default:
      return true;
  }
}

/** Whether an expression cannot throw, as far as syntax tells; `isPart` says what is a part of a parameter. */
export function isHarmless(keys: NodeKeys, node: Tree.Node, isPart: (node: Tree.Node) => boolean): boolean {
  switch (node.type) {
    case "MemberExpression":
      return isPart(node) || isOfMath(node);
    case "CallExpression":
      return isMath(node) && node.arguments.every((each) => isHarmless(keys, each, isPart));
    case "NewExpression":
    case "TaggedTemplateExpression":
    case "TemplateLiteral":
    case "AwaitExpression":
    case "YieldExpression":
      return false;
    case "UnaryExpression":
      return node.operator !== "delete" && isHarmless(keys, node.argument, isPart);
    case "BinaryExpression":
      if (node.operator === "in" || node.operator === "instanceof") return false;
  }
  return !someChild(keys, node, (child) => !isHarmless(keys, child, isPart));
}

function isOfMath({ object }: Tree.MemberExpression): boolean {
  return object.type === "Identifier" && object.name === "Math";
}

/** `Math.min(…)`. */
export function isMath({ callee }: Tree.CallExpression): boolean {
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "Math";
}

/** The field that an assignment changes; undefined when that is known only when it runs. */
export function fieldWritten(target: Tree.Node): string | undefined {
  const inner = unwrap(target);
  return inner.type === "MemberExpression" ? (memberName(inner) ?? literalName(inner)) : undefined;
}

function literalName({ property }: Tree.MemberExpression): string | undefined {
  return property.type === "Literal" && typeof property.value === "number" ? String(property.value) : undefined;
}

/** Whether nothing follows a statement in its block. */
export function isLeaving(statement: Tree.Node): boolean {
  switch (statement.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return true;
    case "BlockStatement": {
      const last = statement.body.at(-1);
      return last !== undefined && isLeaving(last);
    }
    case "IfStatement":
      return isLeaving(statement.consequent) && statement.alternate !== null && isLeaving(statement.alternate);
    default:
      return false;
  }
}
