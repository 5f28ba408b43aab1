// What a walk through a body keeps: the names that it declares, and what is cut out of it.
import type { PartPiece, PartUse, Step } from "../model/body.js";
import { namesOf } from "./body-patterns.js";
import { local, type Meaning, type PartMeaning, type Scope } from "./body-scope.js";
import { Cuts } from "./body-text.js";
import { placeOf, type Parsing, type Stretch } from "./parsing.js";
import type { Tree } from "./tree.js";

/** What all parts of a walk share. */
export abstract class BodyWalk {
  protected readonly parsing: Parsing;
  /** Every name that the body declares. */
  protected readonly names = new Set<string>();
  /** Names of its own that the body assigns to. */
  protected readonly assigned = new Set<string>();
  protected readonly cuts: Cuts;

  constructor(parsing: Parsing) {
    this.parsing = parsing;
    this.cuts = new Cuts(parsing.text);
  }

  /** A part of a parameter, as it is used at a stretch of the text. */
  protected partPiece(
    { parameter, steps, name, constant }: PartMeaning,
    added: readonly Step[],
    node: Stretch,
    use: PartUse,
    { inner }: Scope,
    shorthand: boolean,
  ): PartPiece {
    return {
      kind: "part",
      name,
      parameter,
      steps: [...steps, ...added],
      place: placeOf(this.parsing, node),
      inner,
      use,
      sure: "",
      shorthand,
      alias: constant ? { name, length: steps.length } : undefined,
    };
  }

  /** Names that a block knows from its first line on. */
  protected declareAll(statements: readonly Tree.Node[], scope: Scope): void {
    for (const statement of statements) {
      if (statement.type === "FunctionDeclaration" && statement.id !== null) {
        this.declare(statement.id.name, local, scope);
      } else if (statement.type === "VariableDeclaration") {
        for (const { id } of statement.declarations) this.declareNames(id, scope);
      }
    }
  }

  /** The names of a pattern, as the body's own. */
  protected declareNames(target: Tree.Node, scope: Scope): void {
    for (const name of namesOf(target)) this.declare(name, local, scope);
  }

  /** A name, and what it means. */
  protected declare(name: string, meaning: Meaning, scope: Scope): void {
    this.names.add(name);
    scope.names.set(name, meaning);
  }
}
