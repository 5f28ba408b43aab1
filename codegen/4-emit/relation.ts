import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { RelationPlan } from "../model/plan.js";
import { columns, noColumns, rows } from "./component.js";
import { namesOf } from "./declared-names.js";
import { helpers } from "./plain.js";
import { generic } from "./print/constructs.js";
import { SourceFile } from "./print/source-file.js";
import { token } from "./token.js";
import { Types } from "./types.js";

/** A relation: the data of its edges, if they have any, and its token. */
export function emitRelation(plan: RelationPlan, ending: ImportEnding): GeneratedFile {
  const file = new SourceFile(plan.file, namesOf(plan), ending);
  const type = file.type("RelationType", "ecsgen/runtime");
  const { exclusive, acyclic, onTargetDespawn } = plan.edges;
  const rules = `  exclusive: ${exclusive},\n  acyclic: ${acyclic},\n  onTargetDespawn: "${onTargetDespawn}",\n`;
  const printed = (value: string, init: string, data: string): string =>
    token(plan, "relation", generic(type, [value, init, String(exclusive)]), rules + data);
  if (plan.row.fields.length === 0) return file.finish([printed("true", "true", noColumns(file))]);
  const types = new Types(file, plan);
  return file.finish([
    ...rows(plan, types, file),
    printed(plan.name, `${plan.name}Init`, columns(plan)),
    ...helpers(plan, types, file),
  ]);
}
