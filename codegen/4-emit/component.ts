import type { ColumnPlan } from "../model/field-plan.js";
import type { ColumnarPlan, ComponentPlan } from "../model/plan.js";
import { Cursors } from "./cursor.js";
import { namesOf } from "./declared-names.js";
import { helpers, wordLists } from "./plain.js";
import { array, generic } from "./print/constructs.js";
import { paragraphs, code, type Layout } from "./print/layout.js";
import { SourceFile, type FileLayout } from "./print/source-file.js";
import { token } from "./token.js";
import { Types } from "./types.js";

/** A component: its row, what may be given for it, its cursor and its token. */
export function emitComponent(plan: ComponentPlan): FileLayout {
  const file = new SourceFile(plan.file, namesOf(plan));
  if (plan.storage === "tag" || plan.storage === "toggle") return emitMarker(plan, file);
  const types = new Types(file, plan);
  const type = file.type("ComponentType", "ecsgen/runtime");
  return file.finish(code`
${paragraphs([
  ...rows(plan, types, file, plan.changed),
  token(plan, "component", generic(type, [plan.name, `${plan.name}Init`]), [
    `storage: "${plan.storage}"`,
    ...(plan.changed === undefined ? [] : ["tracked: true"]),
    ...columns(plan),
  ]),
  ...helpers(plan, types, file),
])}
`);
}

function emitMarker(plan: ComponentPlan, file: SourceFile): FileLayout {
  const type = file.type("ComponentType", "ecsgen/runtime");
  return file.finish(
    token(plan, "component", `${type}<true, true>`, [`storage: "${plan.storage}"`, ...noColumns(file)]),
  );
}

/** The types of rows and their cursors; `changed` is the column that says when a row was written last. */
export function rows(plan: ColumnarPlan, types: Types, file: SourceFile, changed?: ColumnPlan): Layout[] {
  return [
    types.valueInterface(plan.row, plan.doc),
    types.initInterface(plan.row),
    ...wordLists(plan),
    ...types.parts(true),
    ...new Cursors(plan, types, file, changed).all(),
  ];
}

/** What a token says of its columns. */
export function columns(plan: ColumnarPlan): Layout[] {
  return [
    ["columns: ", array(plan.columns.map((column) => `"${column.kind}"`))],
    `objects: ${plan.objects.length}`,
    `cursor: ${plan.row.cursor}`,
  ];
}

/** What the token of something without data says of its columns. */
export function noColumns(file: SourceFile): Layout[] {
  return ["columns: []", "objects: 0", `cursor: ${file.value("TagCursor", "ecsgen/runtime")}`];
}
