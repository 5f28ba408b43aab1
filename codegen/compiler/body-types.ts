// Types that a body names, and other names of its file.
import type { NamePiece } from "../model/body.js";
import { Stopped } from "./body-obstacle.js";
import { lookup, type Scope } from "./body-scope.js";
import { BodyTests } from "./body-tests.js";
import { placeOf } from "./parsing.js";
import { forEachChild, type Tree } from "./tree.js";

/** What all walks do with types. */
export abstract class BodyTypes extends BodyTests {
  /** Types of the project are imported; those that every program has need nothing. */
  protected typed(node: Tree.Node, scope: Scope): void {
    switch (node.type) {
      case "TSTypeReference":
        this.typeName(node.typeName);
        return node.typeArguments?.params.forEach((type) => this.typed(type, scope));
      case "TSPropertySignature":
        if (node.computed) throw new Stopped("typeComputed", node);
        return node.typeAnnotation ? this.visit(node.typeAnnotation, scope) : undefined;
      case "TSInterfaceHeritage":
        if (node.expression.type !== "Identifier") throw new Stopped("typeOfNamespace", node);
        this.typeName(node.expression);
        return node.typeArguments ? this.visit(node.typeArguments, scope) : undefined;
      case "TSImportType":
        throw new Stopped("typeOfNamespace", node);
      case "TSTypeQuery":
        return this.typeOf(node, scope);
      case "TSTypeAliasDeclaration":
      case "TSInterfaceDeclaration":
      case "TSEnumDeclaration":
        throw new Stopped("typeDeclared", node);
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
      case "TSNonNullExpression":
        return this.visitChildren(node, scope);
      default:
        // Other names in types are those of parameters and of parts of tuples.
        forEachChild(this.parsing.keys, node, (child) => {
          if (child.type !== "Identifier" && child.type !== "RestElement") this.visit(child, scope);
          else if ("typeAnnotation" in child && child.typeAnnotation) this.visit(child.typeAnnotation, scope);
        });
    }
  }

  /** `typeof speeds`, of a constant of the file. */
  private typeOf({ exprName, typeArguments, ...node }: Tree.TSTypeQuery, scope: Scope): void {
    if (exprName.type !== "Identifier" || typeArguments || lookup(scope, exprName.name) !== undefined)
      throw new Stopped("typeAsked", node);
    this.cuts.cut(exprName, this.namePiece(exprName, exprName.name));
  }

  private typeName(node: Tree.TSTypeName): void {
    if (node.type === "Identifier") return this.cuts.cut(node, this.namePiece(node, node.name, { type: true }));
    if (node.type !== "TSQualifiedName" || node.left.type !== "Identifier") throw new Stopped("typeOfNamespace", node);
    this.cuts.cut(node, this.namePiece(node, node.left.name, { member: node.right.name, type: true }));
  }

  protected namePiece(node: Tree.Node, name: string, more: Partial<NamePiece> = {}): NamePiece {
    const { member, shorthand = false, type = false } = more;
    return { kind: "name", name, member, place: placeOf(this.parsing, node), shorthand, type };
  }
}
