// The columns of a table, as locals of the loops that bodies stand in.
import type { ColumnLocalPlan, FieldPath, TableColumns, TermPlan, VectorLocalPlan } from "../model/loop-plan.js";
import type { NameRef } from "../model/name-ref.js";
import { columnType } from "./cursor.js";
import { array, call, choice, property } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import type { SourceFile } from "./print/source-file.js";
import { textLine, textOfAll } from "./print/text.js";

/** The columns of a table that a loop uses. */
export type LoopColumns = Omit<TableColumns, "count">;

/** The function that takes from a table what a loop needs of it, which a run only asks again where columns have moved. */
export interface ColumnsFunction {
  /** The columns that it gives back beside the table. */
  readonly names: readonly string[];
  /** None when the loop needs the table alone. */
  readonly text: readonly string[];
}

/** Prints it; `of` says whose it is. */
export function columnsFunction(name: string, of: string, columns: LoopColumns, file: SourceFile): ColumnsFunction {
  const { table, terms } = columns;
  const taken: Taken = { names: [], locals: [], given: [] };
  for (const term of terms) addTaken(taken, term, columns, file);
  const { names, locals, given } = taken;
  if (names.length === 0) return { names, text: [] };
  const text = `/** What ${of} needs of a table. */
function ${name}(${table}: ${file.type("Table", "ecsgen/runtime")}) {
${textOfAll(locals, (local) => textLine("  ", local))}  return {
${textOfAll(given, (property) => textLine("    ", property, ","))}    ${table},
  };
}
`;
  return { names, text: [text] };
}

/** What a loop needs of a table, by name. */
export function neededNames(columns: LoopColumns): string[] {
  return [...columnNames(columns), columns.table];
}

/** The columns that the body uses itself. */
export function columnNames(columns: LoopColumns): string[] {
  return columns.terms.flatMap((term) => {
    const alone = ownColumns(term, columns).filter((column) => column.alone);
    const own = [...alone, ...vectorsOf(term, columns)];
    return [columns.presences.get(term) ?? [], own.map(({ name }) => name)].flat();
  });
}

function ownColumns(term: TermPlan, { columns }: LoopColumns): ColumnLocalPlan[] {
  return columns.filter((column) => column.term === term).sort((a, b) => a.index - b.index);
}

function vectorsOf(term: TermPlan, { vectors }: LoopColumns): VectorLocalPlan[] {
  return vectors.filter((vector) => vector.term === term);
}

/** What is declared of columns before they are given back; their names, and the properties as which they are. */
interface Taken {
  readonly names: string[];
  readonly locals: Inline[];
  readonly given: Inline[];
}

/** A column is declared when vectors are made of it as well. */
function addTaken({ names, locals, given }: Taken, term: TermPlan, columns: LoopColumns, file: SourceFile): void {
  const has = columns.presences.get(term);
  const own = ownColumns(term, columns);
  const vectors = vectorsOf(term, columns);
  const inVectors = vectors.flatMap((vector) => vector.columns);
  locals.push(...startLines(term, own, columns, file));
  if (has !== undefined) {
    names.push(has);
    given.push(has);
  }
  for (const column of own) {
    const { name, alone } = column;
    const isDeclared = inVectors.includes(name);
    if (isDeclared) locals.push([`const ${name} = `, columnOf(column, columns, file), ";"]);
    if (!alone) continue;
    names.push(name);
    given.push(isDeclared ? name : property(name, columnOf(column, columns, file)));
  }
  for (const vector of vectors) {
    locals.push([`const ${vector.name} = `, array(vector.columns), ";"]);
    names.push(vector.name);
    given.push(vector.name);
  }
}

/** Whether the table has the component, and where its columns start. */
function startLines(
  term: TermPlan,
  own: readonly ColumnLocalPlan[],
  { table, presences }: LoopColumns,
  file: SourceFile,
): string[] {
  const has = presences.get(term);
  const index = `${file.ref(term.token)}.index`;
  const first = own.some(({ type }) => "column" in type);
  return [
    ...(has === undefined ? [] : [`const ${has} = ${table}.has(${index});`]),
    ...(first ? [`const ${term.name} = ${table}.firstColumn(${index});`] : []),
  ];
}

/** `table.column<Float32Array>(a + 1)`. */
function columnOf({ term, index, type }: ColumnLocalPlan, { table, presences }: LoopColumns, file: SourceFile): Inline {
  const offset = index === 0 ? "" : ` + ${index}`;
  const value =
    "column" in type
      ? `${table}.column<${columnType(type.column, file)}>(${term.name}${offset})`
      : call(`${table}.objects<${elementType(type.objects, term.token, file)}>`, [
          `${table}.firstObject(${file.ref(term.token)}.index)${offset}`,
        ]);
  const has = presences.get(term);
  return has === undefined ? value : choice(has, value, "undefined");
}

/** `Body["spin"]["label"]`. */
export function elementType(path: FieldPath, token: NameRef, file: SourceFile): string {
  return path.reduce(
    (of, { name }, at) => `${path[at - 1]?.optional === true ? `NonNullable<${of}>` : of}["${name}"]`,
    file.ref(token),
  );
}
