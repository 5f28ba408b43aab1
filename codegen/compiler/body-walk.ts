// What a walk through a body keeps: the names that it declares, and what is cut out of it.
import type { Need, PartPiece, PartUse, Step } from "../model/body.js";
import { fieldWritten } from "./body-facts.js";
import { needsOf } from "./body-needs.js";
import { namesOf } from "./body-patterns.js";
import { Rooms } from "./body-rooms.js";
import { Stopped } from "./body-obstacle.js";
import { keyOf, local, lookup, partOf, unset, type Meaning, type PartMeaning, type Scope } from "./body-scope.js";
import { Cuts } from "./body-text.js";
import { placeOf, type Parsing } from "./parsing.js";
import type { Tree } from "./tree.js";

/** What all parts of a walk share. */
export abstract class BodyWalk {
  protected readonly parsing: Parsing;
  /** Every name that the body declares. */
  protected readonly names = new Set<string>();
  /** Names of its own that the body assigns to. */
  protected readonly assigned = new Set<string>();
  /** By block, names of its own that were used as they are. */
  private readonly used = new Map<Scope["names"], Set<string>>();
  /** How often it does what may change something that is not its own. */
  protected stirs = 0;
  /** In the update of a `for`. */
  protected behind = false;
  protected readonly cuts: Cuts;
  protected readonly rooms = new Rooms();

  constructor(parsing: Parsing) {
    this.parsing = parsing;
    this.cuts = new Cuts(parsing.text);
  }

  /** A part of a parameter, as it is used at a stretch of the text. */
  protected partPiece(
    meaning: PartMeaning,
    added: readonly Step[],
    node: Tree.Node,
    use: PartUse,
    { inner, facts }: Scope,
    shorthand: boolean,
  ): PartPiece {
    const { parameter, steps, name, constant } = meaning;
    return {
      kind: "part",
      name,
      parameter,
      steps: steps.length === 0 ? added : [...steps, ...added],
      place: placeOf(this.parsing, node),
      inner,
      use,
      sure: "",
      shorthand,
      alias: constant ? { name, length: steps.length } : undefined,
      room: this.rooms.of(node),
      known: !facts.isEmpty && facts.has(keyOf({ parameter, steps, added })),
      behind: this.behind,
    };
  }

  /** Names that a block knows from its first line on. */
  protected declareAll(statements: readonly Tree.Node[], scope: Scope): void {
    statements.forEach((statement) => {
      if (statement.type === "FunctionDeclaration" && statement.id !== null) {
        this.declare(statement.id.name, local, scope);
      } else if (statement.type === "VariableDeclaration") {
        for (const { id, init } of statement.declarations) this.declareNames(id, scope, init === null ? unset : local);
      }
    });
  }

  /** The names of a pattern, as the body's own. */
  protected declareNames(target: Tree.Node, scope: Scope, meaning = local): void {
    if (target.type === "Identifier") this.declare(target.name, meaning, scope);
    else for (const name of namesOf(target)) this.declare(name, meaning, scope);
  }

  /** A name, and what it means. */
  protected declare(name: string, meaning: Meaning, scope: Scope): void {
    this.names.add(name);
    scope.names.set(name, meaning);
  }

  /** A name of the body's own is used. */
  protected useOwn(name: string, scope: Scope): void {
    let home: Scope | undefined = scope;
    while (home !== undefined && !home.names.has(name)) home = home.outer;
    if (home === undefined) return;
    const known = this.used.get(home.names);
    if (known === undefined) this.used.set(home.names, new Set([name]));
    else known.add(name);
  }

  /** A name that a function written above uses already cannot give way to what it stands for. */
  protected requireUnused(name: string, { names }: Scope, node: Tree.Node): void {
    if (this.used.get(names)?.has(name) === true) throw new Stopped("early", node, name);
  }

  /** What it takes for an expression never to be `undefined`, if anybody knows. */
  protected needs(node: Tree.Node, scope: Scope): readonly Need[] | undefined {
    const needs: Need[] = [];
    for (const leaf of needsOf(node) ?? [undefined]) {
      const found = leaf && this.need(leaf, scope);
      if (found === undefined) return undefined;
      needs.push(...found);
    }
    return needs;
  }

  private need(leaf: Tree.Node, scope: Scope): readonly Need[] | undefined {
    const part = partOf(this.parsing.text, leaf, scope);
    if (part !== undefined) {
      if (scope.facts.has(keyOf(part))) return [];
      return [{ kind: "part", part: this.partPiece(part, part.added, leaf, "read", scope, false) }];
    }
    if (leaf.type !== "Identifier") return undefined;
    const meaning = lookup(scope, leaf.name);
    if (meaning === undefined) return [{ kind: "name", name: leaf.name }];
    return meaning.kind === "local" ? meaning.needs : undefined;
  }

  /** An assignment to a member changes what is known of fields by that name. */
  protected written(target: Tree.Node, { facts }: Scope): void {
    if (target.type === "Identifier") return;
    this.stirs++;
    const field = fieldWritten(target);
    if (field === undefined) facts.forget();
    else facts.drop(field);
  }
}
