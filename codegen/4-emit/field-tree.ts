import type { FieldPlan, ValuePlan } from "../model/field-plan.js";
import { object } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";

/** The fields of a declaration as data, for saves, loaders and tools: `{ x: "f32", mood: { oneOf: bodyMoodWords } }`. */
export function fieldTree(fields: readonly FieldPlan[]): Inline {
  return object(fields.map((field) => [`${field.name}: `, typeOf(field)]));
}

function typeOf({ value, optional }: FieldPlan): Inline {
  const type = valueType(value);
  return optional && value.kind !== "object" ? object([["optional: ", type]]) : type;
}

function valueType(value: ValuePlan): Inline {
  switch (value.kind) {
    case "number":
      return `"${value.of}"`;
    case "enum":
      return object([`oneOf: ${value.enum.words}`]);
    case "group":
      return object([["struct: ", fieldTree(value.group.fields)]]);
    case "indexed":
      return object([`vector: "${value.indexed.of}"`, `length: ${value.indexed.length}`]);
    case "list":
    case "map":
      return object([[`${value.kind}: `, valueType(value.of)]]);
    case "union":
      return object([
        ["union: ", object(value.union.shapes.map(({ kind, fields }) => [`${kind ?? ""}: `, fieldTree(fields)]))],
      ]);
    default:
      return `"${value.kind}"`;
  }
}
