import type { GeneratedFile } from "../model/generated-file.js";
import type { ComponentPlan } from "../model/plan.js";
import { Cursors } from "./cursor.js";
import { namesOf } from "./declared-names.js";
import { helpers, wordLists } from "./plain.js";
import { array, generic } from "./print/constructs.js";
import { paragraphs, code } from "./print/layout.js";
import { SourceFile } from "./print/source-file.js";
import { token } from "./token.js";
import { Types } from "./types.js";

/** A component: its row, what may be given for it, its cursor and its token. */
export function emitComponent(plan: ComponentPlan): GeneratedFile {
  const file = new SourceFile(plan.file, namesOf(plan));
  if (plan.storage === "tag" || plan.storage === "toggle") return emitMarker(plan, file);
  const types = new Types(file, plan);
  const type = file.type("ComponentType", "ecsgen/runtime");
  return file.finish(code`
${paragraphs([
  types.valueInterface(plan.row, plan.doc),
  types.initInterface(plan.row),
  ...wordLists(plan),
  ...types.parts(true),
  ...new Cursors(plan, types, file).all(),
  token(plan, "component", generic(type, [plan.name, `${plan.name}Init`]), [
    `storage: "${plan.storage}"`,
    ["columns: ", array(plan.columns.map((column) => `"${column.kind}"`))],
    `objects: ${plan.objects.length}`,
    `cursor: ${plan.row.cursor}`,
  ]),
  ...helpers(plan, types, file),
])}
`);
}

function emitMarker(plan: ComponentPlan, file: SourceFile): GeneratedFile {
  const cursor = file.value("TagCursor", "ecsgen/runtime");
  const type = file.type("ComponentType", "ecsgen/runtime");
  return file.finish(
    token(plan, "component", `${type}<true, true>`, [
      `storage: "${plan.storage}"`,
      "columns: []",
      "objects: 0",
      `cursor: ${cursor}`,
    ]),
  );
}
