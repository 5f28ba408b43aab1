// Loops and what leaves them, in a walk through a body. Those over rows of a parameter may become loops over columns.
import type { Part, RowBinding, RowsPiece } from "../model/body.js";
import { BodyCalls } from "./body-calls.js";
import { counterOf } from "./body-elements.js";
import { isCalm } from "./body-facts.js";
import { rowLoopOf, type RowLoop } from "./body-rows.js";
import { opened, openedAgain, partOf, type Scope } from "./body-scope.js";
import { insideOf } from "./body-text.js";
import type { Tree } from "./tree.js";

/** What all walks do with loops. */
export abstract class BodyLoops extends BodyCalls {
  /** How many parameters there are, and rows of them. */
  protected roots = 0;

  /** Goes through the statements of a block. */
  protected abstract block(statements: readonly Tree.Node[], scope: Scope): void;

  protected loop(node: Tree.ForStatement | Tree.ForInStatement | Tree.ForOfStatement, scope: Scope): void {
    const head = node.type === "ForStatement" ? node.init : node.left;
    if (head?.type === "VariableDeclaration") this.declareAll([head], scope);
    if (head?.type === "VariableDeclaration") this.plainVariables(head, scope);
    else if (head !== null && node.type === "ForStatement") this.visit(head, scope);
    else if (head !== null) this.target(head, "write", scope);
    if (node.type === "ForStatement") {
      const counter = counterOf(this.parsing.keys, node, (part) => this.partAt(part, scope));
      if (counter !== undefined) scope.names.set(counter.name, { kind: "local", needs: [], range: counter.range });
      if (node.test !== null) this.visit(node.test, scope);
      if (node.update !== null) this.update(node.update, scope);
    } else this.visit(node.right, scope);
    this.visit(node.body, scope);
  }

  private update(node: Tree.Expression, scope: Scope): void {
    const { behind } = this;
    this.behind = true;
    this.visit(node, scope);
    this.behind = behind;
  }

  private partAt(node: Tree.Node, scope: Scope): Part | undefined {
    const part = partOf(this.parsing.text, node, scope);
    return part && this.partPiece(part, part.added, node, "read", scope, false);
  }

  /** Of a loop over rows, several may come. */
  protected left(node: Tree.BreakStatement | Tree.ContinueStatement, scope: Scope): void {
    const kind = node.type === "BreakStatement" ? "leave" : "next";
    const label = node.label?.name;
    const loop = label === undefined ? (kind === "leave" ? scope.rows : undefined) : scope.labels.get(label);
    if (loop !== undefined) this.cuts.cut(node, { kind, loop, label });
  }

  protected labelled(node: Tree.LabeledStatement, scope: Scope): void {
    const { label, body } = node;
    this.names.add(label.name);
    if (body.type !== "ForOfStatement") return this.visit(body, opened(scope));
    const rows = rowLoopOf(this.parsing.text, body, scope);
    if (rows === undefined) return this.loop(body, this.openedLoop(body, scope));
    this.rowLoop(node, body, rows, { ...scope, labels: new Map(scope.labels).set(label.name, this.roots) });
  }

  /** Rows are parameters as well, behind those of the function. */
  protected rowLoop(
    whole: Tree.LabeledStatement | Tree.ForOfStatement,
    node: Tree.ForOfStatement,
    { of, named, pairs, rows, body }: RowLoop,
    scope: Scope,
  ): void {
    const first = this.roots;
    this.roots += rows.length;
    const inner = { ...this.openedLoop(node, scope), rows: first };
    const bindings = rows.map(({ name, names }, index): RowBinding => {
      const parameter = first + index;
      if (name !== undefined) this.declare(name, { kind: "part", name, parameter, steps: [], constant: true }, inner);
      for (const each of names) {
        this.declare(each.name, { kind: "part", name: each.name, parameter, steps: each.steps, constant: true }, inner);
      }
      return { parameter, name, names };
    });
    const isBlock = body.type === "BlockStatement";
    const head = { start: whole.start, end: isBlock ? body.start + 1 : body.start };
    const isBeside = !this.parsing.text.slice(node.right.end, body.start).includes("\n");
    const walk = (): void => this.block(isBlock ? body.body : [body], opened(inner));
    const piece: RowsPiece = {
      kind: "rows",
      label: whole.type === "LabeledStatement" ? whole.label.name : undefined,
      part: this.partPiece(of, [], named, "read", scope, false),
      pairs: pairs && this.namePiece(pairs, pairs.name),
      rows: bindings,
      head: this.cuts.collect(head, () => this.visit(node.right, scope)),
      body: isBlock
        ? this.cuts.collect(insideOf(body), walk)
        : isBeside
          ? this.cuts.collectIndented(body, walk)
          : this.cuts.collect(body, walk),
      single: !isBlock,
    };
    this.cuts.cut(whole, piece);
  }

  /** What is known of parts counts in a loop if nothing in it can change them. */
  protected openedLoop(node: Tree.Node, scope: Scope): Scope {
    const keeps = scope.facts.isEmpty || isCalm(this.parsing.keys, node);
    return { ...(keeps ? opened(scope) : openedAgain(scope)), nested: true, rows: undefined };
  }
}
