import { NO_ENTITY } from "../entities/entity.js";
import type { FieldDescription, NumberKind, ValueDescription } from "./description.js";
import { entriesOf, itemsOf, partOf } from "./parts-of.js";

/** What a value starts as when nothing is said of it. */
export function startOf(value: ValueDescription): unknown {
  switch (value.kind) {
    case "number":
      return isBig(value.of) ? 0n : 0;
    case "bool":
      return false;
    case "entity":
      return NO_ENTITY;
    case "string":
      return "";
    case "bytes":
      return new Uint8Array();
    case "object":
      return undefined;
    case "enum":
      return value.words[0];
    case "list":
      return [];
    case "map":
      return new Map();
    case "struct":
    case "vector":
    case "union":
      return completed(value, {});
  }
}

/** What was said of a value, with all that it does not say as its fields start. */
export function completed(value: ValueDescription, said: unknown): unknown {
  switch (value.kind) {
    case "struct":
      return completedFields(value.fields, said);
    case "vector": {
      const parts = completedFields(value.fields, said);
      return value.indexed ? Object.values(parts) : parts;
    }
    case "list":
      return itemsOf(said).map((item) => completed(value.of, item));
    case "map":
      return new Map(entriesOf(said).map(([key, item]) => [key, completed(value.of, item)]));
    case "union": {
      const shape = value.shapes.find(({ kind }) => kind === partOf(said, "kind")) ?? value.shapes[0];
      return { kind: shape?.kind, ...completedFields(shape?.fields ?? [], said) };
    }
    default:
      return said;
  }
}

/** Whether a number is a bigint. */
export function isBig(kind: NumberKind): boolean {
  return kind === "i64" || kind === "u64";
}

function completedFields(fields: readonly FieldDescription[], said: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.map((field) => {
      const given = partOf(said, field.name);
      return [field.name, given === undefined ? field.default : completed(field.value, given)];
    }),
  );
}
