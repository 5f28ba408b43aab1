// Tests and choices, in a walk through a body: what they ask of parts, and what is known of these behind them.
import type { BodyPiece, BodyText, Room } from "../model/body.js";
import { isCalm, isLeaving, toldBy } from "./body-facts.js";
import { Stopped } from "./body-obstacle.js";
import { namesOf } from "./body-patterns.js";
import { keyOf, lookup, opened, partOf, unchained, within, type Meaning, type Scope } from "./body-scope.js";
import { BodyTargets } from "./body-targets.js";
import { isWord, wordsOf } from "./body-words.js";
import { isFunction, someChild, type Tree } from "./tree.js";

type Binary = Tree.Node & { readonly type: "BinaryExpression" };

/** What all walks do with tests. */
export abstract class BodyTests extends BodyTargets {
  protected abstract visitChildren(node: Tree.Node, scope: Scope): void;

  /** Goes on inside of a statement among others. */
  protected abstract visitListed(node: Tree.Node, scope: Scope): void;

  /** `!part`. */
  protected unary(node: Tree.UnaryExpression, scope: Scope): void {
    if (node.operator === "delete") throw new Stopped("delete", node);
    const part = node.operator === "!" ? partOf(this.parsing.text, unchained(node.argument), scope) : undefined;
    if (part === undefined) return this.visitChildren(node, scope);
    const piece = this.partPiece(part, part.added, node.argument, "not", scope, false);
    this.cuts.cut(node, { ...piece, room: this.rooms.of(node) });
  }

  /** `part ?? value` chooses; the others know something of their parts on their right. */
  protected logical(node: Tree.LogicalExpression, scope: Scope): void {
    const { left, right, operator } = node;
    if (operator === "??" && this.fallback(operandsOf(node), 0, node.end, this.rooms.of(node), scope)) return;
    this.visit(left, scope);
    const told = operator === "??" ? [] : this.told(left, operator === "&&", scope);
    this.visit(right, within(scope, told));
  }

  /** `part ?? part ?? value`: a part, and what it falls back to; false when the first is no part. */
  private fallback(all: readonly Tree.Expression[], at: number, end: number, room: Room, scope: Scope): boolean {
    const first = all[at];
    const second = all[at + 1];
    const part = first && partOf(this.parsing.text, unchained(first), scope);
    if (first === undefined || second === undefined || part === undefined || part.added.length === 0) return false;
    const between = this.cuts.slice(first.end, second.start);
    if (!/^\s*\?\?\s*$/.test(between)) return false;
    const piece = this.partPiece(part, part.added, first, "read", scope, false);
    const value = this.cuts.collect({ start: second.start, end }, () => {
      const inner = within(scope);
      const isLast = at + 2 === all.length;
      if (!isLast && this.fallback(all, at + 1, end, "or", inner)) return;
      this.rooms.give(second, isLast ? "equality" : "none");
      for (const other of all.slice(at + 1)) this.visit(other, inner);
    });
    const text: BodyPiece[] = [piece, between];
    text.push(...value);
    this.cuts.cut({ start: first.start, end }, { kind: "fallback", part: piece, value, room, text });
    return true;
  }

  protected choice({ test, consequent, alternate }: Tree.ConditionalExpression, scope: Scope): void {
    this.visit(test, scope);
    this.visit(consequent, within(scope, this.told(test, true, scope)));
    this.visit(alternate, within(scope, this.told(test, false, scope)));
  }

  /** What follows a branch that leaves knows that the test came out otherwise. */
  protected branches({ test, consequent, alternate }: Tree.IfStatement, scope: Scope): void {
    this.visit(test, scope);
    this.visit(consequent, within(scope, this.told(test, true, scope)));
    if (alternate !== null) this.visit(alternate, within(scope, this.told(test, false, scope)));
    else if (isLeaving(consequent)) scope.facts.add(this.told(test, false, scope));
  }

  private told(test: Tree.Node, outcome: boolean, scope: Scope): string[] {
    const told = toldBy(test, outcome, (node) => {
      const part = partOf(this.parsing.text, unchained(node), scope);
      return part && keyOf(part);
    });
    return told.length > 0 && isCalm(this.parsing.keys, test) ? told : [];
  }

  /** `part === undefined` asks whether something is there, of what may be no value at all. */
  protected binary(node: Binary, left: Tree.Expression, scope: Scope): void {
    const { right, operator } = node;
    const compares = operator === "===" || operator === "!==";
    if (right.type === "Literal") {
      if ((compares || isWord(right)) && this.comparison(node, left, right, scope)) return;
      if ((compares || operator === "==" || operator === "!=") && this.test(left, scope)) return;
    }
    const isUndefined = compares && right.type === "Identifier" && right.name === "undefined";
    const part = isUndefined ? partOf(this.parsing.text, unchained(left), scope) : undefined;
    if (part === undefined) {
      if (compares && this.likeness(node, left, scope)) return;
      this.visit(left, scope);
      return this.visit(right, scope);
    }
    const whole = this.partPiece(part, part.added, left, "read", scope, false);
    const text: BodyText = [whole, this.cuts.slice(left.end, node.end)];
    const { parameter, steps, place, inner } = whole;
    const room = this.rooms.of(node);
    this.cuts.cut(node, { kind: "presence", parameter, steps, place, inner, negated: operator === "!==", room, text });
  }

  /** `part === "word"`. */
  private comparison(node: Binary, left: Tree.Node, right: Tree.Expression, scope: Scope): boolean {
    const part = partOf(this.parsing.text, unchained(left), scope);
    if (part === undefined || part.added.length === 0) return false;
    const between = this.parsing.text.slice(left.end, right.start);
    if (!/^\s*[!=]==?\s*$/.test(between)) return false;
    const rest = between + this.parsing.text.slice(right.start, right.end);
    const piece = this.partPiece(part, part.added, left, "test", scope, false);
    const negated = node.operator.startsWith("!");
    const word = isWord(right) ? right.value : undefined;
    this.cuts.cut(node, { kind: "comparison", part: piece, negated, rest, word, room: this.rooms.of(node) });
    return true;
  }

  /** `part === part`. */
  private likeness(node: Binary, left: Tree.Expression, scope: Scope): boolean {
    const { right } = node;
    const one = partOf(this.parsing.text, unchained(left), scope);
    const other = one && partOf(this.parsing.text, unchained(right), scope);
    if (one === undefined || other === undefined || one.added.length === 0 || other.added.length === 0) return false;
    const text = this.cuts.collect(node, () => {
      this.visit(left, scope);
      this.visit(right, scope);
    });
    this.cuts.cut(node, {
      kind: "likeness",
      left: this.partPiece(one, one.added, left, "test", scope, false),
      right: this.partPiece(other, other.added, right, "test", scope, false),
      between: this.cuts.slice(left.end, right.start),
      text,
    });
    return true;
  }

  /** `switch (part) { case "word": … }`, or one that asks something else. */
  protected switched(node: Tree.SwitchStatement, scope: Scope): void {
    const { discriminant } = node;
    const cases = casesOf(node);
    const part = cases && partOf(this.parsing.text, unchained(discriminant), scope);
    if (cases === undefined || part === undefined || part.added.length === 0) {
      if (!this.test(discriminant, scope)) this.visit(discriminant, scope);
      return this.cases(node, scope);
    }
    const piece = this.partPiece(part, part.added, discriminant, "test", scope, false);
    const ruledOut = scope.facts.words(keyOf(part));
    const text = this.cuts.collect(node, () => {
      this.cuts.cut(discriminant, piece);
      this.cases(node, scope);
      for (const { test } of node.cases) if (test !== null && isWord(test)) this.word(test);
    });
    const bare = node.cases.every(({ test }) => test !== null);
    const settles = bare && this.settles(node, scope);
    this.cuts.cut(node, { kind: "switch", part: piece, cases, ruledOut, bare, settles, text });
  }

  /** Whether what follows may count on one of the cases being taken: it gives a value to a variable, or back at the end of a block. */
  private settles(node: Tree.SwitchStatement, scope: Scope): boolean {
    const isLast = endsBlock.test(this.parsing.text.slice(node.end));
    const settlesIn = (each: Tree.Node): boolean => {
      if (isFunction(each) || each.type === "ArrowFunctionExpression") return false;
      if (each.type === "ReturnStatement" && each.argument !== null && isLast) return true;
      const names = each.type === "AssignmentExpression" ? namesOf(each.left) : [];
      return names.some((name) => isUnset(lookup(scope, name))) || someChild(this.parsing.keys, each, settlesIn);
    };
    return settlesIn(node);
  }

  private cases({ cases }: Tree.SwitchStatement, scope: Scope): void {
    const inner = { ...opened(scope), nested: true, rows: undefined };
    for (const { consequent } of cases) this.declareAll(consequent, inner);
    for (const { test, consequent } of cases) {
      const known = within(inner);
      if (test !== null) this.visit(test, known);
      for (const statement of consequent) this.visitListed(statement, known);
    }
  }

  private word(literal: Tree.StringLiteral): void {
    this.cuts.cut(literal, { kind: "word", word: literal.value, text: [this.cuts.slice(literal.start, literal.end)] });
  }

  /** What is assigned, with the words that it comes to. */
  protected assignedValue(value: Tree.Expression, scope: Scope): BodyText {
    return this.cuts.collect(value, () => {
      this.visit(value, scope);
      for (const word of wordsOf(value) ?? []) this.word(word);
    });
  }

  /** A part of which only the value matters, not its type; false when it is something else. */
  protected test(node: Tree.Node, scope: Scope): boolean {
    const part = partOf(this.parsing.text, unchained(node), scope);
    if (part === undefined || part.added.length === 0) return false;
    this.cuts.cut(node, this.partPiece(part, part.added, node, "test", scope, false));
    return true;
  }
}

function isUnset(meaning: Meaning | undefined): boolean {
  return meaning?.kind === "local" && meaning.unset === true;
}

/** The end of a block, or of a branch without one. */
const endsBlock = /^(?:\s|\/\/.*|\/\*[^]*?\*\/)*(?:\}|else\b|$)/;

/** `a`, `b` and `c` of `a ?? b ?? c`. */
function operandsOf({ left, right }: Tree.LogicalExpression): Tree.Expression[] {
  const isMore = left.type === "LogicalExpression" && left.operator === "??";
  return isMore ? [...operandsOf(left), right] : [left, right];
}

/** What stands behind each `case`, where that is a word or `undefined`, and some is a word; undefined for others. */
function casesOf({ cases }: Tree.SwitchStatement): readonly (string | undefined)[] | undefined {
  const words: (string | undefined)[] = [];
  for (const { test } of cases) {
    if (test === null) continue;
    if (!isWord(test) && !(test.type === "Identifier" && test.name === "undefined")) return undefined;
    words.push(isWord(test) ? test.value : undefined);
  }
  return words.some((word) => word !== undefined) ? words : undefined;
}
