// A body while it is printed: its text so far, and how statements fit into it.
import type { BodyPiece } from "../model/body.js";
import type { BodyPart, RowLoopPlan, WrittenPart } from "../model/loop-plan.js";
import type { Written } from "./brackets.js";

/** A statement, or statements behind a test. */
export type Statement = Written | Conditional;

/** `if (test) …`. */
export interface Conditional {
  readonly test: string;
  readonly run: readonly Written[];
}

/** Collects the parts of a printed body. */
export class BodyOutput {
  private written: BodyPart[] = [];
  /** A block was ended for statements that stood alone, so that an `else` follows on its line. */
  private isClosed = false;

  /** All of it, with texts that follow each other as one. */
  get parts(): readonly BodyPart[] {
    const parts: BodyPart[] = [];
    let texts: string[] = [];
    this.written.forEach((part) => {
      if (typeof part === "string") texts.push(part);
      else {
        parts.push(texts.join(""), part);
        texts = [];
      }
    });
    parts.push(texts.join(""));
    return parts;
  }

  /** Whether a loop over rows is part of it. */
  get hasRows(): boolean {
    return this.written.some(isRows);
  }

  /** Goes on. */
  add(...written: readonly BodyPart[]): void {
    this.written.push(...written);
    this.isClosed = false;
  }

  /** The author's text as it stands. */
  text(text: string): void {
    this.written.push(this.isClosed ? text.replace(/^\s*(?=else\b)/, " ") : text);
    this.isClosed = false;
  }

  /** What is added by a function, apart from the rest. */
  apart(print: () => void): readonly BodyPart[] {
    const around = this.written;
    this.written = [];
    print();
    const written = this.written;
    this.written = around;
    return written;
  }

  /** The same for a value, in which no loop stands. */
  value(print: () => void): Written {
    return this.apart(print).filter((part): part is WrittenPart => typeof part === "string" || !isRows(part));
  }

  /** The blanks at the start of the line that is being written. */
  margin(): string {
    let line = "";
    for (let at = this.written.length - 1; at >= 0 && !line.includes("\n"); at--) {
      const part = this.written[at];
      line = (typeof part === "string" ? part : "") + line;
    }
    return /(?:^|\n)([ \t]*)[^\n]*$/.exec(line)?.[1] ?? "";
  }

  /** Statements in place of one, each on a line; between brackets unless they stand among others. */
  statements(statements: readonly Statement[], listed: boolean): void {
    const only = statements.length === 1 ? statements[0] : undefined;
    if (only !== undefined && !("test" in only)) return this.add(...only);
    if (!listed && statements.length > 0) return this.block(statements);
    const margin = this.margin();
    this.add(...linesOf(statements, margin).slice(1));
  }

  private block(statements: readonly Statement[]): void {
    this.joinLine();
    this.add(...blockOf(statements, this.margin()));
    this.isClosed = true;
  }

  /** A bracket stands on the line of its `if`. */
  private joinLine(): void {
    const last = this.written.at(-1);
    if (typeof last !== "string" || !/(?:^|\n)(?![^\n]*\/[/*])[^\n]*(?:\)|\belse)\s*\n\s*$/.test(last)) return;
    this.written[this.written.length - 1] = last.replace(/\s*$/, " ");
  }

  /** Nothing is left of a declaration, so nothing is left of its line, unless something follows there. */
  dropLine(after: BodyPiece | undefined): void {
    if (after !== undefined && !(typeof after === "string" && /^[ \t]*\n/.test(after))) return;
    const last = this.written.pop();
    if (last !== undefined) this.add(typeof last === "string" ? last.replace(/\n[ \t]*$/, "") : last);
  }
}

/** Whether a part is a loop over rows. */
export function isRows(part: BodyPart): part is RowLoopPlan {
  return typeof part === "object" && "kind" in part && part.kind === "rows";
}

/** Each on a line of its own, which starts with a line feed. */
function linesOf(statements: readonly Statement[], margin: string): Written {
  return statements.flatMap((each) => [`\n${margin}`, ...("test" in each ? conditional(each, margin) : each)]);
}

function blockOf(statements: readonly Statement[], margin: string): Written {
  return ["{", ...linesOf(statements, `${margin}  `), `\n${margin}}`];
}

function conditional({ test, run }: Conditional, margin: string): Written {
  const [only = [], ...more] = run;
  return [`if (${test}) `, ...(more.length === 0 ? only : blockOf(run, margin))];
}
