// The rows of a query that a function takes as a whole: one class is the row, and the way through the rows; the other makes it.
import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import { maker, printQuery } from "./calls.js";
import { object } from "./print/constructs.js";
import { SourceFile } from "./print/source-file.js";
import { docLines, textLine, textLines } from "./print/text.js";
import type { QueryRowsPlan, RowTermPlan } from "../model/call-plan.js";

/** Prints the classes of one parameter. */
export function emitQueryRows(plan: QueryRowsPlan, ending: ImportEnding): GeneratedFile {
  const file = new SourceFile(plan.file, [plan.name, "Row", "world", "rows", "table", "row", "entity"], ending);
  const world = file.type("World", "ecsgen/runtime");
  const sparse = plan.terms.filter((term) => term.sparse);
  const components = object(plan.terms.map(({ name, token }) => `${name}: ${file.ref(token)}`));
  const row = rowClass(plan, file);
  const doc = docLines("", `The rows of \`${plan.parameter}\` of \`${plan.function}\`.`);
  const base = file.value("QueryRows", "ecsgen/runtime");
  const types = sparse.map((term) => `readonly ${setOf(term)}: ${file.type("SparseSet", "ecsgen/runtime")};`);
  const asked = [`super(${maker(plan.query)}(`, printQuery(plan.query, file), "), world.entities"];
  const sets = sparse.map((term) => `this.${setOf(term)} = world.sparse(${file.ref(term.token)});`);
  return file.finish([
    row,
    `${doc}export class ${plan.name} extends ${base}<Row> {
${paragraph(textLines("  ", types))}  constructor(world: ${world}) {
${textLine("    ", asked, ");")}${textLines("    ", sets)}  }

  $start(): Row {
    return new Row(this);
  }

  $components(): Record<string, ${file.type("ComponentType", "ecsgen/runtime")}> {
${textLine("    ", ["return ", components], ";")}  }
}
`,
  ]);
}

/** With a blank line behind it, if there is anything. */
function paragraph(text: string): string {
  return text === "" ? "" : `${text}\n`;
}

function rowClass(plan: QueryRowsPlan, file: SourceFile): string {
  const { terms, listed } = plan;
  const base = file.value(listed ? "ListedRowCursor" : "RowCursor", "ecsgen/runtime");
  const own = terms.flatMap((term) => members(term, file));
  const sets = terms.filter((term) => term.sparse).map((term) => `this.${setOf(term)} = rows.${setOf(term)};`);
  return `/** A row: moves on with its loop. */
class Row extends ${base} {
${paragraph(textLines("  ", own))}  constructor(rows: ${plan.name}) {
    super(rows.query${listed ? ", rows.entities" : ""});
${textLines("    ", sets)}  }

${listed ? "" : paragraph(next(plan))}${paragraph(enter(terms, file))}${moveTo(terms)}}
`;
}

function members(term: RowTermPlan, file: SourceFile): string[] {
  const { name, sparse, optional } = term;
  const cursor = file.ref(term.cursor);
  return [
    `declare ${name}: ${cursor}${optional ? " | undefined" : ""};`,
    ...(sparse && optional ? [`declare $${name}: ${cursor};`] : []),
    ...(sparse ? [`declare readonly ${setOf(term)}: ${file.type("SparseSet", "ecsgen/runtime")};`] : []),
  ];
}

/** A step is printed for each query, so that V8 knows its row. */
function next({ perRow }: QueryRowsPlan): string {
  if (!perRow) {
    return `  next(): this {
    do {
      if (++this.$row < this.$count) {
        this.$moveTo();
        return this;
      }
    } while (this.$nextTable());
    return this;
  }
`;
  }
  return `  next(): this {
    do {
      while (++this.$row < this.$count) {
        if (!this.$query.accepts(this.$table!, this.$row)) continue;
        this.$moveTo();
        return this;
      }
    } while (this.$nextTable());
    return this;
  }
`;
}

function enter(terms: readonly RowTermPlan[], file: SourceFile): string {
  const table = file.type("Table", "ecsgen/runtime");
  if (terms.length === 0) return `  $enter(_table: ${table}): void {}\n`;
  const inTable = terms.some(({ sparse }) => !sparse);
  const cursors = terms.map((term) => made(term, file));
  return `  $enter(${inTable ? "table" : "_table"}: ${table}): void {
${textLines("    ", cursors)}  }
`;
}

function made(term: RowTermPlan, file: SourceFile): string {
  const { name, sparse, optional } = term;
  const cursor = file.ref(term.cursor);
  if (sparse) return `this.${optional ? "$" : ""}${name} = new ${cursor}(this.${setOf(term)}.table);`;
  if (!optional) return `this.${name} = new ${cursor}(table);`;
  return `this.${name} = table.has(${file.ref(term.token)}.index) ? new ${cursor}(table) : undefined;`;
}

function moveTo(terms: readonly RowTermPlan[]): string {
  if (terms.length === 0) return "  $moveTo(): void {}\n";
  const inTable = terms.filter(({ sparse }) => !sparse);
  const sparse = terms.filter((term) => term.sparse);
  return `  $moveTo(): void {
${inTable.length === 0 ? "" : "    const row = this.$row;\n"}${textLines("    ", inTable.map(tableRow))}\
${sparse.length === 0 ? "" : "    const { entity } = this;\n"}${textLines("    ", sparse.flatMap(denseRow))}  }
`;
}

function tableRow({ name, optional }: RowTermPlan): string {
  return optional ? `if (this.${name} !== undefined) this.${name}.$row = row;` : `this.${name}.$row = row;`;
}

function denseRow(term: RowTermPlan): string[] {
  const { name, optional } = term;
  if (!optional) return [`this.${name}.$row = this.${setOf(term)}.rowOf(entity);`];
  return [
    `this.$${name}.$row = this.${setOf(term)}.rowOf(entity);`,
    `this.${name} = this.$${name}.$row < 0 ? undefined : this.$${name};`,
  ];
}

/** The set of a sparse component; `$` keeps it clear of the members of a row. */
function setOf({ name }: RowTermPlan): string {
  return `$${name}Set`;
}
