import type { RecordPlan } from "../model/plan.js";
import { namesOf } from "./declared-names.js";
import { helpers, startingRow, wordLists } from "./plain.js";
import { doc } from "./print/constructs.js";
import { code, paragraphs, type Layout } from "./print/layout.js";
import { SourceFile, type FileLayout } from "./print/source-file.js";
import { token } from "./token.js";
import { Types } from "./types.js";

/** A resource: its value, what may be given for it, and its token. The world keeps clocks, so nothing is given for them. */
export function emitResource(plan: RecordPlan): FileLayout {
  if (plan.clock) return emitClock(plan);
  if (plan.random) return emitRandom(plan);
  return emitRecord(plan, "resource", "ResourceType", ["clock: false", `create: ${plan.row.create}`]);
}

/** An event: its value, what may be given for it, and its token. */
export function emitEvent(plan: RecordPlan): FileLayout {
  return emitRecord(plan, "event", "EventType", [`create: ${plan.row.create}`]);
}

/** A model: its value, what may be given for it, and its token. */
export function emitModel(plan: RecordPlan): FileLayout {
  const fill = code`
fill: (record, init) => {
  Object.assign(record, ${plan.row.create}(init));
}
`;
  return emitRecord(plan, "model", "ModelType", [`create: ${plan.row.create}`, fill]);
}

function emitRecord(plan: RecordPlan, kind: string, type: string, properties: readonly Layout[]): FileLayout {
  const file = new SourceFile(plan.file, namesOf(plan));
  const types = new Types(file, plan);
  const local = file.type(type, "ecsgen/runtime");
  return file.finish(code`
${paragraphs([
  types.valueInterface(plan.row, plan.doc),
  types.initInterface(plan.row),
  ...wordLists(plan),
  ...types.parts(true),
  token(plan, kind, `${local}<${plan.name}, ${plan.name}Init>`, properties),
  ...helpers(plan, types, file),
])}
`);
}

function emitClock(plan: RecordPlan): FileLayout {
  const file = new SourceFile(plan.file, namesOf(plan));
  const local = file.type("ResourceType", "ecsgen/runtime");
  const create = ["create: () => (", startingRow(plan.row, file), ")"];
  return file.finish(code`
${paragraphs([
  new Types(file, plan).valueInterface(plan.row, plan.doc),
  token(plan, "resource", `${local}<${plan.name}>`, ["clock: true", create]),
])}
`);
}

/** The runtime has the class of all generators. */
function emitRandom(plan: RecordPlan): FileLayout {
  const file = new SourceFile(plan.file, namesOf(plan));
  const local = file.type("ResourceType", "ecsgen/runtime");
  const made = file.value("Random", "ecsgen/runtime");
  const create = `create: (init) => new ${made}(init)`;
  return file.finish(code`
${paragraphs([
  code`
${doc(plan.doc)}
export type ${plan.name} = ${made};
`,
  token(plan, "resource", `${local}<${plan.name}, ${file.type("RandomInit", "ecsgen/runtime")}>`, [
    "clock: false",
    create,
  ]),
])}
`);
}
