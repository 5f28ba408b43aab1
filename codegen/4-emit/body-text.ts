// Bodies as text: the author's, with loops over the rows of whole queries in place of those over their cursors.
import type { BodyPart, ColumnFormPlan, RowLoopPlan, RowWalkPlan } from "../model/loop-plan.js";
import type { SourceFile } from "./print/source-file.js";
import { textCode, textOfAll } from "./print/text.js";
import { columnNames, columnsFunction, neededNames } from "./table-columns.js";

/** The lines of a body. */
export function bodyLines(margin: string, body: readonly BodyPart[], file: SourceFile): string {
  return textCode(margin, bodyText(body, file).split("\n"));
}

/** Constants and functions that the author's file keeps to itself, and fields of resources that stay as they are. */
export function localLines({ kept, steady }: Pick<ColumnFormPlan, "kept" | "steady">, file: SourceFile): string {
  const declared = kept.flatMap((declaration) => bodyText(declaration, file).split("\n"));
  return textCode("  ", [...declared, ...Array.from(steady, ([field, local]) => `const ${local} = ${field};`)]);
}

/** A body, or a part of one. */
export function bodyText(body: readonly BodyPart[], file: SourceFile): string {
  return textOfAll(body, (part) => {
    if (typeof part === "string") return part;
    if (!("kind" in part)) return file.ref(part);
    return part.kind === "rows" ? rowLoop(part, file) : file.type(part.name, part.from);
  });
}

/** Names that the loops of a body declare. */
export function localsOf(body: readonly BodyPart[]): string[] {
  return body.filter(isRows).flatMap((part) => {
    const own = part.walks.flatMap((walk) => {
      const { table, count, at, row, entered, columnsIn } = walk;
      const locals = [...walk.terms, ...walk.columns, ...walk.vectors].map(({ name }) => name);
      const held = walk.holds.map((hold) => hold.replace(/^const (\S+) .*$/, "$1"));
      return [table, count, at, row, entered, columnsIn, ...locals, ...held, ...walk.presences.values()];
    });
    return [...own, part.label ?? [], part.next ?? [], localsOf(part.body)].flat();
  });
}

function isRows(part: BodyPart): part is RowLoopPlan {
  return typeof part !== "string" && "kind" in part && part.kind === "rows";
}

/** The functions that take from tables what the loops of a body need of them. */
export function walkFunctions(body: readonly BodyPart[], file: SourceFile): string[] {
  return body.filter(isRows).flatMap((part) => {
    const own = part.walks.map((walk) => columnsFunction(walk.columnsIn, `the loop over \`${part.rows}\``, walk, file));
    return [...own.flatMap(({ text }) => text), ...walkFunctions(part.body, file)];
  });
}

/** The head of a loop, and what stands below it, outside of the next one. */
type LoopLines = readonly [head: string, ...declared: string[]];

/** Loops from the outside to the inside; the body stands in the innermost. */
function rowLoop(plan: RowLoopPlan, file: SourceFile): string {
  const loops = loopsOf(plan);
  const margin = `\n${plan.margin}`;
  const starts = plan.walks.flatMap((walk) => walk.starts.map((start) => bodyText(start, file)));
  const heads = loops.flatMap(([head, ...declared], depth) => [
    indented(head, depth),
    ...declared.map((line) => indented(line, depth + 1)),
  ]);
  const top = [...heads, ...starts.map((line) => indented(line, loops.length))].join(margin);
  const extra = "  ".repeat(loops.length - 1);
  const inside = bodyText(plan.body, file)
    .replaceAll(/\n(?=[^\n])/g, `\n${extra}`)
    .trimEnd();
  const ends = loops.map((_, index) => margin + indented("}", loops.length - 1 - index));
  return top + inside + ends.join("");
}

function loopsOf({ rows, walks, perRow, label, next }: RowLoopPlan): LoopLines[] {
  const [first, second] = walks;
  if (first === undefined) return [];
  const tables = `${rows}.query.tables`;
  const mark = label === undefined ? "" : `${label}: `;
  const through = (walk: RowWalkPlan, from: string): LoopLines => {
    const { table, row, count } = walk;
    const test = perRow ? [`if (!${rows}.query.accepts(${table}, ${row})) continue;`] : [];
    const own = next === undefined || walk !== (second ?? first) ? "" : `${next}: `;
    return [`${own}for (let ${row} = ${from}; ${row} < ${count}; ${row}++) {`, ...test, ...walk.holds];
  };
  if (second === undefined)
    return [[mark + tablesHead(first, rows), ...tableLines(first, first.entered)], through(first, "0")];
  const over = (walk: RowWalkPlan, from: string): LoopLines => {
    const { at, columnsIn } = walk;
    const head = `for (let ${at} = ${from}; ${at} < ${tables}.length; ${at}++) {`;
    if (!takesColumns(walk)) return [head, `const ${walk.table} = ${tables}[${at}]!;`, ...tableLines(walk, "")];
    return [head, ...tableLines(walk, `${rows}.query.columns(${columnsIn})[${at}]!`)];
  };
  const [outermost, ...declared] = over(first, "0");
  // The second of two rows comes behind the first.
  const behind = `${second.at} === ${first.at} ? ${first.row} + 1 : 0`;
  return [[mark + outermost, ...declared], through(first, "0"), over(second, first.at), through(second, behind)];
}

function tablesHead(walk: RowWalkPlan, rows: string): string {
  if (!takesColumns(walk)) return `for (const ${walk.table} of ${rows}.query.tables) {`;
  return `for (const ${walk.entered} of ${rows}.query.columns(${walk.columnsIn})) {`;
}

function takesColumns(walk: RowWalkPlan): boolean {
  return columnNames(walk).length > 0;
}

/** What a loop needs of a table; `from` is what its columns are taken from. */
function tableLines(walk: RowWalkPlan, from: string): string[] {
  const columns = takesColumns(walk) ? [`const { ${neededNames(walk).join(", ")} } = ${from};`] : [];
  return [...columns, `const ${walk.count} = ${walk.table}.count | 0;`];
}

function indented(line: string, depth: number): string {
  return "  ".repeat(depth) + line;
}
