import type { Fill, GroupPart, Inline } from "./layout.js";

/** The most characters of a line. */
export const width = 120;

/** A part of a line, with the indentation of the lines that begin inside it. */
export interface Indented {
  readonly indent: number;
  readonly layout: Inline;
}

/** The text of parts of a line that is too long without breaks. `column` is where the first of them starts. */
export function breakLine(parts: readonly Indented[], column: number): string {
  return new LineBreaker(parts, column).print();
}

/** Undefined for what cannot be on one line. */
export function flatText(layout: GroupPart): string | undefined {
  if (typeof layout === "string") return layout;
  if (!("kind" in layout)) return flatTextOfAll(layout);
  switch (layout.kind) {
    case "break":
      return layout.flat;
    case "hard-break":
      return undefined;
    case "if-broken":
      return flatText(layout.flat);
    case "fill":
      return layout.items.join(", ");
    case "indent":
      return flatText(layout.of);
    case "group":
      return layout.broken ? undefined : flatText(layout.of);
  }
}

function flatTextOfAll(layouts: readonly GroupPart[]): string | undefined {
  let text = "";
  for (const layout of layouts) {
    const part = flatText(layout);
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

interface Step {
  readonly indent: number;
  readonly broken: boolean;
  readonly layout: GroupPart;
}

/** Steps still to do are a stack; `column` is where the next character goes, or -1 before the first of a line. */
class LineBreaker {
  private text = "";
  private column: number;
  private readonly steps: Step[];

  constructor(parts: readonly Indented[], column: number) {
    this.column = column;
    this.steps = parts.map(({ indent, layout }) => ({ indent, broken: true, layout })).reverse();
  }

  print(): string {
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) this.take(step);
    return this.text;
  }

  private take({ indent, broken, layout }: Step): void {
    if (typeof layout === "string") return this.write(layout, indent);
    if (!("kind" in layout)) return this.pushAll(layout, indent, broken);
    switch (layout.kind) {
      case "break":
        return broken ? this.newLine() : this.write(layout.flat, indent);
      case "hard-break":
        return this.newLine();
      case "indent":
        return this.push(layout.of, indent + layout.by, broken);
      case "group":
        return this.push(layout.of, indent, layout.broken || !this.fits({ indent, broken: false, layout: layout.of }));
      case "if-broken":
        return this.push(broken ? layout.broken : layout.flat, indent, broken);
      case "fill":
        return this.fill(layout, indent);
    }
  }

  private push(layout: GroupPart, indent: number, broken: boolean): void {
    this.steps.push({ indent, broken, layout });
  }

  private pushAll(layouts: readonly GroupPart[], indent: number, broken: boolean): void {
    for (let i = layouts.length - 1; i >= 0; i--) this.push(layouts[i] ?? "", indent, broken);
  }

  private write(text: string, indent: number): void {
    if (text === "") return;
    if (this.column < 0) {
      this.text += " ".repeat(indent);
      this.column = indent;
    }
    this.text += text;
    this.column += text.length;
  }

  private newLine(): void {
    this.text += "\n";
    this.column = -1;
  }

  private fill({ items }: Fill, indent: number): void {
    for (const [index, item] of items.entries()) {
      const word = index === items.length - 1 ? item : `${item},`;
      if (index > 0) {
        if (this.column + 1 + word.length <= width) this.write(" ", indent);
        else this.newLine();
      }
      this.write(word, indent);
    }
  }

  /** Whether a step, printed flat, and what follows it up to the next possible end of the line, stay within the width. */
  private fits(step: Step): boolean {
    let room = width - (this.column < 0 ? step.indent : this.column);
    const ahead: Step[] = [step];
    let rest = this.steps.length;
    while (room >= 0) {
      const next = ahead.pop() ?? this.steps[--rest];
      if (next === undefined) return true;
      const { indent, layout, broken } = next;
      if (typeof layout === "string") {
        room -= layout.length;
      } else if (!("kind" in layout)) {
        for (let i = layout.length - 1; i >= 0; i--) ahead.push({ indent, broken, layout: layout[i] ?? "" });
      } else if (layout.kind === "break") {
        if (broken) return true;
        room -= layout.flat.length;
      } else if (layout.kind === "hard-break") {
        // What holds a line that ends in any case cannot be flat.
        return rest < this.steps.length;
      } else if (layout.kind === "group") {
        if (layout.broken && !broken) return false;
        ahead.push({ indent, broken: layout.broken, layout: layout.of });
      } else if (layout.kind === "if-broken") {
        ahead.push({ indent, broken, layout: broken ? layout.broken : layout.flat });
      } else if (layout.kind === "fill") {
        room -= layout.items.join(", ").length;
      } else {
        ahead.push({ indent, broken, layout: layout.of });
      }
    }
    return false;
  }
}
