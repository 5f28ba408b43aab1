import type { GeneratedFile } from "../model/generated-file.js";
import type { GroupPlan, RecordPlan } from "../model/plan.js";
import { namesOf } from "./declared-names.js";
import { helpers, startOf, wordLists } from "./plain.js";
import { object } from "./print/constructs.js";
import { code, paragraphs, type Layout } from "./print/layout.js";
import { SourceFile } from "./print/source-file.js";
import { token } from "./token.js";
import { Types } from "./types.js";

/** A resource: its value, what may be given for it, and its token. The world keeps clocks, so nothing is given for them. */
export function emitResource(plan: RecordPlan): GeneratedFile {
  return emitRecord(plan, "resource", "ResourceType", ["clock", plan.clock ? "literal" : "create"]);
}

/** An event: its value, what may be given for it, and its token. */
export function emitEvent(plan: RecordPlan): GeneratedFile {
  return emitRecord(plan, "event", "EventType", ["create"]);
}

/** A model: its value, what may be given for it, and its token. */
export function emitModel(plan: RecordPlan): GeneratedFile {
  return emitRecord(plan, "model", "ModelType", ["create", "fill"]);
}

type Property = "clock" | "literal" | "create" | "fill";

function emitRecord(plan: RecordPlan, kind: string, type: string, wanted: readonly Property[]): GeneratedFile {
  const file = new SourceFile(plan.file, namesOf(plan));
  const types = new Types(file, plan);
  const withInits = !wanted.includes("literal");
  const local = file.type(type, "ecsgen/runtime");
  const given = withInits ? [plan.name, `${plan.name}Init`] : [plan.name];
  return file.finish(code`
${paragraphs([
  types.valueInterface(plan.row, plan.doc),
  ...(withInits ? [types.initInterface(plan.row)] : []),
  ...wordLists(plan),
  ...types.parts(withInits),
  token(
    plan,
    kind,
    `${local}<${given.join(", ")}>`,
    wanted.map((property) => printed(property, plan, file)),
  ),
  ...(withInits ? helpers(plan, types, file) : []),
])}
`);
}

function printed(property: Property, plan: RecordPlan, file: SourceFile): Layout {
  const create = plan.row.create ?? "";
  switch (property) {
    case "clock":
      return `clock: ${plan.clock}`;
    case "literal":
      return ["create: () => (", plainStart(plan.row, file), ")"];
    case "create":
      return `create: ${create}`;
    case "fill":
      return code`
fill: (record, init) => {
  Object.assign(record, ${create}(init));
}
`;
  }
}

/** The defaults of a clock, in place. */
function plainStart(group: GroupPlan, file: SourceFile): Layout {
  return object(group.fields.map((field) => `${field.name}: ${startOf(field, file)}`));
}
