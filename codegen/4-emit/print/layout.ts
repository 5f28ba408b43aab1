// What may be too long for a line: text that knows where it may break. It is printed in lines of at most 120 characters, in the way
// prettier would.
//
//   Inline    string             as it is; holds a line feed only if it was printed before
//             Group              broken or not as a whole: flat if it fits, up to the next place that may break
//             Fill               breaks only where the line is full
//             Breakable          groups that are made only for a line that is too long
//   in groups Break              `flat` while its group fits on the line, else `broken` and a new line
//             HardBreak          a new line, so that no group around it is flat
//             Indent             more spaces at the start of lines
//             IfBroken           one text or another
//
// Each may also be an array of its kind: one after the other.

/** Text of a line that knows where it may break. */
export type Inline = string | readonly Inline[] | Group | Fill | Breakable;

/** What a group can hold: its own breaks too, but nothing that has lines of its own. */
export type GroupPart = Inline | readonly GroupPart[] | Break | HardBreak | Indent | IfBroken;

/** All that has a kind knows its text on one line, which is undefined for what cannot be on one. */
interface HardBreak {
  readonly kind: "hard-break";
  readonly flat: undefined;
}

/** A place where a line may end. */
export interface Break {
  readonly kind: "break";
  readonly flat: string;
  readonly broken: string;
}

interface Indent {
  readonly kind: "indent";
  readonly flat: string | undefined;
  readonly by: number;
  readonly of: GroupPart;
}

interface Group {
  readonly kind: "group";
  readonly flat: string | undefined;
  readonly of: GroupPart;
}

/** What few lines are too long for: its text while it is flat, and how it is made where it may have to break. */
interface Breakable {
  readonly kind: "breakable";
  readonly flat: string;
  readonly of: () => Inline;
}

/** Words with a comma between them. */
export interface Fill {
  readonly kind: "fill";
  readonly flat: string;
  readonly items: readonly string[];
}

interface IfBroken {
  readonly kind: "if-broken";
  readonly flat: string;
  readonly broken: GroupPart;
}

/** Nothing while its group is flat, a new line when it breaks. */
export const softLine: Break = { kind: "break", flat: "", broken: "" };
/** A space while its group is flat, a new line when it breaks. */
export const line: Break = { kind: "break", flat: " ", broken: "" };
/** A comma, and a space or a new line. */
export const commaLine: Break = { kind: "break", flat: ", ", broken: "," };
/** A semicolon, and a space or a new line. */
export const semicolonLine: Break = { kind: "break", flat: "; ", broken: ";" };
/** A new line in any case. */
export const hardLine: GroupPart = { kind: "hard-break", flat: undefined };

/** Whether a layout is several, one after the other. That it has no `kind` would say it too, but V8 takes long to look for what is not there. */
export function isList<Part>(layout: Part): layout is Extract<Part, readonly unknown[]> {
  return Array.isArray(layout);
}

/** The text of a layout on one line; undefined for what cannot be on one. */
export function flatText(layout: GroupPart): string | undefined {
  if (typeof layout === "string") return layout;
  return isList(layout) ? flatTextOfAll(layout) : layout.flat;
}

function flatTextOfAll(layouts: readonly GroupPart[]): string | undefined {
  let text = "";
  for (let index = 0; index < layouts.length; index++) {
    const part = flatText(layouts[index] ?? "");
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

/** Two more spaces at the start of every line that begins inside. */
export function indent(...of: readonly GroupPart[]): GroupPart {
  return indentBy(2, of);
}

/** So many more spaces at the start of every line that begins inside. */
export function indentBy(by: number, of: GroupPart): GroupPart {
  return { kind: "indent", flat: flatText(of), by, of };
}

/** All breaks of it happen, or none. */
export function group(...of: readonly GroupPart[]): Inline {
  return { kind: "group", flat: flatText(of), of };
}

/** A group that breaks even if it would fit. */
export function brokenGroup(...of: readonly GroupPart[]): Inline {
  return { kind: "group", flat: undefined, of };
}

/** One text when the group around it breaks, another when it does not. */
export function ifBroken(broken: GroupPart, flat = ""): GroupPart {
  return { kind: "if-broken", flat, broken };
}

/** Items with a space or a new line between them, as many to a line as fit. */
export function fill(items: readonly string[]): Inline {
  return { kind: "fill", flat: items.join(", "), items };
}

/** Items with something between them. Text stays text, which is printed faster than its parts. */
export function join(separator: GroupPart, items: readonly Inline[]): GroupPart {
  if (typeof separator === "string" && isText(items)) return items.join(separator);
  const joined: GroupPart[] = [];
  for (const item of items) {
    if (joined.length > 0) joined.push(separator);
    joined.push(item);
  }
  return joined;
}

function isText(items: readonly Inline[]): items is readonly string[] {
  return items.every((item) => typeof item === "string");
}
