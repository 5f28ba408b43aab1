// What templates of the output are filled with. A template has its margins written out, and each of its lines ends. What may be
// missing is nothing, or whole lines. Only what may be too long for a line is a layout, which knows where it may break.
import { breakLine, width } from "./break-line.js";
import { arrays, flatItems, objects, type ListStyle } from "./constructs.js";
import { flatText, type Inline } from "./layout.js";
import { statementLine } from "./statement.js";

/** A line with this margin, which is broken when it is too long. `end` follows in the line. */
export function textLine(margin: string, layout: Inline, end = ""): string {
  const flat = typeof layout === "string" ? layout : flatText(layout);
  if (flat !== undefined && margin.length + flat.length + end.length <= width) return `${margin}${flat}${end}\n`;
  return `${margin}${breakLine([layout, end], margin.length)}\n`;
}

/** The texts of items one after the other. */
export function textOfAll<Item>(items: readonly Item[], textOf: (item: Item) => string): string {
  let text = "";
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item !== undefined) text += textOf(item);
  }
  return text;
}

/** Lines with this margin. */
export function textLines(margin: string, lines: readonly string[]): string {
  return textOfAll(lines, (line) => `${margin}${line}\n`);
}

/** Lines of code that may come from an author, each broken when it is too long: no two blank ones, and none at the edge of a block. */
export function textCode(margin: string, lines: readonly string[]): string {
  let text = "";
  let last = "{";
  let isBlankDue = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line === "") isBlankDue = true;
    else {
      if (isBlankDue && !last.endsWith("{") && !line.trimStart().startsWith("}")) text += "\n";
      text += margin.length + line.length <= width ? `${margin}${line}\n` : textLine(margin, statementLine(line));
      isBlankDue = false;
      last = line;
    }
  }
  return text;
}

/** A docstring, if there is anything to say. */
export function docLines(margin: string, said: string): string {
  if (said === "") return "";
  const text = said.trim();
  if (text === "") return "";
  const safe = text.includes("*/") ? text.replaceAll("*/", "*\\/") : text;
  if (!safe.includes("\n")) return `${margin}/** ${safe} */\n`;
  const rows = safe.split("\n").map((row) => `${margin} * ${row}`.trimEnd());
  return `${margin}/**\n${rows.join("\n")}\n${margin} */\n`;
}

/** `head{ a, b }end`, or a property to a line. */
export function textObject(margin: string, head: string, properties: readonly Inline[], end: string): string {
  return textList(objects, margin, head, properties, end);
}

/** `head[a, b]end`, or an item to a line. */
export function textArray(margin: string, head: string, items: readonly Inline[], end: string): string {
  return textList(arrays, margin, head, items, end);
}

function textList(style: ListStyle, margin: string, head: string, items: readonly Inline[], end: string): string {
  const { open, close, edge } = style;
  if (items.length === 0) return `${margin}${head}${open}${close}${end}\n`;
  const flat = flatItems(", ", items);
  const line = flat && `${margin}${head}${open}${edge.flat}${flat}${edge.flat}${close}${end}`;
  if (line !== undefined && line.length <= width) return `${line}\n`;
  let text = `${margin}${head}${open}\n`;
  for (let index = 0; index < items.length; index++) text += textLine(`${margin}  `, items[index] ?? "", ",");
  return `${text}${margin}${close}${end}\n`;
}
