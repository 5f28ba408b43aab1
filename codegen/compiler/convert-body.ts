// Cuts the body of a function where it names its parameters, their parts, and what its file knows. Whatever cannot be told
// from syntax alone, or would not mean the same inside of a loop, is an obstacle.
import type { Body, BodyPiece, BodyText, Part, PartPiece, PartUse, PatternPiece } from "../model/body.js";
import { commentsIn } from "./body-comments.js";
import { BodyLoops } from "./body-loops.js";
import { assigns } from "./body-elements.js";
import { headOf, nothingAround, type Initials } from "./body-head.js";
import {
  keyOf,
  local,
  lookup,
  opened,
  openedAgain,
  outermost,
  partOf,
  type Meaning,
  type Scope,
} from "./body-scope.js";
import { patternNames } from "./body-patterns.js";
import { obstacle, type Obstacle } from "../model/obstacles.js";
import { requireOneLine, Stopped } from "./body-obstacle.js";
import { insideOf, trimmed } from "./body-text.js";
import { rowLoopOf } from "./body-rows.js";
import { isLoose } from "./body-targets.js";
import { placeOf, type Parsing, type Stretch } from "./parsing.js";
import { bindingName, forEachChild, parameterParts, type Tree } from "./tree.js";

/** The body of a function, ready to be printed elsewhere, or why it cannot be. */
export function convertBody(parsing: Parsing, node: Tree.Function | Tree.ArrowFunctionExpression): Body {
  return converted(parsing, () => new BodyConverter(parsing).convert(node));
}

/**
 * A declaration as it stands, ready to be printed elsewhere, or why it cannot be; `values` are what it declares and its types, which
 * call `names` what they are themselves.
 */
export function convertWhole(
  parsing: Parsing,
  stretch: Stretch,
  values: readonly Tree.Node[],
  names: readonly string[] = [],
): Body {
  return converted(parsing, () => new BodyConverter(parsing).whole(stretch, values, names));
}

function converted(parsing: Parsing, convert: () => Body): Body {
  const made = orObstacle(parsing, convert);
  return "why" in made ? { kind: "obstacle", obstacle: made } : made;
}

/** What a walk gives, or what stopped it. */
function orObstacle<Result>(parsing: Parsing, walk: () => Result): Result | Obstacle {
  try {
    return walk();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const { kind, name } = error.obstacle;
    return obstacle(kind, placeOf(parsing, error.obstacle), name === undefined ? {} : { name });
  }
}

class BodyConverter extends BodyLoops {
  convert(node: Tree.Function | Tree.ArrowFunctionExpression): Body {
    const { body } = node;
    if (body === null) throw new Stopped("syntax", node, "declare");
    if (node.async || node.generator) throw new Stopped("waiting", node);
    const scope = outermost(false);
    this.roots = node.params.length;
    const initials: Initials = new Map();
    const patterns = node.params.map((parameter, index) => this.parameter(parameter, index, scope, body, initials));
    const text =
      body.type === "BlockStatement"
        ? this.outdented(body, scope)
        : [...this.cuts.collect(body, () => this.visit(body, scope)), ";"];
    const start: BodyPiece[] = [];
    for (const pattern of patterns) if (pattern !== undefined) start.push(this.unpacked(pattern), "\n");
    // What types declare counts for themselves only, so that one converter is enough for all of them.
    const types = new BodyConverter(this.parsing);
    const around = outermost(true);
    const head = headOf(this.parsing, node, { initials, stirs: this.stirs }, (type) =>
      orObstacle(this.parsing, () => types.cuts.collect(type, () => types.typed(type, around))),
    );
    return { kind: "body", text: start.length === 0 ? text : [...start, ...text], names: [...this.names], head };
  }

  private outdented(body: Tree.BlockStatement, scope: Scope): BodyText {
    const stretch = insideOf(body);
    this.cuts.outdent(stretch);
    return trimmed(this.cuts.collect(stretch, () => this.block(body.body, scope)));
  }

  whole(stretch: Stretch, values: readonly Tree.Node[], names: readonly string[]): Body {
    const scope = outermost(true);
    for (const name of names) this.declare(name, local, scope);
    const text = this.cuts.collect(stretch, () => {
      for (const value of values) this.visit(value, scope);
    });
    return { kind: "body", text, names: [...this.names], head: nothingAround };
  }

  /** A parameter by name, or taken apart, which the body does at its start then. */
  private parameter(
    node: Tree.ParamPattern,
    index: number,
    scope: Scope,
    body: Tree.Node,
    initials: Initials,
  ): PatternPiece | undefined {
    const { target, initializer, rest } = parameterParts(node);
    if (rest) throw new Stopped("rest", node);
    if (initializer !== undefined) {
      this.rooms.give(initializer, "choice");
      const text = this.cuts.collect(initializer, () => this.visit(initializer, scope));
      initials.set(index, { text, place: placeOf(this.parsing, initializer) });
    }
    const name = bindingName(target);
    if (name !== undefined) {
      scope.names.set(name, { kind: "part", name, parameter: index, steps: [], constant: false });
      return undefined;
    }
    const part: Part = { parameter: index, steps: [], place: placeOf(this.parsing, target), inner: false };
    const pattern = target.type === "ObjectPattern" ? patternNames(target, []) : undefined;
    if (pattern === undefined) throw new Stopped("pattern", target);
    for (const { name, steps } of pattern) {
      const of: Meaning = { kind: "part", name, parameter: index, steps, constant: true };
      const isChanged = assigns(this.parsing.keys, body, name);
      if (isChanged) this.assigned.add(name);
      this.declare(name, isChanged ? local : of, scope);
    }
    const end = target.typeAnnotation?.start ?? target.end;
    const written = this.parsing.text.slice(target.start, end).trimEnd();
    const whole: PartPiece = {
      kind: "part",
      name: "",
      ...part,
      use: "read",
      sure: "",
      shorthand: false,
      alias: undefined,
      room: "choice",
      known: false,
      behind: false,
    };
    return { kind: "pattern", keyword: "const", part, names: pattern, text: [` ${written} = `, whole, ";"] };
  }

  /** A parameter that is taken apart becomes a declaration. */
  private unpacked(pattern: PatternPiece): PatternPiece {
    const keyword = pattern.names.some(({ name }) => this.assigned.has(name)) ? "let" : "const";
    return { ...pattern, keyword, text: [keyword, ...pattern.text] };
  }

  protected visit(node: Tree.Node, scope: Scope): void {
    // Most of a body, which gives nothing in it any room.
    switch (node.type) {
      case "Identifier":
        return this.name(node, scope, false);
      case "Literal":
        return requireOneLine(this.parsing.text, node);
      case "MemberExpression":
        if (node.computed) this.rooms.inside(node);
        return this.member(node, node, scope);
      case "BinaryExpression":
        if (node.left.type === "PrivateIdentifier") return this.visit(node.right, scope);
        return this.binary(node, node.left, scope);
      case "ExpressionStatement":
        return this.expressionStatement(node, false, scope);
      case "TSNonNullExpression":
        return this.sure(node, scope);
      default:
        this.rooms.inside(node);
        return this.visitRoomy(node, scope);
    }
  }

  /** What gives rooms to what is in it. */
  private visitRoomy(node: Tree.Node, scope: Scope): void {
    switch (node.type) {
      case "ChainExpression":
        return this.chain(node, scope);
      case "CallExpression":
        return this.call(node, scope);
      case "AssignmentExpression":
      case "UpdateExpression":
        return this.passing(node, scope);
      case "UnaryExpression":
        return this.unary(node, scope);
      case "LogicalExpression":
        return this.logical(node, scope);
      case "ConditionalExpression":
        return this.choice(node, scope);
      case "IfStatement":
        return this.branches(node, scope);
      case "ParenthesizedExpression":
        return this.visit(node.expression, scope);
      case "VariableDeclaration":
        return this.variables(node, scope);
      case "ReturnStatement":
        return this.returned(node, false, scope);
      case "Property":
        return this.property(node, scope);
      case "TemplateLiteral":
        return this.template(node, scope);
      case "LabeledStatement":
        return this.labelled(node, scope);
      case "BreakStatement":
      case "ContinueStatement":
        return this.left(node, scope);
      default:
        return this.visitOther(node, scope);
    }
  }

  /** What opens scopes, what is an obstacle, and everything of which only the parts matter. */
  private visitOther(node: Tree.Node, scope: Scope): void {
    switch (node.type) {
      case "BlockStatement":
      case "StaticBlock":
        return this.block(node.body, opened(scope));
      case "SwitchStatement":
        return this.switched(node, scope);
      case "ForOfStatement": {
        const rows = rowLoopOf(this.parsing.text, node, scope);
        if (rows !== undefined) return this.rowLoop(node, node, rows, scope);
        return this.loop(node, this.openedLoop(node, scope));
      }
      case "ForStatement":
      case "ForInStatement":
        return this.loop(node, this.openedLoop(node, scope));
      case "WhileStatement":
      case "DoWhileStatement":
        return this.visitChildren(node, this.openedLoop(node, scope));
      case "CatchClause": {
        const inner = opened(scope);
        if (node.param !== null) this.declareNames(node.param, inner);
        return this.visit(node.body, inner);
      }
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return this.innerFunction(node, { ...openedAgain(scope), inner: true, nested: false, rows: undefined });
      case "ThisExpression":
        if (scope.inner) return;
        throw new Stopped("this", node);
      case "NewExpression":
      case "TaggedTemplateExpression":
        this.visitChildren(node, scope);
        this.stirs++;
        return scope.facts.forget();
      case "AwaitExpression":
      case "YieldExpression":
        throw new Stopped("waiting", node);
      case "ClassDeclaration":
      case "ClassExpression":
        throw new Stopped("class", node);
      case "Super":
      case "MetaProperty":
      case "ImportExpression":
      case "WithStatement":
        throw new Stopped("syntax", node, this.parsing.text.slice(node.start, node.end).replace(/\W.*$/s, ""));
      default:
        return node.type.startsWith("TS") ? this.typed(node, scope) : this.visitChildren(node, scope);
    }
  }

  protected visitChildren(node: Tree.Node, scope: Scope): void {
    forEachChild(this.parsing.keys, node, (child) => this.visit(child, scope));
  }

  protected block(statements: readonly Tree.Node[], scope: Scope): void {
    this.declareAll(statements, scope);
    statements.forEach((statement) => this.visitListed(statement, scope));
  }

  /** A statement among others, where there is room for more. */
  protected visitListed(node: Tree.Node, scope: Scope): void {
    if (node.type === "ExpressionStatement") this.expressionStatement(node, true, scope);
    else if (node.type === "ReturnStatement") this.returned(node, true, scope);
    else this.visit(node, scope);
  }

  private innerFunction(node: Tree.Function | Tree.ArrowFunctionExpression, scope: Scope): void {
    if (node.type === "FunctionExpression" && node.id !== null) this.declare(node.id.name, local, scope);
    for (const parameter of node.params) {
      const { target, initializer, rest } = parameterParts(parameter);
      this.declareNames(target, scope);
      if (initializer !== undefined) this.visit(initializer, scope);
      const type =
        target.typeAnnotation ?? (rest && "typeAnnotation" in parameter ? parameter.typeAnnotation : undefined);
      if (type) this.visit(type, scope);
    }
    if (node.returnType) this.visit(node.returnType, scope);
    if (node.body !== null) this.visit(node.body, scope);
  }

  private name(node: Tree.Node & { readonly name: string }, scope: Scope, shorthand: boolean): void {
    const { name } = node;
    if (name === "arguments") throw new Stopped("arguments", node);
    const meaning = lookup(scope, name);
    if (meaning === undefined) {
      return this.cuts.cut(node, this.namePiece(node, name, { shorthand }));
    }
    if (meaning.kind !== "part") return this.useOwn(name, scope);
    this.cuts.cut(node, this.partPiece(meaning, [], node, this.useOf(node), scope, shorthand));
  }

  private useOf(node: Tree.Node): PartUse {
    return this.rooms.isTruth(node) ? "truth" : "read";
  }

  /** `part!`: that it is there is said anew where it is printed. */
  private sure(node: Tree.TSNonNullExpression, scope: Scope): void {
    const part = partOf(this.parsing.text, node, scope);
    if (part === undefined || part.added.length === 0) return this.visit(node.expression, scope);
    this.cuts.cut(node, { ...this.partPiece(part, part.added, node, "read", scope, false), sure: "!" });
  }

  private chain(node: Tree.ChainExpression, scope: Scope): void {
    const { expression } = node;
    if (expression.type === "MemberExpression") return this.member(expression, node, scope);
    this.visit(expression, scope);
  }

  /** `a.b.c`, as a whole when it is part of a parameter. */
  private member(node: Tree.MemberExpression, whole: Stretch, scope: Scope): void {
    const part = partOf(this.parsing.text, node, scope);
    if (part !== undefined) {
      return this.cuts.cut(whole, this.partPiece(part, part.added, node, this.useOf(node), scope, false));
    }
    if (this.element(node, "read", scope)) return;
    if (this.isMemberOfName(node, scope)) {
      return this.cuts.cut(node, this.namePiece(node, node.object.name, { member: node.property.name }));
    }
    this.visit(node.object, scope);
    if (node.computed) this.visit(node.property, scope);
  }

  /** An assignment that stands alone may become several statements. */
  private expressionStatement(node: Tree.ExpressionStatement, listed: boolean, scope: Scope): void {
    const { expression } = node;
    if (expression.type === "Literal" && "directive" in node && typeof node.directive === "string") {
      throw new Stopped("directive", node);
    }
    if (expression.type === "UpdateExpression") return this.step(node, expression, listed, scope);
    if (expression.type !== "AssignmentExpression") return this.visit(expression, scope);
    const { left, right, operator } = expression;
    const part = left.type === "Identifier" ? undefined : partOf(this.parsing.text, left, scope);
    this.rooms.inside(expression);
    if (part === undefined) return this.passing(expression, scope);
    const target = this.partPiece(part, part.added, left, operator === "=" ? "write" : "update", scope, false);
    const value = this.assignedValue(right, scope);
    const needs = this.needs(operator === "=" || operator === "??=" ? right : expression, scope);
    this.written(left, scope);
    if (needs?.length === 0) scope.facts.add([keyOf(part)]);
    const loose = isLoose(right);
    const members = operator === "=" ? this.membersOf(right, scope) : undefined;
    const comments = commentsIn(
      this.parsing,
      this.cuts,
      { start: left.end, end: right.start },
      { start: right.end, end: node.end },
    );
    this.cuts.cut(node, {
      kind: "assignment",
      target,
      operator: operator.slice(0, -1),
      step: "",
      value,
      loose,
      needs,
      members,
      comments,
      listed,
    });
  }

  /** `part++;`. */
  private step(
    node: Tree.ExpressionStatement,
    { argument, operator }: Tree.UpdateExpression,
    listed: boolean,
    scope: Scope,
  ): void {
    const part = argument.type === "Identifier" ? undefined : partOf(this.parsing.text, argument, scope);
    if (part === undefined) return this.visit(node.expression, scope);
    this.stirs++;
    const target = this.partPiece(part, part.added, argument, "update", scope, false);
    this.cuts.cut(node, {
      kind: "assignment",
      target,
      operator: "",
      step: operator,
      value: [],
      loose: false,
      needs: [],
      members: undefined,
      comments: [],
      listed,
    });
  }

  private returned(node: Tree.ReturnStatement, listed: boolean, scope: Scope): void {
    const { argument } = node;
    this.rooms.inside(node);
    if (scope.inner) {
      if (argument !== null) this.visit(argument, scope);
      return;
    }
    const isNothing = argument === null || (argument.type === "Identifier" && argument.name === "undefined");
    const value = isNothing ? undefined : this.cuts.collect(argument, () => this.visit(argument, scope));
    this.cuts.cut(node, { kind: "return", nested: scope.nested, bare: argument === null, value, listed });
  }

  /** A property of an object literal; of patterns, those who know what they are see to it. */
  private property(node: Tree.Node & { readonly type: "Property" }, scope: Scope): void {
    if (node.computed) this.visit(node.key, scope);
    if (node.shorthand && node.value.type === "Identifier") return this.name(node.value, scope, true);
    this.visit(node.value, scope);
  }

  private template(node: Tree.TemplateLiteral, scope: Scope): void {
    const broken = node.quasis.find(({ value }) => value.raw.includes("\n"));
    if (broken !== undefined) throw new Stopped("template", broken);
    this.visitChildren(node, scope);
  }
}
