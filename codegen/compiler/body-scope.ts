// What names mean inside of a body.
import type { IndexRange, Need, Step } from "../model/body.js";
import { Facts } from "./body-facts.js";
import { memberName, type Tree } from "./tree.js";

/** What a name of the body stands for. */
export type Meaning =
  /** Something of the body's own; `needs` says what it takes for it never to be `undefined`, if anybody knows. */
  | {
      readonly kind: "local";
      readonly needs: readonly Need[] | undefined;
      /** It is declared without a value. */
      readonly unset?: true;
      /** Finds what it is known to be, as an index: hardly any is one. */
      readonly range?: () => IndexRange | undefined;
    }
  | {
      readonly kind: "part";
      /** The parameter, or the constant that stands for a part of one. */
      readonly name: string;
      readonly parameter: number;
      readonly steps: readonly Step[];
      /** It is a constant of the body, not the parameter itself. */
      readonly constant: boolean;
    };

/** Something of the body's own. */
export const local: Meaning = { kind: "local", needs: undefined };

/** A variable of the body that gets its value later. */
export const unset: Meaning = { ...local, unset: true };

/** A block of the body. */
export interface Scope {
  readonly names: Map<string, Meaning>;
  readonly outer: Scope | undefined;
  /** In a function inside of the body. */
  readonly inner: boolean;
  /** In a loop or a `switch`. */
  readonly nested: boolean;
  /** The first row of the loop over rows that `break` would leave. */
  readonly rows: number | undefined;
  /** Loops over rows with a name, by their first rows. */
  readonly labels: ReadonlyMap<string, number>;
  readonly facts: Facts;
}

const noLabels: Scope["labels"] = new Map();

/** Around all that is converted; `inner` when that is a function of its own. */
export function outermost(inner: boolean): Scope {
  return {
    names: new Map(),
    outer: undefined,
    inner,
    nested: false,
    rows: undefined,
    labels: noLabels,
    facts: new Facts(undefined),
  };
}

/** A block inside of another. */
export function opened(outer: Scope): Scope {
  return inside(outer, new Facts(outer.facts));
}

/** The same block where some parts are known not to be `undefined`, and where what is found out does not count behind it. */
export function within({ names, outer, inner, nested, rows, labels, facts }: Scope, known?: readonly string[]): Scope {
  return { names, outer, inner, nested, rows, labels, facts: new Facts(facts, known) };
}

/** A block inside of another that may be entered again: what was known when it was entered first does not count. */
export function openedAgain(outer: Scope): Scope {
  return inside(outer, new Facts(outer.facts, undefined, true));
}

function inside(outer: Scope, facts: Facts): Scope {
  const { inner, nested, rows, labels } = outer;
  return { names: new Map(), outer, inner, nested, rows, labels, facts };
}

/** What a name means; undefined when the body does not declare it. */
export function lookup(scope: Scope, name: string): Meaning | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const meaning = at.names.get(name);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** A name that stands for a parameter or a part of one. */
export type PartMeaning = Meaning & { readonly kind: "part" };

/** What an expression is a part of, with the steps that follow the name at its start. */
export type FoundPart = PartMeaning & { readonly added: readonly Step[] };

/** Finds what an expression is a part of; undefined when it is none, or when a step is not known before it runs. */
export function partOf(text: string, node: Tree.Node, scope: Scope): FoundPart | undefined {
  const root = rootOf(node);
  const meaning = root.type === "Identifier" ? lookup(scope, root.name) : undefined;
  if (meaning?.kind !== "part") return undefined;
  const added = stepsOf(text, node);
  if (added === undefined) return undefined;
  const { kind, name, parameter, steps, constant } = meaning;
  return { kind, name, parameter, steps, constant, added };
}

/** What stands at the start of a chain of members. */
function rootOf(node: Tree.Node): Tree.Node {
  let at = node;
  while (true) {
    if (at.type === "MemberExpression") at = at.object;
    else if (isAround(at)) at = at.expression;
    else return at;
  }
}

/** The steps that a chain takes; undefined when one is not known before it runs. */
function stepsOf(text: string, node: Tree.Node): readonly Step[] | undefined {
  if (node.type !== "MemberExpression") return isAround(node) ? stepsOf(text, node.expression) : noSteps;
  const name = stepName(node);
  const before = name === undefined ? undefined : stepsOf(text, node.object);
  if (name === undefined || before === undefined) return undefined;
  const step = { name, text: text.slice(withoutSure(node.object).end, node.end), optional: node.optional };
  // Arrays that grow take room for more than they will ever hold, and nearly all of these are short and kept.
  return before.length === 0 ? [step] : [...before, step];
}

const noSteps: readonly Step[] = [];

/** `!` and brackets, inside of which the same part stands; an optional chain ends at its brackets. */
function isAround(node: Tree.Node): node is Tree.TSNonNullExpression | Tree.ParenthesizedExpression {
  if (node.type === "ParenthesizedExpression") return node.expression.type !== "ChainExpression";
  return node.type === "TSNonNullExpression";
}

/** `!` belongs to the step behind it. */
function withoutSure(node: Tree.Node): Tree.Node {
  return node.type === "TSNonNullExpression" ? withoutSure(node.expression) : node;
}

/** The name of a member, or the number of an element. */
function stepName(node: Tree.MemberExpression): string | undefined {
  const name = memberName(node);
  if (name !== undefined || !node.computed) return name;
  const { property } = node;
  return property.type === "Literal" && typeof property.value === "number" ? String(property.value) : undefined;
}

/** An expression without the frame of an optional chain. */
export function unchained(node: Tree.Node): Tree.Node {
  return node.type === "ChainExpression" ? node.expression : node;
}

/** Names a part among the facts that are known. */
export function keyOf({ parameter, steps, added }: Pick<FoundPart, "parameter" | "steps" | "added">): string {
  return added.reduce(withStep, steps.reduce(withStep, String(parameter)));
}

function withStep(key: string, { name }: Step): string {
  return `${key}.${name}`;
}
