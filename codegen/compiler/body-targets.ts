// Declarations and targets of assignments, in a walk through a body.
import type { AliasPiece, BodyText, ElementPiece, MemberValue, Part, PatternPiece } from "../model/body.js";
import { commentsBetween, commentsIn } from "./body-comments.js";
import { rangeOf } from "./body-elements.js";
import { isHarmless } from "./body-facts.js";
import { Stopped } from "./body-obstacle.js";
import { patternNames } from "./body-patterns.js";
import { local, lookup, partOf, unchained, type FoundPart, type Meaning, type Scope } from "./body-scope.js";
import { BodyWalk } from "./body-walk.js";
import { bindingName, type Tree } from "./tree.js";

/** Whether an expression needs brackets before a `?`. */
export function isLoose({ type }: Tree.Node): boolean {
  return /^(?:(?:Conditional|Assignment|ArrowFunction|TSAs|TSSatisfies)Expression)$/.test(type);
}

/** What all walks do with names that are declared and with what is assigned to. */
export abstract class BodyTargets extends BodyWalk {
  /** Goes on inside of a node. */
  protected abstract visit(node: Tree.Node, scope: Scope): void;

  /** The left of an assignment, or a pattern. */
  protected target(node: Tree.Node, use: "write" | "update", scope: Scope): void {
    switch (node.type) {
      case "Identifier": {
        const meaning = lookup(scope, node.name);
        if (meaning?.kind === "part") throw new Stopped("reassigned", node, node.name);
        if (meaning === undefined) throw new Stopped("foreign", node, node.name);
        this.assigned.add(node.name);
        return;
      }
      case "MemberExpression":
      case "TSNonNullExpression": {
        const part = partOf(this.parsing.text, node, scope);
        const inner = node.type === "TSNonNullExpression" ? node.expression : node;
        if (part === undefined && !this.element(inner, use, scope)) this.visit(node, scope);
        else if (part !== undefined) this.cuts.cut(node, this.partPiece(part, part.added, node, use, scope, false));
        return this.written(node, scope);
      }
      case "ArrayPattern":
        for (const element of node.elements) if (element !== null) this.target(element, use, scope);
        return;
      case "ObjectPattern":
        for (const property of node.properties) {
          if (property.type === "RestElement") this.target(property.argument, use, scope);
          else {
            if (property.computed) this.visit(property.key, scope);
            this.target(property.value, use, scope);
          }
        }
        return;
      case "AssignmentPattern":
        this.target(node.left, use, scope);
        return this.visit(node.right, scope);
      case "ParenthesizedExpression":
        return this.target(node.expression, use, scope);
      case "RestElement":
        return this.target(node.argument, use, scope);
      default:
        return this.visit(node, scope);
    }
  }

  /** An assignment inside of an expression. */
  protected passing(node: Tree.AssignmentExpression | Tree.UpdateExpression, scope: Scope): void {
    const target = node.type === "AssignmentExpression" ? node.left : node.argument;
    const use = node.operator === "=" ? "write" : "update";
    const part = target.type === "Identifier" ? undefined : partOf(this.parsing.text, target, scope);
    const right = node.type === "AssignmentExpression" ? [node.right] : [];
    if (part === undefined || /^(?:\?\?|&&|\|\|)=$/.test(node.operator)) {
      this.target(target, use, scope);
      for (const value of right) this.visit(value, scope);
      return this.written(target, scope);
    }
    const piece = this.partPiece(part, part.added, target, use, scope, false);
    const text = this.cuts.collect(node, () => {
      this.cuts.cut(target, piece);
      this.written(target, scope);
      for (const value of right) this.visit(value, scope);
    });
    this.written(target, scope);
    const isPart = (inner: Tree.Node): boolean => partOf(this.parsing.text, inner, scope) !== undefined;
    const calm = right.every((value) => isHarmless(this.parsing.keys, value, isPart));
    const step = node.type === "UpdateExpression";
    this.cuts.cut(node, { kind: "passing", target: piece, text, step, calm, held: this.rooms.isHeld(node) });
  }

  /** `part[index]`; false when it is something else. */
  protected element(node: Tree.Node, use: ElementPiece["use"], scope: Scope): boolean {
    if (node.type !== "MemberExpression" || !node.computed || node.optional) return false;
    const { object, property } = node;
    const part = partOf(this.parsing.text, object, scope);
    if (part === undefined) return false;
    const before = this.cuts.collect(object, () => this.visit(object, scope));
    this.rooms.give(property, "choice");
    const index = this.cuts.collect(property, () => this.visit(property, scope));
    const between = this.cuts.slice(object.end, property.start);
    const text = [...before, between, ...index, this.cuts.slice(property.end, node.end)];
    const of = this.partPiece(part, part.added, object, "read", scope, false);
    this.cuts.cut(node, { kind: "element", of, index, use, range: rangeOf(property, scope), text });
    return true;
  }

  /** The properties of an object that is written as nothing but values; undefined for others. */
  protected membersOf(node: Tree.Node, scope: Scope): readonly MemberValue[] | undefined {
    if (node.type !== "ObjectExpression") return undefined;
    const members: MemberValue[] = [];
    const comments = this.commentsAround(node);
    for (const [index, property] of node.properties.entries()) {
      if (property.type !== "Property" || property.computed || property.method || property.kind !== "init")
        return undefined;
      if (property.key.type !== "Identifier") return undefined;
      const { key, value } = property;
      if (/^(?:ArrowFunction|Function|Class|Object|Array)Expression$/.test(value.type) || key.name === "__proto__")
        return undefined;
      this.rooms.give(value, "choice");
      const text = this.cuts.collect(value, () => this.visit(value, scope));
      const { above = [], beside = [] } = comments[index] ?? {};
      const needs = this.needs(value, scope);
      members.push({ name: key.name, above, beside, value: text, loose: isLoose(value), needs });
    }
    return members;
  }

  /** The comments of an object, by its properties. */
  private commentsAround({ start, end, properties }: Tree.ObjectExpression): Pick<MemberValue, "above" | "beside">[] {
    const valueStart = (property: Tree.Node): number =>
      property.type === "Property" ? property.value.start : property.start;
    const gaps = properties.map((property, index) =>
      commentsBetween(this.parsing, this.cuts, properties[index - 1]?.end ?? start, valueStart(property)),
    );
    const last = commentsIn(this.parsing, this.cuts, { start: properties.at(-1)?.end ?? start, end });
    return gaps.map(({ beside, others }, index) => ({
      above: index === 0 ? [...beside, ...others] : others,
      beside: gaps[index + 1]?.beside ?? last,
    }));
  }

  protected variables(node: Tree.VariableDeclaration, scope: Scope): void {
    const [declarator] = node.declarations;
    const { kind } = node;
    if (node.declarations.length === 1 && declarator !== undefined && (kind === "const" || kind === "let")) {
      if (declarator.init !== null && !declarator.id.typeAnnotation) {
        const part = partOf(this.parsing.text, unchained(declarator.init), scope);
        if (part !== undefined && this.partDeclared(node, kind, declarator.id, declarator.init, part, scope)) return;
      }
    }
    this.plainVariables(node, scope);
  }

  protected plainVariables(node: Tree.VariableDeclaration, scope: Scope): void {
    if (node.kind === "var") throw new Stopped("var", node);
    if (node.kind !== "const" && node.kind !== "let") throw new Stopped("using", node, node.kind);
    for (const declarator of node.declarations) {
      const { id, init } = declarator;
      this.rooms.inside(declarator);
      if (init !== null) this.visit(init, scope);
      this.bindings(id, scope);
      if (id.type === "Identifier" && init !== null && !id.typeAnnotation) {
        const range = node.kind === "const" ? rangeOf(init, scope) : undefined;
        scope.names.set(id.name, { kind: "local", needs: this.needs(init, scope), range: () => range });
      }
    }
  }

  /** Types, defaults and computed keys of a pattern. */
  private bindings(target: Tree.Node, scope: Scope): void {
    if ("typeAnnotation" in target && target.typeAnnotation) this.visit(target.typeAnnotation, scope);
    if (target.type === "Identifier") return;
    if (target.type === "AssignmentPattern") {
      this.bindings(target.left, scope);
      return this.visit(target.right, scope);
    }
    if (target.type === "RestElement") return this.bindings(target.argument, scope);
    if (target.type === "ArrayPattern") {
      for (const element of target.elements) if (element !== null) this.bindings(element, scope);
    } else if (target.type === "ObjectPattern") {
      for (const property of target.properties) {
        if (property.type === "RestElement") this.bindings(property.argument, scope);
        else {
          if (property.computed) this.visit(property.key, scope);
          this.bindings(property.value, scope);
        }
      }
    }
  }

  /** `const spin = body.spin;` and `const { x, y } = position;`. */
  private partDeclared(
    node: Tree.VariableDeclaration,
    keyword: "const" | "let",
    target: Tree.BindingPattern,
    init: Tree.Expression,
    found: FoundPart,
    scope: Scope,
  ): boolean {
    this.rooms.give(init, "choice");
    const whole = this.partPiece(found, found.added, init, "read", scope, false);
    const text: BodyText = [this.cuts.slice(node.start, init.start), whole, this.cuts.slice(init.end, node.end)];
    const { parameter, steps, place, inner } = whole;
    const part: Part = { parameter, steps, place, inner };
    const name = bindingName(target);
    if (name !== undefined) {
      this.requireUnused(name, scope, node);
      const needs = [{ kind: "part", part: whole } as const];
      const held = { kind: "part", name, parameter, steps, constant: true } as const;
      this.declare(name, keyword === "const" ? held : { kind: "local", needs }, scope);
      const piece: AliasPiece = { kind: "alias", keyword, name, part: whole, text };
      this.cuts.cut(node, piece);
      return true;
    }
    const names = target.type === "ObjectPattern" ? patternNames(target, []) : undefined;
    if (names === undefined) return false;
    for (const each of names) {
      this.requireUnused(each.name, scope, node);
      const to = [...steps, ...each.steps];
      const of: Meaning = { kind: "part", name: each.name, parameter, steps: to, constant: true };
      this.declare(each.name, keyword === "const" ? of : local, scope);
    }
    const piece: PatternPiece = { kind: "pattern", keyword, part, names, text };
    this.cuts.cut(node, piece);
    return true;
  }
}
