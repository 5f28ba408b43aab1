import type { GeneratedFile } from "../model/generated-file.js";
import type { ArgumentPlan, LoopPlan, TermPlan } from "../model/plan.js";
import { readerType } from "./calls.js";
import { call, doc } from "./print/constructs.js";
import { code, lines, type Layout } from "./print/layout.js";
import { SourceFile } from "./print/source-file.js";

/** A per-entity function compiled into a loop: over the rows of tables, or over those of a sparse component. */
export function emitLoop(plan: LoopPlan): GeneratedFile {
  const locals = plan.terms.flatMap((term) => [term.name, term.some, term.set, term.dense]);
  const names = plan.arguments.flatMap((argument) =>
    argument.kind === "reader" ? [argument.name, argument.member] : [argument.name],
  );
  const own = ["world", "query", "table", "row", "count", "dense", "entity", "entered", "run"];
  const file = new SourceFile(plan.file, [plan.name, ...own, ...locals, ...names]);
  return file.finish(plan.driver === undefined ? overTables(plan, file) : overSparse(plan, plan.driver, file));
}

function overTables(plan: LoopPlan, file: SourceFile): Layout {
  const terms = plan.terms.filter((term) => !term.sparse);
  const sparse = plan.terms.filter((term) => term.sparse);
  const needsEntity = sparse.length > 0;
  const entity = plan.arguments.some((argument) => argument.kind === "entity");
  const fromTable = "world.memory.entity[table.entities + row]!";
  return code`
${doc(plan.doc)}
${head(plan, file)} {
  ${lines(locals(plan, file))}
  ${lines(terms.map((term) => made(term, file)))}
  ${lines(sparse.flatMap((term) => sparseStart(term, file)))}
  for (const table of query.tables) {
    ${lines(terms.flatMap((term) => entered(term, "const ", file)))}
    const { count } = table;
    for (let row = 0; row < count; row++) {
      ${plan.perRow ? "if (!query.accepts(table, row)) continue;" : undefined}
      ${needsEntity ? `const entity = ${fromTable};` : undefined}
      ${lines(terms.map((term) => `${term.name}.$row = row;`))}
      ${lines(sparse.flatMap(denseRow))}
      ${called(plan, entity && !needsEntity ? fromTable : "entity")}
    }
  }
}
`;
}

function overSparse(plan: LoopPlan, driver: TermPlan, file: SourceFile): Layout {
  const terms = plan.terms.filter((term) => !term.sparse);
  const others = plan.terms.filter((term) => term.sparse && term !== driver);
  const tableOf = "query.tableOf(entity)";
  const lookup =
    terms.length === 0
      ? [`if (${tableOf} === undefined) continue;`]
      : [`const table = ${tableOf};`, "if (table === undefined) continue;"];
  const someTerms = terms.filter((term) => term.optional);
  return code`
${doc(plan.doc)}
${head(plan, file)} {
  ${lines(locals(plan, file))}
  ${lines(sparseStart(driver, file))}
  ${lines(others.flatMap((term) => sparseStart(term, file)))}
  ${lines(terms.map((term) => made(term, file)))}
  ${lines(someTerms.map((term) => `let ${term.some}: ${file.type(term.cursor.name, term.cursor.from)} | undefined;`))}
  ${terms.length === 0 ? undefined : `let entered: ${file.type("Table", "ecsgen/runtime")} | undefined;`}
  const { count } = ${driver.set}.table;
  for (let dense = 0; dense < count; dense++) {
    const entity = ${driver.set}.table.entityAt(dense);
    ${lines(lookup)}
    ${terms.length === 0 ? undefined : enteredOnce(terms, file)}
    ${terms.length === 0 ? undefined : "const row = world.entities.rowOf(entity);"}
    ${lines(terms.map((term) => `${term.name}.$row = row;`))}
    ${driver.name}.$row = dense;
    ${lines(others.flatMap(denseRow))}
    ${called(plan, "entity")}
  }
}
`;
}

function head(plan: LoopPlan, file: SourceFile): Layout {
  const world = `${usesWorld(plan) ? "" : "_"}world: ${file.type("World", "ecsgen/runtime")}`;
  const readers = plan.arguments.flatMap((argument) =>
    argument.kind === "reader" ? [`${argument.member}: ${readerType(argument, file)}`] : [],
  );
  return [
    call(`export function ${plan.name}`, [world, `query: ${file.type("Query", "ecsgen/runtime")}`, ...readers]),
    ": void",
  ];
}

function usesWorld(plan: LoopPlan): boolean {
  return (
    plan.terms.some((term) => term.memory || term.sparse) ||
    plan.arguments.some((argument) => !["local", "reader"].includes(argument.kind))
  );
}

/** The function is one of them, since an import is looked up at each call. */
function locals(plan: LoopPlan, file: SourceFile): string[] {
  const given = plan.arguments.flatMap((argument) => {
    const from = localStart(argument, file);
    return from === undefined ? [] : [`const ${argument.name} = ${from};`];
  });
  return [`const run = ${file.ref(plan.bound)};`, ...given];
}

function localStart(argument: ArgumentPlan, file: SourceFile): string | undefined {
  if (argument.kind === "commands") return "world.commands";
  if (argument.kind === "resource") return `world.resource(${file.ref(argument.token)})`;
  if (argument.kind === "reader") return `new ${file.value("EventWindow", "ecsgen/runtime")}(${argument.member})`;
  return argument.kind === "writer" ? `world.writer(${file.ref(argument.token)})` : undefined;
}

function sparseStart(term: TermPlan, file: SourceFile): string[] {
  return [
    `const ${term.set} = world.sparse(${file.ref(term.token)});`,
    made(term, file),
    `${term.name}.$enter(${term.set}.table);`,
  ];
}

function made(term: TermPlan, file: SourceFile): string {
  return `const ${term.name} = new ${file.ref(term.cursor)}(${term.memory ? "world.memory" : ""});`;
}

function entered(term: TermPlan, declare: "const " | "", file: SourceFile): string[] {
  if (!term.optional) return [`${term.name}.$enter(table);`];
  return [
    `${declare}${term.some} = table.has(${file.ref(term.token)}.index) ? ${term.name} : undefined;`,
    `${term.some}?.$enter(table);`,
  ];
}

function enteredOnce(terms: readonly TermPlan[], file: SourceFile): Layout {
  return code`
if (table !== entered) {
  ${lines(terms.flatMap((term) => entered(term, "", file)))}
  entered = table;
}
`;
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
function called(plan: LoopPlan, entity: string): Layout {
  const readers = plan.arguments.filter((argument) => argument.kind === "reader");
  const given = plan.arguments.map((argument) => {
    if (argument.kind === "world") return "world";
    return argument.kind === "entity" ? entity : argument.name;
  });
  return code`
${lines(readers.map(({ name }) => `${name}.rewind();`))}
${call("run", given)};
`;
}
