import type { Layout } from "./layout.js";

const width = 120;

interface Step {
  readonly indent: number;
  readonly broken: boolean;
  readonly layout: Layout;
}

/**
 * The text of a layout: no line ends in spaces, no two blank lines follow each other, no block starts or ends with a
 * blank line, and the last line is ended too.
 */
export function render(layout: Layout): string {
  if (typeof layout === "string") return tidied(layout);
  const printer = new Printer();
  printer.print(layout);
  return tidied(printer.text);
}

/** Steps still to do are a stack; `column` is where the next character goes, or -1 before the first of a line. */
class Printer {
  text = "";
  private column = -1;
  private readonly steps: Step[] = [];

  print(layout: Layout): void {
    this.steps.push({ indent: 0, broken: true, layout });
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) this.take(step);
  }

  private take({ indent, broken, layout }: Step): void {
    if (typeof layout === "string") return this.write(layout, indent);
    if (!("kind" in layout)) return this.pushAll(layout, indent, broken);
    switch (layout.kind) {
      case "break":
        return broken ? this.newLine() : this.write(layout.flat, indent);
      case "indent":
        return this.push(layout.of, indent + layout.by, broken);
      case "group":
        return this.push(layout.of, indent, layout.broken || !this.fits({ indent, broken: false, layout: layout.of }));
      case "if-broken":
        return this.push(broken ? layout.broken : layout.flat, indent, broken);
      case "fill":
        return this.fill(layout.items, indent);
    }
  }

  private push(layout: Layout, indent: number, broken: boolean): void {
    this.steps.push({ indent, broken, layout });
  }

  private pushAll(layouts: readonly Layout[], indent: number, broken: boolean): void {
    for (let i = layouts.length - 1; i >= 0; i--) this.push(layouts[i] ?? "", indent, broken);
  }

  private write(text: string, indent: number): void {
    if (indent === 0) return this.writeOutside(text);
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      this.writeInLine(text.slice(start, end), indent);
      this.newLine();
      start = end + 1;
    }
    this.writeInLine(start === 0 ? text : text.slice(start), indent);
  }

  /** Where nothing is indented, lines need not be told apart. */
  private writeOutside(text: string): void {
    if (text === "") return;
    const last = text.lastIndexOf("\n") + 1;
    this.text += text;
    if (last === 0) this.column = Math.max(this.column, 0) + text.length;
    else this.column = last === text.length ? -1 : text.length - last;
  }

  private writeInLine(text: string, indent: number): void {
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

  private fill(items: readonly Layout[], indent: number): void {
    items.forEach((item, index) => {
      const last = index === items.length - 1;
      const word: Layout = last ? item : [item, ","];
      if (index > 0) {
        if (this.column + 1 + flatLength(word) <= width) this.write(" ", indent);
        else this.newLine();
      }
      this.write(flatText(word), indent);
    });
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
        const end = layout.indexOf("\n");
        // What holds a line that ends in any case cannot be flat.
        if (end >= 0) return rest < this.steps.length && end <= room;
        room -= layout.length;
      } else if (!("kind" in layout)) {
        for (let i = layout.length - 1; i >= 0; i--) ahead.push({ indent, broken, layout: layout[i] ?? "" });
      } else if (layout.kind === "break") {
        if (broken) return true;
        room -= layout.flat.length;
      } else if (layout.kind === "group") {
        if (layout.broken && !broken) return false;
        ahead.push({ indent, broken: layout.broken, layout: layout.of });
      } else if (layout.kind === "if-broken") {
        ahead.push({ indent, broken, layout: broken ? layout.broken : layout.flat });
      } else if (layout.kind === "fill") {
        room -= flatLength(layout);
      } else {
        ahead.push({ indent, broken, layout: layout.of });
      }
    }
    return false;
  }
}

function flatLength(layout: Layout): number {
  return flatText(layout).length;
}

function flatText(layout: Layout): string {
  if (typeof layout === "string") return layout;
  if (!("kind" in layout)) return layout.map(flatText).join("");
  switch (layout.kind) {
    case "break":
      return layout.flat;
    case "if-broken":
      return flatText(layout.flat);
    case "fill":
      return layout.items.map(flatText).join(", ");
    case "indent":
    case "group":
      return flatText(layout.of);
  }
}

function tidied(text: string): string {
  let tidy = "";
  let start = afterBlank(text, 0);
  for (let end = text.indexOf("\n\n", start); end >= 0; end = text.indexOf("\n\n", start)) {
    const next = afterBlank(text, end);
    tidy += text.slice(start, end + 1);
    if (next < text.length && text[end - 1] !== "{" && !closesBlock(text, next)) tidy += "\n";
    start = next;
  }
  tidy += text.slice(start);
  return tidy.endsWith("\n") ? tidy : `${tidy}\n`;
}

function afterBlank(text: string, at: number): number {
  let next = at;
  while (text[next] === "\n") next++;
  return next;
}

function closesBlock(text: string, at: number): boolean {
  let next = at;
  while (text[next] === " ") next++;
  return text[next] === "}";
}
