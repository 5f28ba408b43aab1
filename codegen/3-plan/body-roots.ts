// What the names of a body stand for: parameters, rows of whole queries, and their members.
import type { Part, PartPiece, Step } from "../model/body.js";
import { obstacle, type ObstacleKind } from "../model/obstacles.js";
import { ColumnAccess, type Accessed, type LocatedValue } from "./column-access.js";
import type { ColumnContext, ParameterPlan } from "./column-context.js";
import { isColumn, locate, withHeld, type HeldGuard, type Located } from "./column-parts.js";
import { texts } from "./column-texts.js";
import { Kept } from "./kept.js";
import { pascal } from "./names.js";
import type { EntityRoot, QueryParameter, RowRoot } from "./row-walks.js";

/** What a name of the body stands for in the end. */
export type Root =
  | Accessed
  | QueryParameter
  | RowRoot
  | StructRoot
  | { readonly kind: "resource" | "entity" | "value" | "local"; readonly name: string };

/** A struct that a function was handed: a part of a component that has a number of its own. */
export interface StructRoot {
  readonly kind: "struct";
  readonly of: Accessed;
  readonly steps: readonly Step[];
}

/** The roots of one body. */
export class BodyRoots {
  readonly access: ColumnAccess;
  /** The locals that stand for parameters which are no components, as far as the body uses them. */
  readonly used = new Set<string>();
  /** Fields of resources that stay as they are while the loop runs, by what they are called in it. */
  readonly steady = new Map<string, string>();
  /** Whether it does something that may write where nobody sees it. */
  isOpaque = false;
  /** Locals that hold whether structs are there, by the constants that stand for these. */
  private readonly presences = new Map<string, HeldGuard>();
  private readonly context: ColumnContext;
  private readonly isSteady: boolean;
  /** Parameters by their numbers, rows, and members of rows, which have numbers below zero. */
  private readonly roots: Map<number, Root>;

  /** `isSteady`: nobody changes resources while the loop runs. */
  constructor(context: ColumnContext, isSteady: boolean) {
    this.context = context;
    this.isSteady = isSteady;
    this.access = new ColumnAccess(context.scope, context.names);
    const rootOf = (parameter: ParameterPlan): Root => {
      if (parameter.kind !== "component") return parameter;
      const { kind, term, component, handed } = parameter;
      const access = handed?.access ?? this.access;
      const of: Accessed = { kind, term, component, access, loop: undefined, outer: false };
      return handed === undefined || handed.steps.length === 0 ? of : { kind: "struct", of, steps: handed.steps };
    };
    this.roots = new Map(context.parameters.map((parameter, index) => [index, rootOf(parameter)]));
  }

  /** What a number stands for. */
  get(parameter: number): Root | undefined {
    return this.roots.get(parameter);
  }

  /** Says what the number of a row stands for. */
  set(parameter: number, root: Root): void {
    this.roots.set(parameter, root);
  }

  /** A part of a row as a part of its member, and one of a struct as one of its component. */
  rooted<P extends PartOfConstant>(part: P): P {
    const root = this.roots.get(part.parameter);
    if (root?.kind === "struct") return this.inComponent(part, root);
    return root?.kind === "row" ? this.inRow(part, root) : part;
  }

  private inComponent<P extends PartOfConstant>(part: P, { of, steps }: StructRoot): P {
    const { alias } = part;
    const longer = alias && { ...alias, length: alias.length + steps.length };
    const parameter = this.numberOf(of);
    return { ...part, parameter, steps: [...steps, ...part.steps], ...("alias" in part && { alias: longer }) };
  }

  /** The number of what is no parameter itself. */
  private numberOf(root: Accessed | EntityRoot): number {
    const known = [...this.roots].find(([, each]) => each === root)?.[0];
    const parameter = known ?? -1 - this.roots.size;
    this.roots.set(parameter, root);
    return parameter;
  }

  private inRow<P extends PartOfConstant>(part: P, row: RowRoot): P {
    const [first, ...steps] = part.steps;
    const member = first && row.members.get(first.name);
    const { place } = part;
    if (first === undefined) throw new Kept(obstacle("rowWhole", place, { name: row.name }), row.loop);
    if (member === undefined) throw new Kept(obstacle("noMember", place, { name: first.name }), row.loop);
    const parameter = this.numberOf(member);
    const { alias } = part;
    const shorter = alias === undefined || alias.length === 0 ? undefined : { ...alias, length: alias.length - 1 };
    return { ...part, parameter, steps, ...("alias" in part && { alias: shorter }) };
  }

  /** What a part belongs to. */
  rootOf(part: Part): Exclude<Root, RowRoot | StructRoot> {
    const { parameter, place } = part;
    const found = this.roots.get(parameter);
    if (found?.kind === "struct") throw this.kept("whole", found.of, this.rooted(part));
    if (found?.kind === "row") throw new Kept(obstacle("rowWhole", place, { name: found.name }), found.loop);
    if (found === undefined) throw new Kept(obstacle("surplus", place));
    return found;
  }

  /** The author's text of a part that is no column: of another parameter, or of a constant that holds a value. */
  plainText(parameter: Root, { alias, steps, sure }: PartPiece): string | undefined {
    if (alias !== undefined && this.isHeld(parameter, steps.slice(0, alias.length))) {
      return alias.name + texts(steps, alias.length) + sure;
    }
    if (parameter.kind === "component" || parameter.kind === "struct") return undefined;
    this.used.add(parameter.name);
    if (parameter.kind === "local" || parameter.kind === "query") this.isOpaque = true;
    const [first, ...rest] = steps;
    if (first === undefined || !this.isSteady || parameter.kind !== "resource")
      return parameter.name + texts(steps) + sure;
    return this.steadyField(parameter.name, first) + texts(rest) + sure;
  }

  /** Whether a constant holds what these steps lead to; it stands for the columns of a struct instead. */
  isHeld(parameter: Root, steps: readonly Step[]): boolean {
    return parameter.kind !== "component" || locateIn(parameter, steps).kind !== "whole";
  }

  /** The column, or the array of values, that a part leads to. */
  valueOf(parameter: Accessed, part: PartOfConstant): LocatedValue {
    return this.valueAt(this.located(parameter, part), parameter, part);
  }

  /** Where a part of a component is: what a constant stands for was there or not when that was declared. */
  located(parameter: Accessed, part: PartOfConstant): Located {
    const located = locateIn(parameter, part.steps);
    const { alias } = part;
    if (this.presences.size === 0 || alias === undefined) return located;
    const steps = part.steps.slice(0, alias.length);
    const held = this.presences.get(presenceKey(alias.name, { ...part, steps }));
    const whole = held && locateIn(parameter, steps);
    return held === undefined || whole?.kind !== "whole" || !isColumn(whole.present)
      ? located
      : withHeld(located, whole.present, held);
  }

  /** The local that holds whether a struct is there that a constant stands for; a constant of the same name has the same. */
  holdPresence(name: string, part: Part): HeldGuard {
    const key = presenceKey(name, part);
    const held = this.presences.get(key) ?? { held: this.context.scope.take(`has${pascal(name)}`) };
    this.presences.set(key, held);
    return held;
  }

  /** The same of a part that is located. */
  valueAt(located: Located, parameter: Accessed, part: Part): LocatedValue {
    if (part.inner) throw this.kept("captured", parameter, part);
    if (located.kind === "whole") throw this.kept("whole", parameter, part);
    if (located.kind === "unknown" || located.kind === "size") throw this.kept("noField", parameter, part);
    return located;
  }

  /** Ends printing because of what is done with a part. */
  kept(kind: ObstacleKind, { component, loop }: Accessed, { steps, place }: Part): Kept {
    const name = [component.name, ...steps.map((step) => step.name)].join(".");
    return new Kept(obstacle(kind, place, { name }), loop);
  }

  /** A field of a resource that nobody changes while the loop runs. */
  steadyField(resource: string, { name, text }: Step): string {
    const from = resource + text;
    const known = this.steady.get(from) ?? this.context.scope.take(resource + pascal(name));
    this.steady.set(from, known);
    return known;
  }

  /** A pattern's declarations of what it takes of a resource; undefined when its fields are read as they are. */
  steadyFields(root: Root, steps: readonly Step[]): string | undefined {
    if (!this.isSteady || root.kind !== "resource") return undefined;
    this.used.add(root.name);
    const [first, ...rest] = steps;
    return first === undefined ? root.name : this.steadyField(root.name, first) + texts(rest);
  }
}

/** A part that may start with a constant. */
export type PartOfConstant = Part & { readonly alias?: PartPiece["alias"] };

function presenceKey(name: string, { parameter, steps }: Pick<Part, "parameter" | "steps">): string {
  return [name, parameter, ...steps.map((step) => step.name)].join(".");
}

/** Where a part of a component is. */
export function locateIn({ component, term }: Accessed, steps: readonly Step[]): Located {
  return locate(component, term.optional, steps);
}
