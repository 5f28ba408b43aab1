import { EcsError } from "../errors.js";
import { shownGiven } from "../given.js";
import type { FieldDescription, ValueDescription } from "./description.js";
import { suggestion } from "../nearest.js";
import { entriesOf, isObject, itemsOf, partOf } from "./parts-of.js";
import { expected, isOfKind } from "./value-kinds.js";

/** What is checked, as messages name it. */
export interface Where {
  /** Component and entity. */
  readonly of: string;
  readonly path: string;
}

/** ``component `app.Body` of entity 3 (generation 1): `body.mass` ``. */
export function textOf({ of, path }: Where): string {
  return `${of}: \`${path}\``;
}

/** Throws `InvalidArgument` or `OutOfRange` when a field cannot be this. */
export function checkField(field: FieldDescription, given: unknown, at: Where): void {
  if (given === undefined && field.optional) return;
  checkValue(field.value, given, at);
  const { range } = field;
  if (range === undefined || (typeof given !== "number" && typeof given !== "bigint")) return;
  const [least, most] = range;
  if (given >= least && given <= most) return;
  throw new EcsError("OutOfRange", `${textOf(at)} cannot be ${given}`, `give ${least} to ${most}${unitOf(field)}`);
}

/** Throws `InvalidArgument` or `OutOfRange` when a value is not what it was described as. */
export function checkValue(value: ValueDescription, given: unknown, at: Where): void {
  if (!isOfKind(value, given)) throw notThat(value, given, at);
  switch (value.kind) {
    case "struct":
      checkFields(value.fields, given, at);
      break;
    case "vector":
      if (value.indexed)
        for (const field of value.fields) checkField(field, partOf(given, field.name), inside(at, field.name));
      else checkFields(value.fields, given, at);
      break;
    case "list":
      itemsOf(given).forEach((item, index) => checkValue(value.of, item, inside(at, String(index))));
      break;
    case "map":
      for (const [key, item] of entriesOf(given)) checkValue(value.of, item, inside(at, String(key)));
      break;
    case "union":
      checkFields(value.shapes.find(({ kind }) => kind === partOf(given, "kind"))?.fields ?? [], given, at, "kind");
      break;
    default:
  }
}

/** What an object says must be fields; what it does not say is not looked at. `more` is a name that is none. */
function checkFields(fields: readonly FieldDescription[], given: unknown, at: Where, more?: string): void {
  for (const name of isObject(given) ? Object.keys(given) : []) {
    const field = fields.find((known) => known.name === name);
    if (field !== undefined) {
      const part = partOf(given, name);
      if (part !== undefined) checkField(field, part, inside(at, field.name));
    } else if (name !== more) {
      const known = fields.map((known) => known.name);
      throw new EcsError("InvalidArgument", `${textOf(at)} has no \`${name}\``, suggestion(name, known));
    }
  }
}

function unitOf({ unit }: FieldDescription): string {
  return unit === undefined ? "" : ` ${unit}`;
}

function inside(at: Where, name: string): Where {
  return { of: at.of, path: `${at.path}.${name}` };
}

function notThat(value: ValueDescription, given: unknown, at: Where): EcsError {
  const shown = typeof given === "bigint" ? `${given}n` : shownGiven(given);
  return new EcsError("InvalidArgument", `${textOf(at)} cannot be \`${shown}\``, `give ${expected(value)}`);
}
