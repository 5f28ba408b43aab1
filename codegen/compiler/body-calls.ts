// Calls, in a walk through a body: what they are given may be parts of parameters that are handed on whole.
import type { BodyPiece, GivenPiece, NamePiece } from "../model/body.js";
import { commentsIn } from "./body-comments.js";
import { isMath } from "./body-facts.js";
import { lookup, partOf, type Scope } from "./body-scope.js";
import { BodyTypes } from "./body-types.js";
import type { Tree } from "./tree.js";

type MemberOfName = Tree.MemberExpression & {
  readonly object: Tree.IdentifierReference;
  readonly property: Tree.IdentifierName;
};

/** What all walks do with calls. */
export abstract class BodyCalls extends BodyTypes {
  /** What is called as a method knows what it is a member of. */
  protected call(node: Tree.CallExpression, scope: Scope): void {
    const callee = this.handsParts(node, scope) ? this.outsideName(node.callee, scope) : undefined;
    if (callee === undefined) this.plainCall(node, scope);
    else this.handed(node, callee, scope);
    if (isMath(node)) return;
    this.stirs++;
    scope.facts.forget();
  }

  private plainCall(node: Tree.CallExpression, scope: Scope): void {
    const part = partOf(this.parsing.text, node.callee, scope);
    if (part === undefined || part.added.length === 0) this.visit(node.callee, scope);
    else this.cuts.cut(node.callee, this.partPiece(part, part.added, node.callee, "call", scope, false));
    node.typeArguments?.params.forEach((type) => this.visit(type, scope));
    node.arguments.forEach((argument) => this.visit(argument, scope));
  }

  /** Whether some argument is a part, and each stands for one parameter. */
  private handsParts(node: Tree.CallExpression, scope: Scope): boolean {
    const { optional, typeArguments, arguments: given } = node;
    if (optional || typeArguments || isMath(node) || given.some(({ type }) => type === "SpreadElement")) return false;
    return given.some((argument) => partOf(this.parsing.text, argument, scope) !== undefined);
  }

  /** `distance`, `vectors.distance`: what the body does not declare. */
  private outsideName(callee: Tree.Node, scope: Scope): NamePiece | undefined {
    if (callee.type === "Identifier") {
      const isOutside = callee.name !== "arguments" && lookup(scope, callee.name) === undefined;
      return isOutside ? this.namePiece(callee, callee.name) : undefined;
    }
    if (callee.type !== "MemberExpression" || !this.isMemberOfName(callee, scope)) return undefined;
    return this.namePiece(callee, callee.object.name, { member: callee.property.name });
  }

  private handed(node: Tree.CallExpression, callee: NamePiece, scope: Scope): void {
    const text: BodyPiece[] = [callee];
    const given: GivenPiece[] = [];
    let end = node.callee.end;
    const last = node.arguments.at(-1);
    for (const argument of node.arguments) {
      const behind = argument === last ? [{ start: argument.end, end: node.end }] : [];
      const comments = commentsIn(this.parsing, this.cuts, { start: end, end: argument.start }, ...behind);
      const piece = { comments, ...this.given(argument, scope) };
      given.push(piece);
      text.push(this.cuts.slice(end, argument.start), ...piece.text);
      end = argument.end;
    }
    text.push(this.cuts.slice(end, node.end));
    this.cuts.cut(node, { kind: "call", callee, given, text });
  }

  private given(argument: Tree.Argument, scope: Scope): Omit<GivenPiece, "comments"> {
    const before = this.stirs;
    const text = this.cuts.collect(argument, () => this.visit(argument, scope));
    const [only, ...more] = text;
    const isPart = more.length === 0 && typeof only === "object" && only.kind === "part";
    return { text, part: isPart ? only : undefined, stirs: this.stirs - before };
  }

  /** `numbers.half`, of a name that the body does not declare. */
  protected isMemberOfName(node: Tree.MemberExpression, scope: Scope): node is MemberOfName {
    const { object, property } = node;
    if (node.computed || object.type !== "Identifier" || property.type !== "Identifier") return false;
    const isPlain = /^\s*\.\s*$/.test(this.parsing.text.slice(object.end, property.start));
    return isPlain && object.name !== "arguments" && lookup(scope, object.name) === undefined;
  }
}
