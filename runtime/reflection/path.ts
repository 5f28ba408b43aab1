import { EcsError } from "../errors.js";
import { shownGiven } from "../given.js";
import { checkField, checkValue, textOf, type Where } from "./check-value.js";
import type { FieldDescription, ValueDescription } from "./description.js";
import { suggestion } from "../nearest.js";
import { isObject, itemsOf, partOf, withPart } from "./parts-of.js";
import { expected } from "./value-kinds.js";

/**
 * The way to a value: the key of a component, then names of fields and parts, numbers of items, keys of entries:
 * `body.spin.axis.x`. As a list when a key has a dot in it.
 */
export type Path = string | readonly (string | number)[];

/** Something that a path leads to. */
export interface Place {
  readonly where: Where;
  readonly description: ValueDescription;
  /** Whose range counts, and whether it may be `undefined`; none for components, items and entries. */
  readonly field: FieldDescription | undefined;
  /** What is there; `undefined` when it is absent. */
  readonly value: unknown;
}

/** A path in pieces. Throws `InvalidArgument` for what is none. */
export function piecesOf(path: Path): readonly string[] {
  const pieces = typeof path === "string" ? path.split(".") : path;
  if (Array.isArray(pieces) && pieces.length > 0) {
    if (pieces.every((piece) => typeof piece === "string" || typeof piece === "number")) return pieces.map(String);
  }
  throw new EcsError("InvalidArgument", `\`${shownGiven(path)}\` is no path`, "give one such as `position.x`");
}

/** Goes from a place to what is inside of it. Throws `UnknownPath`. */
export function placeAt(from: Place, pieces: readonly string[]): Place {
  return pieces.reduce(inside, from);
}

/**
 * The value of a place with something else at the end of the way. Fields of a struct that `given` does not say stay. Throws
 * `UnknownPath`, `InvalidArgument` or `OutOfRange`.
 */
export function replaced(place: Place, pieces: readonly string[], given: unknown): unknown {
  const [piece, ...rest] = pieces;
  if (piece === undefined) {
    if (place.field === undefined) checkValue(place.description, given, place.where);
    else checkField(place.field, given, place.where);
    return merged(place.description, place.value, given);
  }
  const next = inside(place, piece);
  requireThere(place, piece);
  return withPart(place.value, piece, replaced(next, rest, given));
}

function inside(place: Place, piece: string): Place {
  const { description, value } = place;
  const where = { of: place.where.of, path: `${place.where.path}.${piece}` };
  switch (description.kind) {
    case "struct":
    case "vector":
      return placeOf(fieldOf(place, description.fields, piece), where, value);
    case "union":
      return insideUnion(place, description, piece, where);
    case "list":
      if (!/^\d+$/.test(piece)) throw unknown(place, piece, "name an item by its number, from `0` on");
      return { where, description: description.of, field: undefined, value: itemsOf(value)[Number(piece)] };
    case "map":
      return { where, description: description.of, field: undefined, value: entryOf(value, piece) };
    default:
      throw unknown(place, piece, `end the path at \`${place.where.path}\`, which is ${expected(description)}`);
  }
}

function insideUnion(
  place: Place,
  { shapes }: ValueDescription & { kind: "union" },
  piece: string,
  where: Where,
): Place {
  const { value } = place;
  const kinds = shapes.map(({ kind }) => kind);
  if (piece === "kind")
    return { where, description: { kind: "enum", words: kinds }, field: undefined, value: partOf(value, "kind") };
  const kind = partOf(value, "kind");
  // While it is absent, any of its shapes may be meant.
  const possible = shapes.filter((shape) => kind === undefined || shape.kind === kind);
  return placeOf(
    fieldOf(
      place,
      possible.flatMap(({ fields }) => fields),
      piece,
    ),
    where,
    value,
  );
}

function placeOf(field: FieldDescription, where: Where, around: unknown): Place {
  return { where, description: field.value, field, value: partOf(around, field.name) };
}

function fieldOf(place: Place, fields: readonly FieldDescription[], name: string): FieldDescription {
  const field = fields.find((known) => known.name === name);
  if (field !== undefined) return field;
  const names = fields.map((known) => known.name);
  throw unknown(place, name, suggestion(name, place.description.kind === "union" ? ["kind", ...names] : names));
}

function entryOf(value: unknown, key: string): unknown {
  return value instanceof Map ? value.get(key) : undefined;
}

/** Only what is there can get other parts; a map gets new entries, too. */
function requireThere(place: Place, piece: string): void {
  const { description, value, where } = place;
  if (value === undefined) {
    throw new EcsError("UnknownPath", `${textOf(where)} is not there`, `set it as a whole: ${expected(description)}`);
  }
  if (description.kind === "list" && Number(piece) >= itemsOf(value).length) {
    const message = `${textOf(where)} has ${itemsOf(value).length} items, and none at ${piece}`;
    throw new EcsError("UnknownPath", message, "set the list as a whole to make it longer");
  }
  if (description.kind === "union" && piece === "kind") {
    const help = `set it as a whole to an object with that \`kind\`; what it does not say takes its default`;
    throw new EcsError("InvalidArgument", `the \`kind\` of ${textOf(where)} cannot be set alone`, help);
  }
}

/** Puts what is said of a struct over what it is. */
function merged(description: ValueDescription, value: unknown, given: unknown): unknown {
  if (description.kind !== "struct" && (description.kind !== "vector" || description.indexed)) return given;
  if (value === undefined || !isObject(given)) return given;
  const said = description.fields.filter(({ name, optional }) => {
    return Object.hasOwn(given, name) && (optional || given[name] !== undefined);
  });
  return said.reduce<unknown>((whole, { name, value: part }) => {
    return withPart(whole, name, merged(part, partOf(value, name), given[name]));
  }, value);
}

function unknown({ where }: Place, piece: string, help: string): EcsError {
  return new EcsError("UnknownPath", `${textOf(where)} has no \`${piece}\``, help);
}
