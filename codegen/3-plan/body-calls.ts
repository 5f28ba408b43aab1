// Calls of functions of the project that are handed parts whole: they are given columns and a row, or values, instead.
import type { CallPiece, GivenPiece, NamePiece, PartPiece } from "../model/body.js";
import { handedTo, obstacle } from "../model/obstacles.js";
import type { BodyReads } from "./body-reads.js";
import { locateIn, type BodyRoots } from "./body-roots.js";
import type { Written } from "./brackets.js";
import type { Accessed, ColumnSource } from "./column-access.js";
import type { ColumnContext, HelperSource } from "./column-context.js";
import type { HelperCopies, HelperCopy } from "./helper-copies.js";
import { placeWords, type HandedColumns, type HandedTerm, type Whole } from "./handed-wholes.js";
import { Kept } from "./kept.js";

/** What a call is given, printed. */
interface Given {
  readonly whole: Whole | undefined;
  readonly text: Written;
  readonly comments: readonly string[];
  /** It changes nothing. */
  readonly calm: boolean;
}

/** The calls of one body. */
export class BodyCalls {
  /** How many of them change nothing for sure. */
  pure = 0;
  /** Columns that functions write which are handed parts. */
  readonly writes = new Set<string>();
  private readonly roots: BodyRoots;
  private readonly reads: BodyReads;
  private readonly context: ColumnContext;
  private readonly copies: HelperCopies;

  constructor(roots: BodyRoots, reads: BodyReads, context: ColumnContext, copies: HelperCopies) {
    this.roots = roots;
    this.reads = reads;
    this.context = context;
    this.copies = copies;
  }

  /** A call; undefined when it stays as it is. `value` prints what it is given. */
  print({ callee, given }: CallPiece, value: (text: GivenPiece["text"]) => Written): Written | undefined {
    const source = this.context.author.helper(dotted(callee));
    const wholes = given.map(({ part }) => part && this.wholeOf(part));
    const first = wholes.find((whole) => whole !== undefined);
    if (source === undefined || first === undefined) return undefined;
    const all = given.map((each, index): Given => {
      const [before, whole] = [this.pure, wholes[index]];
      const text = whole === undefined ? value(each.text) : [];
      return { whole, text, comments: each.comments, calm: this.pure - before === each.stirs };
    });
    const copy = this.copyFor(source, all, first);
    wholes.forEach((whole, index) => this.requireUnasked(whole, copy.handed[index]));
    for (const column of copy.writes) this.writes.add(column);
    this.roots.isOpaque ||= copy.isOpaque;
    if (!copy.usesRows) this.pure++;
    return this.called(copy, all);
  }

  private called(copy: HelperCopy, given: readonly Given[]): Written {
    const name = this.copies.nameOf(copy, this.context.scope);
    const texts = given.flatMap(({ whole, text, comments }, index): Written[] => {
      const handed = copy.handed[index];
      const own = whole === undefined || handed === undefined ? [text] : this.columns(whole, handed, copy);
      return own.map((each, at) => [...(at === 0 ? comments.map(inLine) : []), ...each]);
    });
    return [`${name}(`, ...texts.flatMap((text, index) => (index === 0 ? text : [", ", ...text])), ")"];
  }

  /** A part that is no value, or a row, handed on as it is. */
  private wholeOf(piece: PartPiece): Whole | undefined {
    const row = this.roots.get(piece.parameter);
    if (row?.kind === "row" && piece.steps.length === 0) return piece.inner ? undefined : row;
    const part = this.roots.rooted(piece);
    const of = this.roots.rootOf(part);
    if (of.kind !== "component" || this.roots.plainText(of, part) !== undefined) return undefined;
    const located = this.roots.located(of, part);
    if (located.kind !== "whole") return undefined;
    if (part.inner) throw this.roots.kept("captured", of, part);
    if (located.guards.length > 0) throw this.roots.kept("behindMaybe", of, part);
    const isKnown = part.known || part.sure !== "";
    const maybe = located.present !== undefined && !isKnown;
    const told = maybe && part.alias?.length === part.steps.length ? part : undefined;
    return { kind: "part", of, steps: part.steps, maybe, told };
  }

  /** A function that changes nothing takes values; any other one looks and writes where they are. */
  private copyFor(source: HelperSource, given: readonly Given[], first: Whole): HelperCopy {
    const wholes = given.map(({ whole }) => whole);
    try {
      this.refuse(source, given);
      const copy = this.copies.copy(source, wholes, false);
      const isCalm = given.every(({ calm }) => calm);
      const isPlain = copy.handed.every((handed) => handed === undefined || handed.terms.every(hasPlainValues));
      return copy.isPure && isCalm && isPlain ? this.copies.copy(source, wholes, true) : copy;
    } catch (error) {
      if (!(error instanceof Kept)) throw error;
      // Who is called around it says so.
      if (error.obstacle.kind === "recursive" && this.copies.isInProgress(source.key)) throw error;
      const loop = first.kind === "row" ? first.loop : first.of.loop;
      throw new Kept(handedTo(error.obstacle, { name: nameOf(first), helper: source.helper.name }), loop);
    }
  }

  /** What the function would do with what it is given, but does not where that is handed whole. */
  private refuse({ helper: { body } }: HelperSource, given: readonly Given[]): void {
    if (body.kind === "obstacle") throw new Kept(body.obstacle);
    const { parameters } = body.head;
    given.forEach(({ whole }, index) => {
      const parameter = parameters[index];
      if (parameter === undefined) throw new Kept(obstacle("surplus", body.place));
      if (whole?.kind === "part" && whole.maybe && parameter.initial !== undefined) {
        throw new Kept(obstacle("default", parameter.initial.place));
      }
    });
  }

  /** A helper would look whether a struct is there now, not when a constant was declared that stands for it. */
  private requireUnasked(whole: Whole | undefined, handed: HandedColumns | undefined): void {
    if (whole?.kind !== "part" || whole.told === undefined) return;
    const { of, steps, told } = whole;
    const located = locateIn(of, steps);
    const present = located.kind === "whole" ? located.present : undefined;
    const columns = handed?.terms.flatMap((term) => term.columns) ?? [];
    if (columns.some(({ source }) => source.kind === "column" && source.column === present))
      throw this.roots.kept("told", of, told);
  }

  private columns(whole: Whole, handed: HandedColumns, { usesRows }: HelperCopy): string[] {
    const { access } = whole.kind === "row" ? whole : whole.of;
    const column = (of: Accessed, source: ColumnSource): string =>
      usesRows ? access.handed(of, source) : this.reads.valueIn(of, source);
    const texts = { table: () => access.tableName, row: () => access.rowName, entity: () => access.entity };
    return [
      ...handed.terms.flatMap(({ of, presence, columns, vectors }) => [
        ...(presence === undefined ? [] : [access.has(of.term)]),
        ...columns.map(({ source }) => column(of, source)),
        ...vectors.map((vector) => access.vector(of, vector.columns, vector.word)),
      ]),
      ...placeWords(handed).map((word) => texts[word]()),
    ];
  }
}

/** A comment that something may follow on its line. */
function inLine(comment: string): string {
  return comment.startsWith("//") ? `/* ${comment.slice(2).replaceAll("*/", "* /").trim()} */ ` : `${comment} `;
}

/** `numbers.half`. */
export function dotted({ name, member }: NamePiece): string {
  return member === undefined ? name : `${name}.${member}`;
}

/** What an obstacle calls it. */
function nameOf(whole: Whole): string {
  if (whole.kind === "row") return whole.name;
  return [whole.of.component.name, ...whole.steps.map((step) => step.name)].join(".");
}

/** Whether all that is used of a component can be given as values: it is there, and no vector. */
function hasPlainValues({ of, presence, columns, vectors }: HandedTerm): boolean {
  return vectors.length === 0 && presence === undefined && (columns.length === 0 || !of.term.optional);
}
