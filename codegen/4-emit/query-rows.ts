// The rows of a query that a function takes as a whole: one class is the row, and the way through the rows; the other makes it.
import { maker, printQuery } from "./calls.js";
import { doc, object } from "./print/constructs.js";
import { code, lines, paragraphs, type Layout } from "./print/layout.js";
import { SourceFile, type FileLayout } from "./print/source-file.js";
import type { QueryRowsPlan, RowTermPlan } from "../model/call-plan.js";

/** Prints the classes of one parameter. */
export function emitQueryRows(plan: QueryRowsPlan): FileLayout {
  const file = new SourceFile(plan.file, [plan.name, "Row", "world", "rows", "table", "row", "entity"]);
  const world = file.type("World", "ecsgen/runtime");
  const sparse = plan.terms.filter((term) => term.sparse);
  const components = object(plan.terms.map(({ name, token }) => `${name}: ${file.ref(token)}`));
  return file.finish(code`
${rowClass(plan, file)}

${doc(`The rows of \`${plan.parameter}\` of \`${plan.function}\`.`)}
export class ${plan.name} extends ${file.value("QueryRows", "ecsgen/runtime")}<Row> {
  ${lines(sparse.map((term) => `readonly ${setOf(term)}: ${file.type("SparseSet", "ecsgen/runtime")};`))}

  constructor(world: ${world}) {
    super(${maker(plan.query)}(${printQuery(plan.query, file)}), world.entities);
    ${lines(sparse.map((term) => `this.${setOf(term)} = world.sparse(${file.ref(term.token)});`))}
  }

  $start(): Row {
    return new Row(this);
  }

  $components(): Record<string, ${file.type("ComponentType", "ecsgen/runtime")}> {
    return ${components};
  }
}
`);
}

function rowClass(plan: QueryRowsPlan, file: SourceFile): Layout {
  const { terms, listed } = plan;
  const sparse = terms.filter((term) => term.sparse);
  const base = file.value(listed ? "ListedRowCursor" : "RowCursor", "ecsgen/runtime");
  const constructor = code`
constructor(rows: ${plan.name}) {
  super(rows.query${listed ? ", rows.entities" : ""});
  ${lines(sparse.map((term) => `this.${setOf(term)} = rows.${setOf(term)};`))}
}
`;
  return code`
/** A row: moves on with its loop. */
class Row extends ${base} {
  ${lines(terms.flatMap((term) => members(term, file)))}

  ${paragraphs([constructor, ...(listed ? [] : [next(plan)]), enter(terms, file), moveTo(terms)])}
}
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
function next({ perRow }: QueryRowsPlan): Layout {
  if (!perRow) {
    return code`
next(): this {
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
  return code`
next(): this {
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

function enter(terms: readonly RowTermPlan[], file: SourceFile): Layout {
  if (terms.length === 0) return code`$enter(_table: ${file.type("Table", "ecsgen/runtime")}): void {}`;
  const inTable = terms.some(({ sparse }) => !sparse);
  return code`
$enter(${inTable ? "table" : "_table"}: ${file.type("Table", "ecsgen/runtime")}): void {
  ${lines(terms.map((term) => made(term, file)))}
}
`;
}

function made(term: RowTermPlan, file: SourceFile): string {
  const { name, sparse, optional } = term;
  const cursor = file.ref(term.cursor);
  if (sparse) return `this.${optional ? "$" : ""}${name} = new ${cursor}(this.${setOf(term)}.table);`;
  if (!optional) return `this.${name} = new ${cursor}(table);`;
  return `this.${name} = table.has(${file.ref(term.token)}.index) ? new ${cursor}(table) : undefined;`;
}

function moveTo(terms: readonly RowTermPlan[]): Layout {
  if (terms.length === 0) return "$moveTo(): void {}";
  const inTable = terms.filter(({ sparse }) => !sparse);
  const sparse = terms.filter((term) => term.sparse);
  return code`
$moveTo(): void {
  ${inTable.length === 0 ? undefined : "const row = this.$row;"}
  ${lines(inTable.map(tableRow))}
  ${sparse.length === 0 ? undefined : "const { entity } = this;"}
  ${lines(sparse.flatMap(denseRow))}
}
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
