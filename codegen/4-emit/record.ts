import type { GeneratedFile } from "../model/generated-file.js";
import type { GroupPlan, RecordPlan, ValuePlan } from "../model/plan.js";
import { namesOf } from "./declared-names.js";
import { helpers, startOf, wordLists } from "./plain.js";
import { numeral, object } from "./print/constructs.js";
import { code, paragraphs, type Layout } from "./print/layout.js";
import { SourceFile } from "./print/source-file.js";
import { token } from "./token.js";
import { Types } from "./types.js";

/** A resource: its value and its token. */
export function emitResource(plan: RecordPlan): GeneratedFile {
  const simple = plan.groups.every((group) => group.create === undefined) || isPlainTree(plan.row);
  return emitRecord(plan, "resource", "ResourceType", simple ? ["clock", "literal"] : ["clock", "create"]);
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
  const literal = wanted.includes("literal");
  // The validator of a resource gives back what may be given for it; clocks have none.
  const withInits = !literal || (!plan.clock && plan.row.fields.length > 0);
  const local = file.type(type, "ecsgen/runtime");
  const given = kind === "resource" ? [plan.name] : [plan.name, `${plan.name}Init`];
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
  ...(literal ? [] : helpers(plan, types, file)),
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

/** Whether all of a row's defaults can be written in place. */
function isPlainTree(group: GroupPlan): boolean {
  return group.fields.every(({ value, fallback, optional }) => {
    if (fallback?.kind === "constant") return false;
    return (
      value.kind !== "union" && (value.kind !== "group" || (!optional && isPlainTree(value.group))) && !hasParts(value)
    );
  });
}

function hasParts(value: ValuePlan): boolean {
  if (value.kind !== "list" && value.kind !== "map") return false;
  return ["group", "union", "list", "map"].includes(value.of.kind);
}

function plainStart(group: GroupPlan, file: SourceFile): Layout {
  return object(
    group.fields.map((field): Layout => {
      const { value } = field;
      if (value.kind === "group" && !field.startsAbsent) return [field.name, ": ", plainStart(value.group, file)];
      if (value.kind === "indexed") return `${field.name}: [${value.indexed.fallbacks.map(numeral).join(", ")}]`;
      return `${field.name}: ${startOf(field, file)}`;
    }),
  );
}
