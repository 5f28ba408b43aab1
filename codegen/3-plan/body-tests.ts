// What a body asks of parts of components: whether they are there, and which value they have.
import type {
  BodyText,
  ComparisonPiece,
  FallbackPiece,
  LikenessPiece,
  PartPiece,
  PresencePiece,
  Room,
  SwitchPiece,
} from "../model/body.js";
import type { BodyOutput } from "./body-output.js";
import type { BodyReads } from "./body-reads.js";
import type { BodyRoots } from "./body-roots.js";
import { fitted, type Expression, type Written } from "./brackets.js";
import type { Accessed, LocatedValue } from "./column-access.js";
import type { Narrowing } from "./column-narrowing.js";
import type { Guard } from "./column-parts.js";
import { areAbsent, arePresent, compared, guardsOf, placeOrAbsent, valueOrElse } from "./column-values.js";
import { allPlaces, haveSameWords, placesIn } from "./column-words.js";

/** What it takes to print what stands around a test. */
export interface TestPrinter {
  all(text: BodyText): void;
  /** What a value comes to. */
  value(text: BodyText): Written;
}

/** A column of words. */
interface FoundWord {
  readonly parameter: Accessed;
  readonly located: LocatedValue;
}

/** The tests of one body. */
export class BodyTests {
  private readonly roots: BodyRoots;
  private readonly reads: BodyReads;
  private readonly narrowing: Narrowing<Accessed>;
  private readonly output: BodyOutput;
  private readonly printer: TestPrinter;

  constructor(
    roots: BodyRoots,
    reads: BodyReads,
    narrowing: Narrowing<Accessed>,
    output: BodyOutput,
    printer: TestPrinter,
  ) {
    this.roots = roots;
    this.reads = reads;
    this.narrowing = narrowing;
    this.output = output;
    this.printer = printer;
  }

  /** `part !== undefined`. */
  presence(given: PresencePiece): void {
    const piece = this.roots.rooted(given);
    const parameter = this.roots.rootOf(piece);
    const [whole] = piece.text;
    const part = typeof whole === "object" && whole.kind === "part" ? this.roots.rooted(whole) : undefined;
    const isPlain = part !== undefined && this.roots.plainText(parameter, part) !== undefined;
    if (isPlain || parameter.kind !== "component") return this.printer.all(piece.text);
    const located = this.roots.located(parameter, part ?? piece);
    const present = located.kind === "whole" || located.kind === "column" ? located.present : undefined;
    const leads = located.kind === "column" ? located.length === piece.steps.length : located.kind === "whole";
    const guards = [...("guards" in located ? located.guards : []), ...(present === undefined ? [] : [present])];
    if (guards.length === 0 || !leads) return this.printer.all(piece.text);
    if (piece.inner) throw this.roots.kept("captured", parameter, piece);
    this.presenceOf(parameter, guards, piece.negated, piece.room);
  }

  /** Whether all of these are there, or one is not. */
  presenceOf(parameter: Accessed, guards: readonly Guard[], isThere: boolean, room: Room): void {
    this.output.add(...fitted(isThere ? arePresent(parameter, guards) : areAbsent(parameter, guards), room));
  }

  /** `part ?? value`, where the part leads to a column. */
  fallback({ part, value, room, text }: FallbackPiece): void {
    const found = this.reads.columnOf(part);
    if (found === undefined) return this.printer.all(text);
    if (guardsOf(found.located).length === 0) return this.printer.all([{ ...part, use: "test" }, ...text.slice(1)]);
    const other: Expression = { text: this.printer.value(value), binds: "equality" };
    this.output.add(...fitted(valueOrElse(found.parameter, found.located, other), room));
  }

  /** `part === "word"`. */
  comparison({ part, negated, rest, word, room }: ComparisonPiece): void {
    const found = this.reads.columnOf(part);
    if (found === undefined) return this.printer.all([part, rest]);
    this.narrowing.note(found.parameter, found.located, this.roots.rooted(part), false);
    this.output.add(...fitted(compared(found.parameter, found.located, negated, rest, word), room));
  }

  /** `part === part`: of two words of the same enum, or of enums with the same words, their places. */
  likeness({ left, right, between, text }: LikenessPiece): void {
    const [one, other] = [this.wordIn(left), this.wordIn(right)];
    if (one === undefined || other === undefined || !haveSameWords(one.located, other.located))
      return this.printer.all(text);
    this.output.add(...this.placeIn(one, left), between, ...this.placeIn(other, right));
  }

  private placeIn({ parameter, located }: FoundWord, piece: PartPiece): Written {
    this.narrowing.note(parameter, located, this.roots.rooted(piece), false);
    return fitted(placeOrAbsent(parameter, located, piece.known), "none");
  }

  /** The place of a word that a value is, for a column of these; undefined for all else. */
  placeOfWord(located: LocatedValue, value: BodyText): Written | undefined {
    const [only, ...more] = value;
    if (more.length > 0 || typeof only !== "object" || only.kind !== "part" || only.use !== "read") return undefined;
    const found = this.wordIn(only);
    if (found === undefined || !haveSameWords(located, found.located)) return undefined;
    if (!only.known && guardsOf(found.located).length > 0) return undefined;
    const { parameter } = found;
    this.narrowing.note(parameter, found.located, { ...this.roots.rooted(only), use: "test" }, false);
    return [parameter.access.sure(parameter.access.target(parameter, found.located))];
  }

  /** The column of words that a part is. */
  private wordIn(piece: PartPiece): FoundWord | undefined {
    const part = this.roots.rooted(piece);
    const parameter = this.roots.rootOf(part);
    if (this.roots.plainText(parameter, part) !== undefined || parameter.kind !== "component") return undefined;
    const located = this.roots.located(parameter, part);
    if (part.inner || located.kind !== "column" || located.length < part.steps.length) return undefined;
    return located.value.kind === "enum" ? { parameter, located } : undefined;
  }

  /**
   * `switch (part)`: of the places of words, if each case is one. TypeScript has to see where these are all there are, also where it
   * knows so from other looks at the part.
   */
  switched({ part, cases, ruledOut, bare, settles, text }: SwitchPiece): void {
    const found = this.reads.columnOf(part);
    const at = text.indexOf(part);
    const behind = found && placesIn(found.located, text.slice(at + 1));
    if (found === undefined || behind === undefined) return this.printer.all(text);
    const { parameter, located } = found;
    const isThere = part.known || guardsOf(located).length === 0 || cases.includes(undefined);
    const all = bare && isThere ? allPlaces(located, cases, ruledOut) : undefined;
    const look = { ...this.roots.rooted(part), use: settles && all === undefined ? ("read" as const) : part.use };
    this.narrowing.note(parameter, located, look, false);
    const subject = placeOrAbsent(parameter, located, part.known);
    this.printer.all(text.slice(0, at));
    this.output.add(...(all === undefined ? subject.text : [...fitted(subject, "none"), ` as ${all}`]));
    this.printer.all(behind);
  }
}
