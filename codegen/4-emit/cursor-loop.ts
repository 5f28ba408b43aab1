import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { LoopPlan, TermPlan } from "../model/loop-plan.js";
import { given, head } from "./loop-head.js";
import { call } from "./print/constructs.js";
import { SourceFile } from "./print/source-file.js";
import { docLines, textLine, textLines } from "./print/text.js";

/** Rows that share cursors. */
const batch = "128";

/** Calls the function with cursors: over the rows of tables, or over those of a sparse component. */
export function emitCursorLoop(plan: LoopPlan, ending: ImportEnding): GeneratedFile {
  const locals = plan.terms.flatMap((term) => [term.name, term.some, term.set, term.dense]);
  const names = plan.arguments.flatMap((argument) =>
    argument.kind === "reader" ? [argument.name, argument.member] : [argument.name],
  );
  const own = ["world", "query", "table", "row", "count", "end", "dense", "entity", "entered", "run"];
  const file = new SourceFile(plan.file, [plan.name, ...own, ...locals, ...names], ending);
  return file.finish([plan.driver === undefined ? overTables(plan, file) : overSparse(plan, plan.driver, file)]);
}

/**
 * Rows go in batches, each with cursors of its own: V8 takes a cursor apart into registers when the loop makes it, and
 * only once it has seen its constructor at work a few times.
 */
function overTables(plan: LoopPlan, file: SourceFile): string {
  const terms = plan.terms.filter((term) => !term.sparse);
  const sparse = plan.terms.filter((term) => term.sparse);
  const optional = terms.filter((term) => term.optional);
  const required = terms.filter((term) => !term.optional);
  const needsEntity = sparse.length > 0;
  const entity = plan.arguments.some((argument) => argument.kind === "entity");
  const fromTable = "world.memory.entity[table.entities + row]!";
  const sets = sparse.map((term) => theSet(term, file));
  return `${start(plan, file)}${textLines("  ", sets)}  for (const table of query.tables) {
${makers("    ", optional, file)}    const { count } = table;
    for (let row = 0; row < count;) {
      const end = Math.min(row + ${batch}, count);
${makers("      ", required, file)}${makers("      ", sparse, file)}      for (; row < end; row++) {
${plan.perRow ? "        if (!query.accepts(table, row)) continue;\n" : ""}\
${needsEntity ? `        const entity = ${fromTable};\n` : ""}\
${textLines("        ", [...terms.map(tableRow), ...sparse.flatMap(denseRow)])}\
${called("        ", plan, entity && !needsEntity ? fromTable : "entity")}      }
    }
  }
}
`;
}

function overSparse(plan: LoopPlan, driver: TermPlan, file: SourceFile): string {
  const terms = plan.terms.filter((term) => !term.sparse);
  const others = plan.terms.filter((term) => term.sparse && term !== driver);
  const sets = [driver, ...others].flatMap((term) => [theSet(term, file), made(term, "const ", file)]);
  const found = "query.tableOf(entity)";
  const lookup =
    terms.length === 0
      ? [`if (${found} === undefined) continue;`]
      : [`const table = ${found};`, "if (table === undefined) continue;"];
  const own = textLines(
    "  ",
    terms.map((term) => declared(term, file)),
  );
  const entered = terms.length > 0 && `  let entered: ${file.type("Table", "ecsgen/runtime")} | undefined;\n`;
  return `${start(plan, file)}${textLines("  ", sets)}${own}${entered || ""}  const { count } = ${driver.set}.table;
  for (let dense = 0; dense < count; dense++) {
    const entity = ${driver.set}.table.entityAt(dense);
${textLines("    ", lookup)}${terms.length === 0 ? "" : enteredOnce(terms, file)}\
${textLines("    ", [...terms.map(tableRow), `${driver.name}.$row = dense;`, ...others.flatMap(denseRow)])}\
${called("    ", plan, "entity")}  }
}
`;
}

function start(plan: LoopPlan, file: SourceFile): string {
  return `${docLines("", plan.doc)}${textLine("", head(plan, file), " {")}${textLines("  ", locals(plan, file))}`;
}

function makers(margin: string, terms: readonly TermPlan[], file: SourceFile): string {
  return textLines(
    margin,
    terms.map((term) => made(term, "const ", file)),
  );
}

/** The function is one of them, since an import is looked up at each call. */
function locals(plan: LoopPlan, file: SourceFile): string[] {
  return [`const run = ${file.ref(plan.bound)};`, ...given(plan.arguments, "world", file)];
}

function theSet(term: TermPlan, file: SourceFile): string {
  return `const ${term.set} = world.sparse(${file.ref(term.token)});`;
}

function made(term: TermPlan, declare: "const " | "", file: SourceFile): string {
  const cursor = `new ${file.ref(term.cursor)}(${term.sparse ? `${term.set}.table` : "table"})`;
  if (!term.optional || term.sparse) return `${declare}${term.name} = ${cursor};`;
  return `${declare}${term.name} = table.has(${file.ref(term.token)}.index) ? ${cursor} : undefined;`;
}

/** A cursor that is made when an entity is found, since only its table says where the columns are. */
function declared(term: TermPlan, file: SourceFile): string {
  const cursor = file.type(term.cursor.name, term.cursor.from);
  return term.optional ? `let ${term.name}: ${cursor} | undefined;` : `let ${term.name}!: ${cursor};`;
}

function enteredOnce(terms: readonly TermPlan[], file: SourceFile): string {
  const cursors = terms.map((term) => made(term, "", file));
  return `    if (table !== entered) {
${textLines("      ", cursors)}      entered = table;
    }
    const row = world.entities.rowOf(entity);
`;
}

function tableRow(term: TermPlan): string {
  return term.optional ? `if (${term.name} !== undefined) ${term.name}.$row = row;` : `${term.name}.$row = row;`;
}

function denseRow(term: TermPlan): string[] {
  if (!term.optional) return [`${term.name}.$row = ${term.set}.rowOf(entity);`];
  return [
    `const ${term.dense} = ${term.set}.rowOf(entity);`,
    `${term.name}.$row = ${term.dense};`,
    `const ${term.some} = ${term.dense} < 0 ? undefined : ${term.name};`,
  ];
}

/** Every row reads the same events. */
function called(margin: string, plan: LoopPlan, entity: string): string {
  const readers = plan.arguments.filter((argument) => argument.kind === "reader");
  const given = plan.arguments.map((argument) => {
    if (argument.kind === "world") return "world";
    return argument.kind === "entity" ? entity : argument.name;
  });
  const rewound = readers.map(({ name }) => `${name}.rewind();`);
  return textLines(margin, rewound) + textLine(margin, call("run", given), ";");
}
