// The columns of a table, as locals of the loops that bodies stand in.
import type { ColumnLocalPlan, FieldPath, TableColumns, TermPlan, VectorLocalPlan } from "../model/loop-plan.js";
import { columnType } from "./cursor.js";
import { object } from "./print/constructs.js";
import { code, lines, type Layout } from "./print/layout.js";
import type { SourceFile } from "./print/source-file.js";
import { statementLine } from "./print/statement.js";

/** The columns of a table that a loop uses. */
export type LoopColumns = Omit<TableColumns, "count">;

/**
 * The function that takes from a table what a loop needs of it, which a run only asks again where columns have moved. Nothing when
 * that is the table alone.
 */
export function columnsFunction(name: string, of: string, columns: LoopColumns, file: SourceFile): Layout | undefined {
  if (columnNames(columns).length === 0) return undefined;
  return code`
/** What ${of} needs of a table. */
function ${name}(${columns.table}: ${file.type("Table", "ecsgen/runtime")}) {
  ${lines(columns.terms.flatMap((term) => termLines(term, columns, file)).map(statementLine))}
  ${["return ", object(neededNames(columns)), ";"]}
}
`;
}

/** What a loop needs of a table, by name. */
export function neededNames(columns: LoopColumns): string[] {
  return [...columnNames(columns), columns.table];
}

/** The columns that the body uses itself. */
export function columnNames({ terms, presences, columns, vectors }: LoopColumns): string[] {
  return terms.flatMap((term) => {
    const alone = ownColumns(term, columns).filter((column) => column.alone);
    const own = [...alone, ...vectors.filter((vector) => vector.term === term)];
    return [presences.get(term) ?? [], own.map(({ name }) => name)].flat();
  });
}

function ownColumns(term: TermPlan, columns: readonly ColumnLocalPlan[]): ColumnLocalPlan[] {
  return columns.filter((column) => column.term === term).sort((a, b) => a.index - b.index);
}

function termLines(
  term: TermPlan,
  { table, presences, columns, vectors }: Omit<TableColumns, "count">,
  file: SourceFile,
): string[] {
  const has = presences.get(term);
  const index = `${file.ref(term.token)}.index`;
  const own = ownColumns(term, columns);
  const first = own.some(({ type }) => "column" in type);
  return [
    ...(has === undefined ? [] : [`const ${has} = ${table}.has(${index});`]),
    ...(first ? [`const ${term.name} = ${table}.firstColumn(${index});`] : []),
    ...own.map((column) => columnLine(column, has, index, table, file)),
    ...vectors.filter((vector) => vector.term === term).map((vector) => vectorLine(vector)),
  ];
}

function vectorLine({ name, columns }: VectorLocalPlan): string {
  return `const ${name} = [${columns.join(", ")}];`;
}

function columnLine(
  column: ColumnLocalPlan,
  has: string | undefined,
  token: string,
  table: string,
  file: SourceFile,
): string {
  const { name, term, index, type } = column;
  const offset = index === 0 ? "" : ` + ${index}`;
  const value =
    "column" in type
      ? `${table}.column(${term.name}${offset})`
      : `${table}.objects(${table}.firstObject(${token})${offset})`;
  const array = "column" in type ? columnType(type.column, file) : `${elementType(type.objects, term, file)}[]`;
  if (has === undefined) return `const ${name}: ${array} = ${value};`;
  return `const ${name}: ${array} | undefined = ${has} ? ${value} : undefined;`;
}

/** `Body["spin"]["label"]`. */
function elementType(path: FieldPath, { token }: TermPlan, file: SourceFile): string {
  return path.reduce(
    (of, { name }, at) => `${path[at - 1]?.optional === true ? `NonNullable<${of}>` : of}["${name}"]`,
    file.ref(token),
  );
}
