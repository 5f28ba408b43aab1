import type { NumberKind, ValueDescription } from "./description.js";
import { isObject, partOf } from "./parts-of.js";
import { isBig } from "./start-value.js";

/** What is asked for, as messages say it. */
export function expected(value: ValueDescription): string {
  switch (value.kind) {
    case "number":
      return `${numberText(value.of)} (\`${value.of}\`)`;
    case "bool":
      return "`true` or `false`";
    case "entity":
      return "an entity";
    case "string":
      return "a text";
    case "bytes":
      return "a `Uint8Array`";
    case "object":
      return "anything";
    case "enum":
      return `one of \`${value.words.join("`, `")}\``;
    case "struct":
      return `an object with ${value.fields.map(({ name }) => `\`${name}\``).join(", ")}`;
    case "vector":
      return value.indexed
        ? `a list of ${value.fields.length} numbers (\`${value.of}\`)`
        : `an object with the numbers ${value.fields.map(({ name }) => `\`${name}\``).join(", ")} (\`${value.of}\`)`;
    case "list":
      return "a list";
    case "map":
      return "a `Map` with texts as keys";
    case "union":
      return `an object whose \`kind\` is one of \`${value.shapes.map(({ kind }) => kind).join("`, `")}\``;
  }
}

/** Whether a value is of its kind; its parts are not looked at. */
export function isOfKind(value: ValueDescription, given: unknown): boolean {
  switch (value.kind) {
    case "number":
      return isNumber(value.of, given);
    case "bool":
      return typeof given === "boolean";
    case "entity":
      return typeof given === "number" && (given | 0) === given;
    case "string":
      return typeof given === "string";
    case "bytes":
      return given instanceof Uint8Array;
    case "object":
      return true;
    case "enum":
      return value.words.some((word) => word === given);
    case "struct":
      return isObject(given) && !Array.isArray(given);
    case "vector":
      if (value.indexed) return Array.isArray(given) && given.length === value.fields.length;
      return isObject(given) && !Array.isArray(given);
    case "list":
      return Array.isArray(given);
    case "map":
      return given instanceof Map && [...given.keys()].every((key) => typeof key === "string");
    case "union":
      return value.shapes.some(({ kind }) => kind === partOf(given, "kind"));
  }
}

/** The least and the greatest integer of a kind; undefined when it is no integer. */
function limitsOf(kind: NumberKind): readonly [bigint, bigint] | undefined {
  if (kind === "f32" || kind === "f64") return undefined;
  const bits = BigInt(kind.slice(1));
  return kind.startsWith("u") ? [0n, (1n << bits) - 1n] : [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n];
}

function isNumber(kind: NumberKind, given: unknown): boolean {
  const limits = limitsOf(kind);
  if (limits === undefined) return typeof given === "number";
  if (isBig(kind)) return typeof given === "bigint" && given >= limits[0] && given <= limits[1];
  return Number.isInteger(given) && Number(given) >= Number(limits[0]) && Number(given) <= Number(limits[1]);
}

function numberText(kind: NumberKind): string {
  const limits = limitsOf(kind);
  if (limits === undefined) return "a number";
  const what = isBig(kind) ? "a bigint" : "a whole number";
  return `${what} from ${limits[0]} to ${limits[1]}`;
}
