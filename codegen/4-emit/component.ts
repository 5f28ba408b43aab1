import type { ColumnPlan } from "../model/field-plan.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { ColumnarPlan, ComponentPlan } from "../model/plan.js";
import { Cursors } from "./cursor.js";
import { namesOf } from "./declared-names.js";
import { helpers, wordLists } from "./plain.js";
import { generic } from "./print/constructs.js";
import { SourceFile } from "./print/source-file.js";
import { textArray } from "./print/text.js";
import { token } from "./token.js";
import { Types } from "./types.js";

/** A component: its row, what may be given for it, its cursor and its token. */
export function emitComponent(plan: ComponentPlan, ending: ImportEnding): GeneratedFile {
  const file = new SourceFile(plan.file, namesOf(plan), ending);
  if (plan.storage === "tag" || plan.storage === "toggle") return emitMarker(plan, file);
  const types = new Types(file, plan);
  const type = file.type("ComponentType", "ecsgen/runtime");
  const tracked = plan.changed === undefined ? "" : "  tracked: true,\n";
  const more = `  storage: "${plan.storage}",\n${tracked}${columns(plan)}`;
  return file.finish([
    ...rows(plan, types, file, plan.changed),
    token(plan, "component", generic(type, [plan.name, `${plan.name}Init`]), more),
    ...helpers(plan, types, file),
  ]);
}

function emitMarker(plan: ComponentPlan, file: SourceFile): GeneratedFile {
  const type = file.type("ComponentType", "ecsgen/runtime");
  const more = `  storage: "${plan.storage}",\n${noColumns(file)}`;
  return file.finish([token(plan, "component", `${type}<true, true>`, more)]);
}

/** The types of rows and their cursors; `changed` is the column that says when a row was written last. */
export function rows(plan: ColumnarPlan, types: Types, file: SourceFile, changed?: ColumnPlan): string[] {
  return [
    types.valueInterface(plan.row, plan.doc),
    types.initInterface(plan.row),
    ...wordLists(plan),
    ...types.parts(true),
    ...new Cursors(plan, types, file, changed).all(),
  ];
}

/** What a token says of its columns. */
export function columns({ columns: all, objects, row }: ColumnarPlan): string {
  const kinds = all.map(({ kind }) => `"${kind}"`);
  return `${textArray("  ", "columns: ", kinds, ",")}  objects: ${objects.length},\n  cursor: ${row.cursor},\n`;
}

/** What the token of something without data says of its columns. */
export function noColumns(file: SourceFile): string {
  return `  columns: [],\n  objects: 0,\n  cursor: ${file.value("TagCursor", "ecsgen/runtime")},\n`;
}
