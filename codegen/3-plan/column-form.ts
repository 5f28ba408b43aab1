// Prints the body of a per-entity function for a loop of its own: with columns in place of its components.
import type {
  AliasPiece,
  AssignmentPiece,
  BodyPiece,
  BodyText,
  Obstacle,
  Part,
  PartPiece,
  PartUse,
  PatternPiece,
  PresencePiece,
  RawBody,
  ReturnPiece,
  RowsPiece,
  Step,
} from "../model/body.js";
import type { BodyPart, FormPlan, LoopNames } from "../model/loop-plan.js";
import type { NameRef } from "../model/plan.js";
import {
  ColumnAccess,
  isOptional,
  isStorable,
  isStoredAsIs,
  type Accessed,
  type ComponentTerm,
  type LocatedValue,
  type Written,
} from "./column-access.js";
import { locate, type Located } from "./column-parts.js";
import { Kept } from "./kept.js";
import { Narrowing } from "./column-narrowing.js";
import { RowWalk, type QueryParameter, type RowRoot } from "./row-walks.js";
import { isInBrackets, keepsResources, startsWithBracket, texts } from "./column-texts.js";
import { pascal, type Scope } from "./names.js";

/** What a parameter of the function is in the loop. */
export type ParameterPlan =
  | ({ readonly kind: "component" } & ComponentTerm)
  | QueryParameter
  /** A local of the loop. */
  | { readonly kind: "resource" | "entity" | "value" | "local"; readonly name: string };

/** What the loop around the body is made of. */
export interface ColumnContext {
  readonly parameters: readonly ParameterPlan[];
  /** What a name of the author's file is called here; undefined for those that every program has. */
  readonly outside: (name: string) => NameRef | undefined;
  /** Names that stand in the body as they are. */
  readonly taken: readonly string[];
  /** The names of the loop, clear of those of the body. */
  readonly scope: Scope;
  readonly names: LoopNames;
  /** Whether it stands in a loop of its own, of which a `return` is a `continue`. */
  readonly perRow: boolean;
}

/** The column form of a function, or the cursor form with the first thing that keeps it from the other. */
export function planForm(body: RawBody, context: ColumnContext): FormPlan {
  if (body.kind === "obstacle") return { kind: "cursor", obstacle: body.obstacle };
  const plain = new Map<number, Obstacle>();
  // Each round, one loop over rows more stays as it is, until all others can be printed.
  for (;;) {
    const printer = new BodyPrinter({ ...context, scope: context.scope.copy() }, plain);
    try {
      const form = holding(printer, printer.print(body.text), body.text, context, plain);
      if (context.perRow || printer.printsRows) return form;
      const [first = { why: "goes through the rows of no query in a loop of its own", place: body.place }] =
        plain.values();
      return { kind: "cursor", obstacle: first };
    } catch (error) {
      if (!(error instanceof Kept)) throw error;
      if (error.loop === undefined) return { kind: "cursor", obstacle: error.obstacle };
      plain.set(error.loop, error.obstacle);
    }
  }
}

/** Prints once more when inner loops read of the rows of outer ones what nobody writes: that is read once for each of these. */
function holding(
  first: BodyPrinter,
  form: FormPlan,
  text: BodyText,
  context: ColumnContext,
  plain: ReadonlyMap<number, Obstacle>,
): FormPlan {
  if (!first.readsOutwards || first.isOpaque) return form;
  return new BodyPrinter({ ...context, scope: context.scope.copy() }, plain, first.writes).print(text);
}

type Component = Accessed;

/** What a name of the body stands for in the end. */
type Root =
  | Component
  | QueryParameter
  | RowRoot
  | { readonly kind: "resource" | "entity" | "value" | "local"; readonly name: string };

class BodyPrinter {
  private readonly context: ColumnContext;
  private readonly access: ColumnAccess;
  /** Parameters by their numbers, rows, and members of rows, which have numbers below zero. */
  private readonly roots: Map<number, Root>;
  private readonly plain: ReadonlyMap<number, Obstacle>;
  /** Labels of loops over rows that something leaves. */
  private readonly left = new Map<number, string>();
  private written: BodyPart[] = [];
  private label: string | undefined;
  private readonly used = new Set<string>();
  /** Fields of resources that stay as they are while the loop runs, by what they are called in it. */
  private readonly steady = new Map<string, string>();
  private isSteady = false;
  private readonly narrowing = new Narrowing<Component>();

  /** Columns that are written. */
  readonly writes = new Set<string>();
  /** Columns that nobody may hold, since they are written; undefined when nothing is held. */
  private readonly unheld: ReadonlySet<string> | undefined;
  /** Whether an inner loop reads of the row of an outer one. */
  readsOutwards = false;
  /** Whether it does something that may write where nobody sees it. */
  isOpaque = false;
  /** The loops around what is printed. */
  private readonly around: number[] = [];

  /** Loops over rows in `plain` stay as they are. `unheld` are columns that are written, when others shall be held. */
  constructor(context: ColumnContext, plain: ReadonlyMap<number, Obstacle>, unheld?: ReadonlySet<string>) {
    this.unheld = unheld;
    this.context = context;
    this.plain = plain;
    this.access = new ColumnAccess(context.scope, context.names.row);
    const rootOf = (parameter: ParameterPlan): Root =>
      parameter.kind === "component" ? { ...parameter, access: this.access, loop: undefined, outer: false } : parameter;
    this.roots = new Map(context.parameters.map((parameter, index) => [index, rootOf(parameter)]));
  }

  /** Whether some loop over rows was printed with columns. */
  get printsRows(): boolean {
    return this.written.some((part) => typeof part === "object" && "kind" in part);
  }

  print(text: BodyText): FormPlan {
    this.isSteady = keepsResources(text, this.context.parameters);
    this.all(text);
    const narrowed = this.narrowing.first;
    if (narrowed !== undefined) {
      throw this.kept("may count on the type of", narrowed.parameter, narrowed.part, "; a constant would hold it");
    }
    return {
      kind: "column",
      columns: this.access.locals,
      presences: this.access.presences,
      body: this.written,
      taken: this.context.taken,
      label: this.label,
      names: this.context.names,
      used: this.used,
      steady: this.steady,
    };
  }

  private all(text: BodyText): void {
    for (const [index, piece] of text.entries()) {
      if (typeof piece === "string") this.add(piece);
      else if (piece.kind === "part") this.part(this.rooted(piece), text, index);
      else if (piece.kind === "name") this.name(piece.name, piece.shorthand);
      else if (piece.kind === "presence") this.presence(this.rooted(piece));
      else if (piece.kind === "assignment") this.assignment({ ...piece, target: this.rooted(piece.target) });
      else if (piece.kind === "alias") this.alias({ ...piece, part: this.rooted(piece.part) }, text[index + 1]);
      else if (piece.kind === "pattern") this.pattern(piece, text[index + 1]);
      else if (piece.kind === "rows") this.rows(piece);
      else if (piece.kind === "leave") this.add(this.leave(piece.loop));
      else this.returned(piece);
    }
  }

  /** What some pieces come to, apart from the rest. */
  private block(text: BodyText): readonly BodyPart[] {
    const around = this.written;
    this.written = [];
    this.all(text);
    const written = this.written;
    this.written = around;
    return written;
  }

  /** The same for a value, in which no loop stands. */
  private apart(text: BodyText): Written {
    return this.block(text).filter((part): part is string | NameRef => typeof part === "string" || !("kind" in part));
  }

  private add(...written: readonly BodyPart[]): void {
    this.written.push(...written);
  }

  /** A part of a row as a part of its member. */
  private rooted<P extends Part & { readonly alias?: PartPiece["alias"] }>(part: P): P {
    const row = this.roots.get(part.parameter);
    if (row?.kind !== "row") return part;
    const [first, ...steps] = part.steps;
    const member = first && row.members.get(first.name);
    const { place } = part;
    if (first === undefined) throw new Kept({ why: `uses the row \`${row.name}\` as a whole`, place }, row.loop);
    if (member === undefined) throw new Kept({ why: `uses \`${first.name}\`, which no row has`, place }, row.loop);
    const known = [...this.roots].find(([, root]) => root === member)?.[0];
    const parameter = known ?? -1 - this.roots.size;
    this.roots.set(parameter, member);
    const { alias } = part;
    const shorter = alias === undefined || alias.length === 0 ? undefined : { ...alias, length: alias.length - 1 };
    return { ...part, parameter, steps, ...("alias" in part && { alias: shorter }) };
  }

  private rows(piece: RowsPiece): void {
    const query = this.rootOf(piece.part);
    const loop = piece.rows[0]?.parameter ?? 0;
    const pairs = piece.pairs && this.context.outside(piece.pairs.name);
    const isPairs = pairs?.name === "pairs" && pairs.from === "ecsgen/runtime";
    if (query.kind !== "query" || this.plain.has(loop) || (piece.pairs !== undefined && !isPairs)) {
      return this.plainRows(piece);
    }
    if (query.rows.listed || query.rows.terms.some(({ sparse }) => sparse)) {
      const why = `goes through \`${query.name}\`, which has sparse components`;
      throw new Kept({ why, place: piece.part.place }, loop);
    }
    const { isOpaque } = this;
    const rows = this.plainText(query, piece.part) ?? query.name;
    this.isOpaque = isOpaque;
    const margin = this.margin();
    const walks = piece.rows.map(
      (binding, index) => new RowWalk(query, binding, loop, index < piece.rows.length - 1, this.context.scope),
    );
    piece.rows.forEach(({ parameter }, index) => {
      const walk = walks[index];
      if (walk !== undefined) this.roots.set(parameter, walk.root);
    });
    const starts = piece.rows.map(({ parameter, names }) =>
      this.unpacked({ ...piece.part, parameter }, names, "const"),
    );
    this.around.push(loop);
    const body = this.block(piece.body);
    this.around.pop();
    this.add({
      kind: "rows",
      rows,
      walks: walks.map((walk, index) => walk.plan(starts[index] ?? [])),
      perRow: query.rows.perRow,
      label: this.left.get(loop),
      body,
      margin,
    });
  }

  /** The loop as its author wrote it. */
  private plainRows({ rows, head, body }: RowsPiece): void {
    this.isOpaque = true;
    for (const { parameter, name } of rows) this.roots.set(parameter, { kind: "local", name: name ?? "" });
    this.all(head);
    this.all(body);
    this.add("}");
  }

  private leave(loop: number): string {
    if (this.roots.get(loop)?.kind !== "row") return "break;";
    const label = this.left.get(loop) ?? this.context.scope.take("walk");
    this.left.set(loop, label);
    return `break ${label};`;
  }

  /** Declarations of what a pattern takes of a component or row; what stands for columns needs none. */
  private unpacked(whole: Part, names: PatternPiece["names"], keyword: "const" | "let"): Written[] {
    return names.flatMap(({ name, steps }): Written[] => {
      const part = this.rooted({ ...whole, steps: [...whole.steps, ...steps] });
      const root = this.rootOf(part);
      if (root.kind !== "component")
        return [[`${keyword} ${name} = ${"name" in root ? root.name : ""}${texts(part.steps)};`]];
      if (this.isHeld(root, part.steps)) return [[`${keyword} ${name} = `, ...this.maybe(root, part), ";"]];
      if (keyword === "let") throw this.kept("takes", root, part, " apart");
      return [];
    });
  }

  private name(name: string, shorthand: boolean): void {
    const found = this.context.outside(name);
    this.add(...(shorthand && found !== undefined ? [`${name}: `] : []), found ?? name);
  }

  private rootOf({ parameter, place }: Part): Exclude<Root, RowRoot> {
    const found = this.roots.get(parameter);
    if (found?.kind === "row") throw new Kept({ why: `uses the row \`${found.name}\` as a whole`, place }, found.loop);
    if (found === undefined) throw new Kept({ why: "takes more parameters than it is given", place });
    return found;
  }

  /** The author's text of a part that is no column: of another parameter, or of a constant that holds a value. */
  private plainText(parameter: Root, { alias, steps, sure }: PartPiece): string | undefined {
    if (alias !== undefined && this.isHeld(parameter, steps.slice(0, alias.length))) {
      return alias.name + texts(steps.slice(alias.length)) + sure;
    }
    if (parameter.kind === "component") return undefined;
    this.used.add(parameter.name);
    if (parameter.kind === "local" || parameter.kind === "query") this.isOpaque = true;
    const [first, ...rest] = steps;
    if (first === undefined || !this.isSteady || parameter.kind !== "resource")
      return parameter.name + texts(steps) + sure;
    return this.steadyField(parameter.name, first) + texts(rest) + sure;
  }

  /** Whether a constant holds what these steps lead to; it stands for the columns of a struct instead. */
  private isHeld(parameter: Root, steps: readonly Step[]): boolean {
    return parameter.kind !== "component" || locateIn(parameter, steps).kind !== "whole";
  }

  private part(piece: PartPiece, text: BodyText, index: number): void {
    const bare = isInBrackets(text, index);
    const parameter = this.rootOf(piece);
    const plain = this.plainText(parameter, piece);
    if (piece.shorthand && piece.name !== plain) this.add(`${piece.name}: `);
    if (plain !== undefined || parameter.kind !== "component") return this.add(plain ?? "");
    this.narrowing.note(parameter, locateIn(parameter, piece.steps), piece, startsWithBracket(text[index + 1]));
    const isTarget = piece.use === "write" || piece.use === "update";
    this.add(...(isTarget ? this.target(parameter, piece) : this.read(parameter, piece, bare, piece.use)));
  }

  /** A value that is there where the author's types say so, which are narrower at times than those of columns. */
  private read(parameter: Component, part: Part, bare: boolean, use: PartUse = "read"): Written {
    const located = this.valueOf(parameter, part);
    const rest = texts(part.steps.slice(located.length));
    if (use === "call" && rest === "") throw this.kept("calls", parameter, part);
    if (located.guards.length > 0 && rest !== "") throw this.kept("goes on behind the `?.` of", parameter, part);
    const sure = located.guards.length === 0 && isOptional(located) ? ["!"] : [];
    const held = this.held(parameter, located);
    if (held !== undefined) return [held + rest];
    return [...parameter.access.read(parameter, located, bare && rest === ""), ...sure, ...(rest === "" ? [] : [rest])];
  }

  /** What is read of the row of an outer loop, when nobody writes it. */
  private held(parameter: Component, located: LocatedValue): string | undefined {
    const { loop, outer, term, access } = parameter;
    if (loop === undefined || (!outer && this.around.at(-1) === loop) || !this.around.includes(loop)) return undefined;
    this.readsOutwards = true;
    if (located.kind !== "column" || located.present !== undefined || located.guards.length > 0) return undefined;
    const isNumber = located.value.kind === "number" || located.value.kind === "entity";
    if (!isNumber || term.optional || this.unheld === undefined) return undefined;
    return this.unheld.has(columnKey(parameter, located)) ? undefined : access.hold(parameter, located.column);
  }

  private valueOf(parameter: Component, part: Part): LocatedValue {
    if (part.inner) throw this.kept("uses", parameter, part, " in a function of its own");
    const located = locateIn(parameter, part.steps);
    if (located.kind === "whole") throw this.kept("uses", parameter, part, " as a whole");
    if (located.kind === "unknown") throw this.kept("uses", parameter, part, ", which is no field");
    return located;
  }

  /** `before` and `after` stand around the name of the part. */
  private kept(before: string, { component, loop }: Component, { steps, place }: Part, after = ""): Kept {
    const name = [component.name, ...steps.map((step) => step.name)].join(".");
    return new Kept({ why: `${before} \`${name}\`${after}`, place }, loop);
  }

  /** The target of an assignment inside of an expression or a pattern, or of `+=` and `++`. */
  private target(parameter: Component, part: PartPiece): Written {
    const located = this.valueOf(parameter, part);
    if (located.length < part.steps.length) return this.read(parameter, part, false);
    this.requireUntracked(parameter, part);
    if (!isStoredAsIs(located) || located.guards.length > 0)
      throw this.kept("writes", parameter, part, " inside of an expression");
    this.writes.add(columnKey(parameter, located));
    return [`${parameter.access.target(parameter, located)}${part.use === "update" ? "!" : ""}`];
  }

  private requireUntracked(parameter: Component, part: Part): void {
    if (parameter.component.changed !== undefined)
      throw this.kept("writes", parameter, part, ", of which others ask for changes");
  }

  private assignment({ target, value }: AssignmentPiece): void {
    const parameter = this.rootOf(target);
    const plain = this.plainText(parameter, target);
    const given = this.apart(value);
    if (plain !== undefined || parameter.kind !== "component") return this.add(`${plain ?? ""} = `, ...given, ";");
    const located = this.valueOf(parameter, target);
    this.narrowing.note(parameter, located, target, false);
    if (located.length < target.steps.length) {
      return this.add(...this.read(parameter, target, false), " = ", ...given, ";");
    }
    this.requireUntracked(parameter, target);
    if (!isStorable(located) || located.guards.length > 0)
      throw this.kept("writes", parameter, target, ", which is optional");
    this.writes.add(columnKey(parameter, located));
    this.add(...parameter.access.store(parameter, located, given));
  }

  private presence(piece: PresencePiece): void {
    const parameter = this.rootOf(piece);
    const [whole] = piece.text;
    const isPlain =
      typeof whole === "object" && whole.kind === "part" && this.plainText(parameter, this.rooted(whole)) !== undefined;
    if (isPlain || parameter.kind !== "component") return this.all(piece.text);
    const located = locateIn(parameter, piece.steps);
    const present = located.kind === "whole" || located.kind === "column" ? located.present : undefined;
    const leads = located.kind === "column" ? located.length === piece.steps.length : located.kind === "whole";
    if (present === undefined || !leads || ("guards" in located && located.guards.length > 0))
      return this.all(piece.text);
    if (piece.inner) throw this.kept("uses", parameter, piece, " in a function of its own");
    this.add(parameter.access.presence(parameter, present, piece.negated));
  }

  private alias({ keyword, part, text }: AliasPiece, after: BodyPiece | undefined): void {
    const parameter = this.rootOf(part);
    if (parameter.kind !== "component") return this.all(text);
    const located = locateIn(parameter, part.steps);
    if (located.kind !== "whole") return this.declaration(parameter, text);
    if (located.present !== undefined || keyword === "let") throw this.kept("keeps", parameter, part, " as a whole");
    this.dropLine(after);
  }

  /** A constant has the type of what it is given, so nothing is said to be there that may not be. */
  private declaration(parameter: Component, text: BodyText): void {
    for (const piece of text) {
      if (typeof piece === "string") this.add(piece);
      else if (piece.kind === "part") this.add(...this.maybe(parameter, this.rooted(piece)));
    }
  }

  private maybe(parameter: Component, part: Part): Written {
    const located = this.valueOf(parameter, part);
    if (located.length < part.steps.length) return this.read(parameter, part, true);
    const held = this.held(parameter, located);
    return held === undefined ? parameter.access.read(parameter, located, true) : [held];
  }

  private pattern(pattern: PatternPiece, after: BodyPiece | undefined): void {
    const { keyword, part, names } = pattern;
    const root = this.roots.get(part.parameter) ?? this.rootOf(part);
    if (root.kind !== "component" && root.kind !== "row") return this.plainPattern(root, pattern);
    const margin = this.margin();
    const values = this.unpacked(part, names, keyword);
    if (values.length === 0) this.dropLine(after);
    this.statements(values, margin);
  }

  private plainPattern({ kind, name }: Exclude<Root, Component | RowRoot>, pattern: PatternPiece): void {
    const { keyword, part, names, text } = pattern;
    if (!this.isSteady || kind !== "resource") return this.all(text);
    this.used.add(name);
    const values = names.map((each): Written => {
      const [first, ...rest] = [...part.steps, ...each.steps];
      return [`${keyword} ${each.name} = ${first === undefined ? name : this.steadyField(name, first)}${texts(rest)};`];
    });
    this.statements(values, this.margin());
  }

  private statements(values: readonly Written[], margin: string): void {
    values.forEach((value, index) => this.add(...(index === 0 ? [] : [`\n${margin}`]), ...value));
  }

  private steadyField(resource: string, { name, text }: Step): string {
    const from = resource + text;
    const known = this.steady.get(from) ?? this.context.scope.take(resource + pascal(name));
    this.steady.set(from, known);
    return known;
  }

  private returned({ nested, bare, value }: ReturnPiece): void {
    if (!this.context.perRow) {
      const given = value === undefined ? ["undefined"] : this.apart(value);
      return this.add("return", ...(bare ? [] : [" ", ...given]), ";");
    }
    if (nested) this.label ??= this.context.scope.take("rows");
    const next = nested ? `continue ${this.label ?? ""};` : "continue;";
    if (value === undefined) return this.add(next);
    this.add("{ void (", ...this.apart(value), `); ${next} }`);
  }

  /** The blanks at the start of the line that is being written. */
  private margin(): string {
    const text = this.written.map((piece) => (typeof piece === "string" ? piece : "")).join("");
    return /(?:^|\n)([ \t]*)[^\n]*$/.exec(text)?.[1] ?? "";
  }

  /** Nothing is left of a declaration, so nothing is left of its line, unless something follows there. */
  private dropLine(after: BodyPiece | undefined): void {
    if (after !== undefined && !(typeof after === "string" && /^[ \t]*\n/.test(after))) return;
    const last = this.written.pop();
    if (last !== undefined) this.add(typeof last === "string" ? last.replace(/\n[ \t]*$/, "") : last);
  }
}

/** A column of a component, of whatever row. */
function columnKey({ component }: Component, located: LocatedValue): string {
  return `${component.qualified} ${located.kind === "column" ? located.column.index : "-"}`;
}

function locateIn({ component, term }: Component, steps: readonly Step[]): Located {
  return locate(component, term.optional, steps);
}
