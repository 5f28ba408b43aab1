import type { Table } from "../tables/table.js";
import type { FieldTree, FieldType } from "../tables/field-tree.js";

/** How the fields of a component lie in its columns, in the order of the columns. */
export interface FieldColumns {
  /** Of each plain column: the largest number it may hold where it stands for a word, a truth or a presence. */
  readonly most: readonly (number | undefined)[];
  /** Of each column of ordinary values: the path of the field, and its type. */
  readonly objects: readonly { readonly path: string; readonly type: FieldType }[];
}

/** Lays fields out as the generator does: structs and vectors flattened, a presence before what is optional. */
export function fieldColumns(fields: FieldTree): FieldColumns {
  const most: (number | undefined)[] = [];
  const objects: { path: string; type: FieldType }[] = [];
  const visitAll = (tree: FieldTree, around: string): void => {
    for (const [name, type] of Object.entries(tree)) visit(type, around + name);
  };
  const visit = (type: FieldType, path: string): void => {
    const inner = typeof type === "object" && "optional" in type ? type.optional : type;
    if (!isPlain(inner)) {
      objects.push({ path, type });
      return;
    }
    if (inner !== type) most.push(1);
    if (typeof inner === "string") most.push(inner === "bool" ? 1 : undefined);
    else if ("oneOf" in inner) most.push(inner.oneOf.length - 1);
    else if ("vector" in inner) for (let i = 0; i < inner.length; i++) most.push(undefined);
    else if ("struct" in inner) visitAll(inner.struct, `${path}.`);
  };
  visitAll(fields, "");
  return { most, objects };
}

/** The columns of a table that hold fields; those behind them, of tracked components, say when, which is not saved. */
export function savedColumns(table: Table): number[] {
  return table.components.flatMap(({ index, columns, tracked }) => {
    const first = columns.length > 0 ? table.firstColumn(index) : 0;
    return Array.from({ length: columns.length - (tracked === true ? 2 : 0) }, (_, i) => first + i);
  });
}

function isPlain(type: FieldType): boolean {
  if (typeof type === "string") return !["string", "bytes", "object"].includes(type);
  return "oneOf" in type || "struct" in type || "vector" in type;
}
