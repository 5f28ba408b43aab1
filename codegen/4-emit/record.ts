import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { RecordPlan } from "../model/plan.js";
import { namesOf } from "./declared-names.js";
import { helpers, startingRow, wordLists } from "./plain.js";
import { SourceFile } from "./print/source-file.js";
import { docLines, textLine } from "./print/text.js";
import { token } from "./token.js";
import { Types } from "./types.js";

/** A resource: its value, what may be given for it, and its token. The world keeps clocks, so nothing is given for them. */
export function emitResource(plan: RecordPlan, ending: ImportEnding): GeneratedFile {
  const file = new SourceFile(plan.file, namesOf(plan), ending);
  if (plan.clock) return emitClock(plan, file);
  if (plan.random) return emitRandom(plan, file);
  return emitRecord(plan, file, "resource", "ResourceType", `  clock: false,\n  create: ${plan.row.create},\n`);
}

/** An event: its value, what may be given for it, and its token. */
export function emitEvent(plan: RecordPlan, ending: ImportEnding): GeneratedFile {
  const file = new SourceFile(plan.file, namesOf(plan), ending);
  return emitRecord(plan, file, "event", "EventType", `  create: ${plan.row.create},\n`);
}

/** A model: its value, what may be given for it, and its token. */
export function emitModel(plan: RecordPlan, ending: ImportEnding): GeneratedFile {
  const file = new SourceFile(plan.file, namesOf(plan), ending);
  const { create } = plan.row;
  const more = `  create: ${create},
  fill: (record, init) => {
    Object.assign(record, ${create}(init));
  },
`;
  return emitRecord(plan, file, "model", "ModelType", more);
}

function emitRecord(plan: RecordPlan, file: SourceFile, kind: string, type: string, more: string): GeneratedFile {
  const types = new Types(file, plan);
  const local = file.type(type, "ecsgen/runtime");
  return file.finish([
    types.valueInterface(plan.row, plan.doc),
    types.initInterface(plan.row),
    ...wordLists(plan),
    ...types.parts(true),
    token(plan, kind, `${local}<${plan.name}, ${plan.name}Init>`, more),
    ...helpers(plan, types, file),
  ]);
}

function emitClock(plan: RecordPlan, file: SourceFile): GeneratedFile {
  const local = file.type("ResourceType", "ecsgen/runtime");
  const create = textLine("  ", ["create: () => (", startingRow(plan.row, file), ")"], ",");
  return file.finish([
    new Types(file, plan).valueInterface(plan.row, plan.doc),
    token(plan, "resource", `${local}<${plan.name}>`, `  clock: true,\n${create}`),
  ]);
}

/** The runtime has the class of all generators. */
function emitRandom(plan: RecordPlan, file: SourceFile): GeneratedFile {
  const local = file.type("ResourceType", "ecsgen/runtime");
  const made = file.value("Random", "ecsgen/runtime");
  const type = `${local}<${plan.name}, ${file.type("RandomInit", "ecsgen/runtime")}>`;
  return file.finish([
    `${docLines("", plan.doc)}export type ${plan.name} = ${made};\n`,
    token(plan, "resource", type, `  clock: false,\n  create: (init) => new ${made}(init),\n`),
  ]);
}
