// How loose an operator may be where an expression stands, before brackets have to go around it.
import type { Room } from "../model/body.js";
import type { Tree } from "./tree.js";

/** The rooms of expressions whose parents were seen. */
export class Rooms {
  private readonly rooms = new Map<Tree.Node, Room>();
  private readonly truths = new Set<Tree.Node>();
  private readonly held = new Set<Tree.Node>();

  /** The room of an expression. */
  of(node: Tree.Node): Room {
    return this.rooms.get(node) ?? "none";
  }

  /** Whether all that matters of an expression is whether it is true. */
  isTruth(node: Tree.Node): boolean {
    return this.truths.has(node);
  }

  /** Whether an expression stands in brackets of its own. */
  isHeld(node: Tree.Node): boolean {
    return this.held.has(node);
  }

  private giveTruth(node: Tree.Node | null): void {
    if (node !== null) this.truths.add(node);
  }

  /** Gives an expression its room. */
  give(node: Tree.Node | null | undefined, room: Room): void {
    if (node !== null && node !== undefined) this.rooms.set(node, room);
  }

  /** Gives the expressions in a node their rooms. What bodies have most stands first. */
  inside(node: Tree.Node): void {
    switch (node.type) {
      case "MemberExpression":
        return node.computed ? this.give(node.property, "choice") : undefined;
      case "ExpressionStatement":
      case "BinaryExpression":
        return;
      case "AssignmentExpression":
      case "AssignmentPattern":
        return this.give(node.right, "choice");
      case "CallExpression":
      case "NewExpression":
        return this.giveAll(node.arguments);
      case "ChainExpression":
        if (this.isTruth(node)) this.giveTruth(node.expression);
        return this.give(node.expression, this.of(node));
      case "ConditionalExpression":
        this.giveTruth(node.test);
        this.give(node.test, "or");
        this.give(node.consequent, "or");
        return this.give(node.alternate, "choice");
      case "UnaryExpression":
        if (node.operator === "!") this.giveTruth(node.argument);
        return;
      case "LogicalExpression":
        if (node.operator === "??") return;
        if (this.isTruth(node)) {
          this.giveTruth(node.left);
          this.giveTruth(node.right);
        }
        this.give(node.left, node.operator === "&&" ? "and" : "alternative");
        return this.give(node.right, node.operator === "&&" ? "and" : "alternative");
      case "IfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForStatement":
        this.giveTruth(node.test);
        return this.give(node.test, "choice");
      case "SwitchStatement":
        return this.give(node.discriminant, "choice");
      case "VariableDeclarator":
        return this.give(node.init, "choice");
      case "ArrayExpression":
        return this.giveAll(node.elements);
      case "TemplateLiteral":
      case "SequenceExpression":
        return this.giveAll(node.expressions);
      case "Property":
        return this.give(node.value, "choice");
      case "ReturnStatement":
      case "ThrowStatement":
      case "SpreadElement":
        return this.give(node.argument, "choice");
      case "ParenthesizedExpression":
        this.held.add(node.expression);
        if (this.isTruth(node)) this.giveTruth(node.expression);
        return this.give(node.expression, "choice");
      default:
    }
  }

  private giveAll(nodes: readonly (Tree.Node | null)[]): void {
    nodes.forEach((node) => this.give(node, "choice"));
  }
}
