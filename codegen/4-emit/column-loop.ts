// A loop with the body of its function in it: over the rows of tables, with columns in place of components.
import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { ColumnFormPlan, LoopNames, LoopPlan, TermPlan } from "../model/loop-plan.js";
import { bodyLines, localLines, localsOf, walkFunctions } from "./body-text.js";
import { columnsFunction } from "./table-columns.js";
import { helperFunctions, helperNames } from "./helpers.js";
import { given, head } from "./loop-head.js";
import { SourceFile } from "./print/source-file.js";
import { docLines, textLine, textLines, textObject, textOfAll } from "./print/text.js";

/**
 * Prints the column form of a function. `| 0` tells V8 that the count is a whole number, which Node 20 finds out for every row else.
 * Columns are looked for in a function of its own, which a run only asks again where they have moved.
 */
export function emitColumnLoop(plan: LoopPlan, form: ColumnFormPlan, ending: ImportEnding): GeneratedFile {
  const { names } = form;
  const { world, table, row, count } = names;
  const file = new SourceFile(plan.file, ownNames(plan, form), ending);
  const used = plan.arguments.filter(({ name }) => form.used.has(name));
  const { columns, vectors, presences } = form;
  const terms = plan.terms.filter((term) => isUsed(term, form));
  const label = form.label === undefined ? "" : `${form.label}: `;
  const body = bodyLines("      ", form.body, file);
  const start = textLine("", [head(plan, file, used, names), " {"]);
  const locals = textLines("  ", given(used, world, file)) + localLines(form, file);
  const taken = columnsFunction(names.columnsIn, "the loop", { table, terms, columns, vectors, presences }, file);
  const loop = `${docLines("", plan.doc)}${start}${locals}${overTables(taken.names, names)}\
    const ${count} = ${table}.count | 0;
    // The body of \`${plan.function.qualified.replace(/^.*[.#]/, "")}\` in ${plan.function.place.file}.
    ${label}for (let ${row} = 0; ${row} < ${count}; ${row}++) {
${rowStart(plan, used, names)}${body}    }
  }
}
`;
  return file.finish([loop, ...helperFunctions(form, file), ...taken.text, ...walkFunctions(form.body, file)]);
}

/** The head of the loop over tables, and the columns that it takes from them as locals. */
function overTables(taken: readonly string[], { query, table, columns, columnsIn }: LoopNames): string {
  if (taken.length === 0) return `  for (const ${table} of ${query}.tables) {\n`;
  const unpacked = textObject("    ", "const ", [...taken, table], ` = ${columns};`);
  return `  for (const ${columns} of ${query}.columns(${columnsIn})) {\n${unpacked}`;
}

/** What comes before the body. */
function rowStart({ perRow }: LoopPlan, used: LoopPlan["arguments"], names: LoopNames): string {
  const { world, query, table, row, entity } = names;
  const test = perRow && `      if (!${query}.accepts(${table}, ${row})) continue;\n`;
  const needsEntity = used.some(({ kind }) => kind === "entity");
  const found = needsEntity && `      const ${entity} = ${world}.memory.entity[${table}.entities + ${row}]!;\n`;
  const readers = used.filter(({ kind }) => kind === "reader");
  return `${test || ""}${found || ""}${textOfAll(readers, ({ name }) => `      ${name}.rewind();\n`)}`;
}

function ownNames(plan: LoopPlan, form: ColumnFormPlan): string[] {
  const { names, columns, vectors, label, steady, taken, body } = form;
  const own = [
    plan.name,
    ...Object.values(names),
    ...taken,
    ...steady.values(),
    ...localsOf(body),
    ...helperNames(form),
  ];
  for (const argument of plan.arguments) {
    own.push(argument.name);
    if (argument.kind === "reader") own.push(argument.member);
  }
  for (const { name } of plan.terms) own.push(name);
  for (const { name } of columns) own.push(name);
  for (const { name } of vectors) own.push(name);
  if (label !== undefined) own.push(label);
  return own;
}

function isUsed(term: TermPlan, { columns, presences }: ColumnFormPlan): boolean {
  return presences.has(term) || columns.some((column) => column.term === term);
}
