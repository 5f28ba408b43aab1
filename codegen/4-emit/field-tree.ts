import type { FieldPlan, GroupPlan, ValuePlan } from "../model/field-plan.js";
import { object, property } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";

/** The fields of a declaration as data, for saves, loaders and tools: `x: "f32"`, `mood: { oneOf: bodyMoodWords }`. */
export function fieldsOfTree(fields: readonly FieldPlan[]): Inline[] {
  return fields.map((field) => property(field.name, typeOf(field)));
}

function typeOf({ value, optional }: FieldPlan): Inline {
  const type = valueType(value);
  return optional && value.kind !== "object" ? object([property("optional", type)]) : type;
}

function valueType(value: ValuePlan): Inline {
  switch (value.kind) {
    case "number":
      return `"${value.of}"`;
    case "enum":
      return object([`oneOf: ${value.enum.words}`]);
    case "group":
      return object([property("struct", object(fieldsOfTree(value.group.fields)))]);
    case "indexed":
      return object([`vector: "${value.indexed.of}"`, `length: ${value.indexed.length}`]);
    case "list":
    case "map":
      return object([property(value.kind, valueType(value.of))]);
    case "union":
      return object([property("union", object(value.union.shapes.map(shapeOf)))]);
    default:
      return `"${value.kind}"`;
  }
}

function shapeOf({ kind, fields }: GroupPlan): Inline {
  return property(kind ?? "", object(fieldsOfTree(fields)));
}
