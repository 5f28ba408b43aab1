// How loose an operator may be where an expression stands, before brackets have to go around it.
import type { Room } from "../model/body.js";
import type { Tree } from "./tree.js";

/** The rooms of expressions whose parents were seen. */
export class Rooms {
  private readonly rooms = new WeakMap<Tree.Node, Room>();

  /** The room of an expression. */
  of(node: Tree.Node): Room {
    return this.rooms.get(node) ?? "none";
  }

  /** Gives an expression its room. */
  give(node: Tree.Node | null | undefined, room: Room): void {
    if (node !== null && node !== undefined) this.rooms.set(node, room);
  }

  /** Gives the expressions in a node their rooms. */
  inside(node: Tree.Node): void {
    switch (node.type) {
      case "ChainExpression":
        return this.give(node.expression, this.of(node));
      case "ConditionalExpression":
        this.give(node.test, "or");
        this.give(node.consequent, "or");
        return this.give(node.alternate, "choice");
      case "LogicalExpression":
        if (node.operator === "??") return;
        this.give(node.left, node.operator === "&&" ? "and" : "equality");
        return this.give(node.right, node.operator === "&&" ? "and" : "equality");
      case "IfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForStatement":
        return this.give(node.test, "choice");
      case "SwitchStatement":
        return this.give(node.discriminant, "choice");
      case "VariableDeclarator":
        return this.give(node.init, "choice");
      case "AssignmentExpression":
      case "AssignmentPattern":
        return this.give(node.right, "choice");
      case "CallExpression":
      case "NewExpression":
        return this.giveAll(node.arguments);
      case "ArrayExpression":
        return this.giveAll(node.elements);
      case "TemplateLiteral":
      case "SequenceExpression":
        return this.giveAll(node.expressions);
      case "MemberExpression":
        return node.computed ? this.give(node.property, "choice") : undefined;
      case "Property":
        return this.give(node.value, "choice");
      case "ReturnStatement":
      case "ThrowStatement":
      case "SpreadElement":
        return this.give(node.argument, "choice");
      case "ParenthesizedExpression":
        return this.give(node.expression, "choice");
      default:
    }
  }

  private giveAll(nodes: readonly (Tree.Node | null)[]): void {
    for (const node of nodes) this.give(node, "choice");
  }
}
