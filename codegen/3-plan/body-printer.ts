// Prints a body, piece by piece: parts of components as columns, everything else as its author wrote it.
import type {
  AliasPiece,
  AssignmentPiece,
  BodyPiece,
  BodyText,
  CallPiece,
  ElementPiece,
  NamePiece,
  Need,
  Part,
  PartPiece,
  PassingPiece,
  PatternPiece,
  ReturnPiece,
} from "../model/body.js";
import type { Obstacle } from "../model/obstacles.js";
import type { ColumnFormPlan } from "../model/loop-plan.js";
import type { Place } from "../model/place.js";
import { asksFor } from "./asked-constants.js";
import { BodyCalls } from "./body-calls.js";
import { BodyOutput } from "./body-output.js";
import { BodyReads, columnKey } from "./body-reads.js";
import { BodyRoots, locateIn, type PartOfConstant, type Root, type StructRoot } from "./body-roots.js";
import { BodyRows } from "./body-rows.js";
import { BodyTests } from "./body-tests.js";
import { BodyVectors } from "./body-vectors.js";
import { fitted, type Written } from "./brackets.js";
import { isBigint, isOptional, isStoredAsIs, type Accessed, type LocatedValue } from "./column-access.js";
import { keptKey } from "./body-names.js";
import type { ColumnContext } from "./column-context.js";
import { Narrowing } from "./column-narrowing.js";
import { ColumnStores, type Given } from "./column-stores.js";
import { arePresent } from "./column-values.js";
import { keepsResources, startsWithBracket, texts } from "./column-texts.js";
import { placesIn } from "./column-words.js";
import { HelperCopies, type PrintedBody } from "./helper-copies.js";
import { isStampedNext } from "./stamped-next.js";
import { fieldsWritten, writeFields, type FieldWrite } from "./whole-writes.js";
import { Kept } from "./kept.js";
import type { RowRoot } from "./row-walks.js";

/** How a pattern takes a part. */
const plainRead = {
  kind: "part",
  name: "",
  use: "read",
  sure: "",
  shorthand: false,
  alias: undefined,
  room: "choice",
  known: false,
  behind: false,
} as const;

/** Prints one body, once. */
export class BodyPrinter {
  private readonly body: BodyText;
  private readonly context: ColumnContext;
  private readonly roots: BodyRoots;
  private readonly reads: BodyReads;
  private readonly vectors: BodyVectors;
  private readonly rows: BodyRows;
  private readonly output = new BodyOutput();
  private label: string | undefined;
  private readonly narrowing = new Narrowing<Accessed>();
  private readonly tests: BodyTests;

  private readonly calls: BodyCalls;
  private readonly copies: HelperCopies;
  private readonly keptUsed = new Set<string>();
  /** Targets inside of expressions that say that their rows were written. */
  private readonly stamped = new Set<Place>();

  /** Columns that are written. */
  readonly writes = new Set<string>();
  /** Loops over rows in `plain` stay as they are. `unheld` are columns that are written, when others shall be held. */
  constructor(
    text: BodyText,
    context: ColumnContext,
    plain: ReadonlyMap<number, Obstacle>,
    unheld?: ReadonlySet<string>,
    copies?: HelperCopies,
  ) {
    this.body = text;
    this.context = context;
    this.roots = new BodyRoots(context, keepsResources(text, context.parameters));
    this.reads = new BodyReads(this.roots, unheld);
    this.vectors = new BodyVectors(this.roots);
    this.rows = new BodyRows(this.roots, this.reads, context, this.output, plain, {
      all: (inner) => this.all(inner),
      unpacked: (whole, names, behind) => this.unpacked(whole, names, "const", behind),
    });
    this.tests = new BodyTests(this.roots, this.reads, this.narrowing, this.output, {
      all: (inner) => this.all(inner),
      value: (inner) => this.value(inner),
    });
    this.copies = copies ?? new HelperCopies(context.scope, printedBody);
    this.calls = new BodyCalls(this.roots, this.reads, context, this.copies);
  }

  /** Whether an inner loop reads of the row of an outer one. */
  get readsOutwards(): boolean {
    return this.reads.readsOutwards;
  }

  /** Whether it does something that may write where nobody sees it. */
  get isOpaque(): boolean {
    return this.roots.isOpaque;
  }

  /** Whether some loop over rows was printed with columns. */
  get printsRows(): boolean {
    return this.output.hasRows;
  }

  /** The form of a function with this body. Throws `Kept` when it has to keep its cursors. */
  print(): ColumnFormPlan {
    this.all(this.body);
    const narrowed = this.narrowing.first;
    if (narrowed !== undefined) {
      throw this.roots.kept("narrowed", narrowed.parameter, narrowed.part);
    }
    return {
      kind: "column",
      columns: this.roots.access.locals,
      vectors: this.roots.access.vectors,
      presences: this.roots.access.presences,
      body: this.output.parts,
      taken: [...this.context.author.taken, ...[...this.context.author.kept.values()].flatMap(({ inner }) => inner)],
      label: this.label,
      names: this.context.names,
      used: this.roots.used,
      steady: this.roots.steady,
      kept: this.kept(),
      helpers: this.copies.plans,
    };
  }

  /** Names that helpers would have if what has these names were not declared again, which it is not. */
  get freed(): string[] {
    const renamed = new Set(this.copies.plans.flatMap(({ name, function: of }) => (name === of.name ? [] : of.name)));
    return this.context.author.maybeTaken.filter((name) => renamed.has(name) && !this.keptUsed.has(name));
  }

  /** How many of its calls change nothing for sure. */
  get pureCalls(): number {
    return this.calls.pure;
  }

  /** What the author's file keeps to itself, as far as it is used: each behind what it is made of. */
  private kept(): Written[] {
    const printed = new Map<string, Written>();
    const all = [...this.context.author.kept];
    const isNew = ([name]: (typeof all)[number]): boolean => this.keptUsed.has(name) && !printed.has(name);
    for (let found = all.filter(isNew); found.length > 0; found = all.filter(isNew)) {
      for (const [name, { text }] of found) printed.set(name, this.value(text));
    }
    return all.flatMap(([name]) => {
      const declaration = printed.get(name);
      return declaration === undefined ? [] : [declaration];
    });
  }

  private all(text: BodyText): void {
    text.forEach((piece, index) => {
      if (typeof piece === "string") this.output.text(piece);
      else this.piece(piece, text, index);
    });
  }

  /** `index` is where the piece stands among others. */
  private piece(piece: Exclude<BodyPiece, string>, among: BodyText, index: number): void {
    const next = among[index + 1];
    switch (piece.kind) {
      case "part":
        return this.part(this.roots.rooted(piece), next);
      case "name":
        return this.name(piece);
      case "word":
        return this.all(piece.text);
      case "element":
        return this.element(piece, next);
      case "presence":
        return this.tests.presence(piece);
      case "fallback":
        return this.tests.fallback(piece);
      case "comparison":
        return this.tests.comparison(piece);
      case "likeness":
        return this.tests.likeness(piece);
      case "switch":
        return this.tests.switched(piece);
      case "assignment":
        for (const comment of piece.comments) this.output.add(`${comment}\n${this.output.margin()}`);
        return this.assignment({ ...piece, target: this.roots.rooted(piece.target) }, next, among[index + 2]);
      case "alias":
        return this.alias(piece, among.slice(index + 1));
      case "pattern":
        return this.pattern(piece, among.slice(index + 1));
      case "passing":
        return this.passing(piece);
      case "rows":
        return this.rows.print(piece);
      case "leave":
      case "next":
        return this.output.add(this.rows.left(piece));
      case "call":
        return this.call(piece);
      case "return":
        return this.returned(piece);
    }
  }

  /** What a value comes to. */
  private value(text: BodyText): Written {
    return this.output.value(() => this.all(text));
  }

  /** Declarations of what a pattern takes of a component or row; what stands for columns needs none. */
  private unpacked(whole: Part, names: PatternPiece["names"], keyword: "const" | "let", behind: BodyText): Written[] {
    return names.flatMap(({ name, steps }): Written[] => {
      const part = this.roots.rooted({ ...whole, steps: [...whole.steps, ...steps] });
      const root = this.roots.rootOf(part);
      if (root.kind !== "component")
        return [[`${keyword} ${name} = ${"name" in root ? root.name : ""}${texts(part.steps)};`]];
      if (this.roots.isHeld(root, part.steps))
        return [[`${keyword} ${name} = `, ...this.reads.maybe(root, { ...plainRead, ...part }), ";"]];
      if (keyword === "let") throw this.roots.kept("takenApart", root, part);
      return this.presenceHeld(name, root, part, () => asksFor(behind, name, whole));
    });
  }

  /** The declaration of what holds whether a struct is there that a constant stands for; none for what is always there. */
  private presenceHeld(name: string, of: Accessed, part: PartOfConstant, isAsked: () => boolean): Written[] {
    const located = this.roots.located(of, part);
    const { present = "component" } = located.kind === "whole" ? located : {};
    if (present === "component" || !isAsked()) return [];
    if (part.inner) throw this.roots.kept("captured", of, part);
    const { held } = this.roots.holdPresence(name, part);
    return [[`const ${held} = `, ...arePresent(of, [present]).text, ";"]];
  }

  private call(piece: CallPiece): void {
    const printed = this.calls.print(piece, (text) => this.value(text));
    for (const column of this.calls.writes) this.writes.add(column);
    if (printed === undefined) this.all(piece.text);
    else this.output.add(...printed);
  }

  private name(piece: NamePiece): void {
    const { name, member, type, shorthand } = piece;
    const unnamed = type ? undefined : this.context.author.unnamed(member === undefined ? name : `${name}.${member}`);
    if (unnamed !== undefined) throw new Kept(unnamed);
    if (this.context.author.kept.size > 0) this.keptUsed.add(keptKey(piece, this.context.author.kept));
    const find = type ? this.context.author.type : this.context.author.outside;
    const whole = member === undefined ? undefined : find(`${name}.${member}`);
    if (whole !== undefined) return this.output.add(whole);
    const found = find(name);
    if (shorthand && found !== undefined) this.output.add(`${name}: `);
    this.output.add(found ?? name);
    if (member !== undefined) this.output.add(`.${member}`);
  }

  private part(piece: PartPiece, after: BodyPiece | undefined): void {
    const parameter = this.roots.rootOf(piece);
    const plain = this.roots.plainText(parameter, piece);
    const not = piece.use === "not" ? "!" : "";
    if (piece.shorthand && piece.name !== plain) this.output.add(`${piece.name}: `);
    if (plain !== undefined || parameter.kind !== "component") return this.output.add(not + (plain ?? ""));
    const located = this.roots.located(parameter, piece);
    if (located.kind === "size" && !piece.inner) return this.output.add(not + String(located.size));
    this.narrowing.note(parameter, located, piece, startsWithBracket(after));
    const isTarget = piece.use === "write" || piece.use === "update";
    const isWhole = !("length" in located) || located.length === piece.steps.length;
    if (located.kind === "whole" && (piece.use === "not" || piece.use === "truth")) {
      const guards = [...located.guards, ...(located.present === undefined ? [] : [located.present])];
      if (guards.length > 0 && !piece.inner)
        return this.tests.presenceOf(parameter, guards, piece.use === "truth", piece.room);
    }
    const isUntracked = parameter.component.changed !== undefined && !this.stamped.has(piece.place);
    if (isTarget && isWhole && isUntracked) throw this.untracked(parameter, piece);
    this.output.add(
      ...(isTarget ? this.target(parameter, piece) : fitted(this.reads.read(parameter, piece, located), piece.room)),
    );
  }

  private element(piece: ElementPiece, after: BodyPiece | undefined): void {
    const vector = this.vectors.vectorOf(piece);
    if (vector === undefined) return this.all(piece.text);
    const index = this.value(piece.index);
    this.output.add(...this.vectors.element(piece, vector, index, after));
    if (piece.use === "read") return;
    for (const { index: column } of vector.indexed.columns) {
      this.writes.add(`${vector.parameter.component.qualified} ${column}`);
    }
  }

  private stores(of: Accessed): ColumnStores {
    return new ColumnStores(of, of.access, (word) => this.context.scope.take(word));
  }

  /** The target of an assignment inside of an expression or a pattern, or of `+=` and `++`. */
  private target(parameter: Accessed, part: PartPiece, isMaybe = false): Written {
    const located = this.roots.valueOf(parameter, part);
    if (located.length < part.steps.length) return fitted(this.reads.read(parameter, part), "none");
    const isThere =
      part.known && isStoredAsIs({ ...located, ...(located.kind === "column" && { present: undefined }) });
    if (located.guards.length > 0 || !(isStoredAsIs(located) || (isThere && part.use === "update")))
      throw this.roots.kept("inPassing", parameter, part);
    this.writes.add(columnKey(parameter, located));
    return [`${parameter.access.target(parameter, located)}${part.use === "update" && !isMaybe ? "!" : ""}`];
  }

  private assignment(piece: AssignmentPiece, blanks: BodyPiece | undefined, next: BodyPiece | undefined): void {
    const { target, operator, step } = piece;
    const parameter = this.roots.rootOf(target);
    const plain = this.roots.plainText(parameter, target);
    if (plain !== undefined || parameter.kind !== "component")
      return this.output.add(...this.assigned([plain ?? ""], piece));
    const fields = fieldsWritten(piece, parameter);
    if (fields !== undefined) return this.fields(piece, fields, parameter);
    const located = this.roots.valueOf(parameter, target);
    this.narrowing.note(parameter, located, target, false);
    if (located.length < target.steps.length) {
      return this.output.add(...this.assigned(fitted(this.reads.read(parameter, target), "none"), piece));
    }
    if (located.guards.length > 0) throw this.roots.kept("behindMaybe", parameter, target);
    if (operator === "") this.chained(piece.value.at(-1), parameter);
    const given = this.given(located, piece);
    const isLeft = parameter.component.changed === undefined || isStampedNext(this.roots, parameter, blanks, next);
    const stamp = isLeft ? undefined : parameter.access.stamp(parameter);
    const stamped = stamp === undefined ? [] : [[stamp]];
    const when = operator === "" ? undefined : this.stores(parameter).storeWhen(located, operator, given);
    if ((operator === "" && step === "") || when !== undefined) this.writes.add(columnKey(parameter, located));
    if (when !== undefined) return this.output.statements([{ ...when, run: [...when.run, ...stamped] }], piece.listed);
    if (operator === "" && step === "") {
      return this.output.statements([...this.stores(parameter).store(located, given), ...stamped], piece.listed);
    }
    if (stamp !== undefined && /^(?:\?\?|&&|\|\|)$/.test(operator)) throw this.untracked(parameter, target);
    const isMaybe = operator === "??" && located.kind === "objects";
    const written = this.assigned(this.target(parameter, target, isMaybe), piece, given.text);
    this.output.statements([written, ...stamped], piece.listed);
  }

  private fields({ target, listed }: AssignmentPiece, fields: readonly FieldWrite[], parameter: Accessed): void {
    const stores = this.stores(parameter);
    const written = writeFields(fields, parameter, this.roots, {
      given: (located, piece) => this.given(located, piece),
      store: (located, given) => stores.store(located, given),
      take: (word) => this.context.scope.take(word),
    });
    if (written === undefined) throw this.roots.kept("whole", parameter, target);
    for (const { located } of fields) this.writes.add(columnKey(parameter, located));
    const stamp = parameter.access.stamp(parameter);
    this.output.statements([...written, ...(stamp === undefined ? [] : [[stamp]])], listed);
  }

  private assigned(target: Written, { operator, step, value }: AssignmentPiece, given?: Written): Written {
    return step === "" ? [...target, ` ${operator}= `, ...(given ?? this.value(value)), ";"] : [...target, `${step};`];
  }

  /** A tracked component says first that its row was written: nothing can see that before it is, and the value comes last. */
  private passing({ target, text, step, calm, held }: PassingPiece): void {
    const part = this.roots.rooted(target);
    const parameter = this.roots.rootOf(part);
    if (this.roots.plainText(parameter, part) !== undefined || parameter.kind !== "component") return this.all(text);
    const located = locateIn(parameter, part.steps);
    const isWhole = "length" in located && located.length === part.steps.length;
    const isStamped = parameter.component.changed === undefined || this.stamped.has(target.place);
    if (isStamped || !isWhole || part.inner) return this.all(text);
    if (!calm || isBigint(located)) throw this.untracked(parameter, part);
    this.stamped.add(target.place);
    const stamp = parameter.access.stampValue(parameter) ?? "";
    const written = step ? this.value(text) : ["(", ...this.value(text), ")"];
    this.output.add(...(held ? [] : ["("]), `(${stamp}), `, ...written, ...(held ? [] : [")"]));
  }

  /** `trail.x = trail.y = 1`: what the statement says of the row is enough. */
  private chained(value: BodyPiece | undefined, { term }: Accessed): void {
    if (typeof value !== "object" || value.kind !== "passing" || !value.calm || value.step) return;
    const root = this.roots.rootOf(this.roots.rooted(value.target));
    if (root.kind !== "component" || root.term !== term) return;
    this.stamped.add(value.target.place);
    this.chained(value.text.at(-1), root);
  }

  private untracked(parameter: Accessed, part: Part): Kept {
    return this.roots.kept("trackedInPassing", parameter, part);
  }

  /** What a flag is made of stands before a `?`; what may be absent where it goes may be absent where it comes from. */
  private given(
    located: LocatedValue,
    { value, loose, needs }: Pick<AssignmentPiece, "value" | "loose" | "needs">,
  ): Given {
    const places = placesIn(located, value);
    if (places !== undefined) return { text: this.value(places), loose, defined: true, placed: true };
    const place = this.tests.placeOfWord(located, value);
    if (place !== undefined) return { text: place, loose, defined: true, placed: true };
    const isFlag = located.kind === "column" && located.value.kind === "bool";
    const only = value.length === 1 ? value[0] : undefined;
    const alone = typeof only === "object" && "room" in only ? only : undefined;
    const roomy = alone !== undefined && isFlag ? { ...alone, room: "or" as const } : alone;
    const isTest = roomy?.kind === "part" && roomy.use === "read" && isOptional(located);
    const text = this.value(roomy === undefined ? value : [isTest ? { ...roomy, use: "test" } : roomy]);
    return { text, loose, defined: needs?.every((need) => this.isMet(need)) === true };
  }

  private isMet(need: Need): boolean {
    if (need.kind === "name") return this.context.author.isDefined(need.name);
    const part = this.roots.rooted(need.part);
    const parameter = this.roots.rootOf(part);
    if (parameter.kind !== "component") return false;
    const located = locateIn(parameter, part.steps);
    if (located.kind !== "column" && located.kind !== "objects") return false;
    return located.length === part.steps.length && !isOptional(located) && located.guards.length === 0;
  }

  private alias({ keyword, name, part: whole, text }: AliasPiece, behind: BodyText): void {
    const part = this.roots.rooted(whole);
    const parameter = this.roots.rootOf(part);
    if (parameter.kind !== "component") return this.all(text);
    const located = locateIn(parameter, part.steps);
    if (located.kind === "size")
      return this.output.add(...text.map((each) => (typeof each === "string" ? each : String(located.size))));
    if (located.kind !== "whole") return this.declaration(parameter, text);
    const isChained = located.guards.length > 0 && located.present !== undefined;
    if (isChained || keyword === "let") throw this.roots.kept("kept", parameter, part);
    const values = this.presenceHeld(name, parameter, part, () => asksFor(behind, name, whole));
    if (values.length === 0) this.output.dropLine(behind[0]);
    this.output.statements(values, true);
  }

  /** A constant has the type of what it is given, so nothing is said to be there that may not be. */
  private declaration(parameter: Accessed, text: BodyText): void {
    for (const piece of text) {
      if (typeof piece === "string") this.output.add(piece);
      else if (piece.kind === "part") this.output.add(...this.reads.maybe(parameter, this.roots.rooted(piece)));
    }
  }

  private pattern(pattern: PatternPiece, behind: BodyText): void {
    const { keyword, part, names } = pattern;
    const root = this.roots.get(part.parameter) ?? this.roots.rootOf(part);
    if (root.kind !== "component" && root.kind !== "row" && root.kind !== "struct")
      return this.plainPattern(root, pattern);
    const values = this.unpacked(part, names, keyword, behind);
    if (values.length === 0) this.output.dropLine(behind[0]);
    this.output.statements(values, true);
  }

  private plainPattern(
    root: Exclude<Root, Accessed | RowRoot | StructRoot>,
    { keyword, part, names, text }: PatternPiece,
  ): void {
    const values = names.flatMap((each): Written[] => {
      const field = this.roots.steadyFields(root, [...part.steps, ...each.steps]);
      return field === undefined ? [] : [[`${keyword} ${each.name} = ${field};`]];
    });
    if (values.length === 0) this.all(text);
    else this.output.statements(values, true);
  }

  private returned({ nested, bare, value, listed }: ReturnPiece): void {
    if (!this.context.perRow) {
      const given = value === undefined ? ["undefined"] : this.value(value);
      return this.output.add("return", ...(bare ? [] : [" ", ...given]), ";");
    }
    if (nested) this.label ??= this.context.scope.take("rows");
    const next = nested ? `continue ${this.label ?? ""};` : "continue;";
    const dropped = value === undefined ? [] : [droppedValue(this.value(value))];
    this.output.statements([...dropped, [next]], listed);
  }
}

function printedBody(text: BodyText, context: ColumnContext, copies: HelperCopies): PrintedBody {
  const printer = new BodyPrinter(text, context, new Map(), undefined, copies);
  const form = printer.print();
  return { form, writes: printer.writes, isOpaque: printer.isOpaque, pureCalls: printer.pureCalls };
}

/** A statement that drops a value: calls stand as they are. */
function droppedValue(value: Written): Written {
  const last = value.at(-1);
  const start = value.map((part) => (typeof part === "string" ? part : "name")).join("");
  const isCall = /^(?!(?:function|class|let|async|new)\b)[\w$.]+\(/.test(start);
  const isStatement = start.startsWith("void ") || (isCall && typeof last === "string" && last.endsWith(")"));
  return isStatement ? [...value, ";"] : ["void (", ...value, ");"];
}
