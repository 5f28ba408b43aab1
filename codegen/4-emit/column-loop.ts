// A loop with the body of its function in it: over the rows of tables, with columns in place of components.
import type { ColumnFormPlan, LoopNames, LoopPlan, TermPlan } from "../model/loop-plan.js";
import { bodyLines, keptLines, localsOf, walkFunctions } from "./body-text.js";
import { columnNames, columnsFunction, neededNames, type LoopColumns } from "./table-columns.js";
import { given, head } from "./loop-head.js";
import { assignment, doc, object } from "./print/constructs.js";
import { code, lines, paragraphs, type Layout } from "./print/layout.js";
import { SourceFile, type FileLayout } from "./print/source-file.js";

/**
 * Prints the column form of a function. `| 0` tells V8 that the count is a whole number, which Node 20 finds out for every row else.
 * Columns are looked for in a function of its own, which a run only asks again where they have moved.
 */
export function emitColumnLoop(plan: LoopPlan, form: ColumnFormPlan): FileLayout {
  const { names } = form;
  const { world, query, table, row, count } = names;
  const file = new SourceFile(plan.file, ownNames(plan, form));
  const terms = plan.terms.filter((term) => isUsed(term, form));
  const used = plan.arguments.filter(({ name }) => form.used.has(name));
  const readers = used.filter(({ kind }) => kind === "reader");
  const entity = used.some(({ kind }) => kind === "entity");
  const label = form.label === undefined ? "" : `${form.label}: `;
  const body = bodyLines(form.body, file);
  const columns = { ...form, table, terms };
  return file.finish(code`
${doc(plan.doc)}
${head(plan, file, used, names)} {
  ${lines(given(used, world, file))}
  ${keptLines(form, file)}
  ${lines([...form.steady].map(([field, local]) => `const ${local} = ${field};`))}
  ${overTables(columns, names)}
    ${unpacked(columns, names)}
    const ${count} = ${table}.count | 0;
    // The body of \`${plan.function.qualified.replace(/^.*\./, "")}\` in ${plan.function.place.file}.
    ${label}for (let ${row} = 0; ${row} < ${count}; ${row}++) {
      ${plan.perRow ? `if (!${query}.accepts(${table}, ${row})) continue;` : undefined}
      ${entity ? `const ${names.entity} = ${world}.memory.entity[${table}.entities + ${row}]!;` : undefined}
      ${lines(readers.map(({ name }) => `${name}.rewind();`))}
      ${body}
    }
  }
}

${paragraphs([columnsFunction(names.columnsIn, "the loop", columns, file) ?? [], ...walkFunctions(form.body, file)])}
`);
}

/** The head of the loop over tables. */
function overTables(used: LoopColumns, { query, table, columns, columnsIn }: LoopNames): string {
  if (columnNames(used).length === 0) return `for (const ${table} of ${query}.tables) {`;
  return `for (const ${columns} of ${query}.columns(${columnsIn})) {`;
}

/** The columns of a table as locals, and the table. */
function unpacked(used: LoopColumns, { columns }: LoopNames): Layout | undefined {
  return columnNames(used).length === 0 ? undefined : assignment(["const ", object(neededNames(used))], columns);
}

function ownNames(plan: LoopPlan, { names, columns, vectors, label, steady, taken, body }: ColumnFormPlan): string[] {
  const args = plan.arguments.flatMap((argument) =>
    argument.kind === "reader" ? [argument.name, argument.member] : [argument.name],
  );
  const locals = [...plan.terms, ...columns, ...vectors].map(({ name }) => name);
  return [
    plan.name,
    ...Object.values(names),
    ...taken,
    ...args,
    ...locals,
    ...steady.values(),
    ...(label === undefined ? [] : [label]),
    ...localsOf(body),
  ];
}

function isUsed(term: TermPlan, { columns, presences }: ColumnFormPlan): boolean {
  return presences.has(term) || columns.some((column) => column.term === term);
}
