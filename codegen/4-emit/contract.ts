import { alone, recalled, type Recall } from "../memo/recall.js";
import { canonical, canonicalRecord } from "../model/canonical-json.js";
import { inTextOrder } from "../model/compare.js";
import type { Contract, Field, FieldType } from "../model/contract.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { Plan } from "../model/plan.js";
import type { Literal } from "../model/raw.js";

/** The texts of what the lists of a contract hold, in earlier rounds of a session. */
export type ContractRecall = Recall<object, string>;

/** What the lists of a contract hold. */
type Item = Contract[keyof Contract][number];

/** The contract as JSON: keys sorted, nothing that is not part of its meaning. Integers of 64 bits are texts such as `"5n"`. */
export function emitContract({ path, contract }: Plan["contract"], recall?: ContractRecall): GeneratedFile {
  const parts = new Map(Object.entries<readonly Item[]>({ ...contract }));
  // A contract may have megabytes, so its pieces are put together once.
  const pieces: string[] = [];
  for (const name of inTextOrder([...parts.keys()])) {
    pieces.push(pieces.length === 0 ? "{\n" : ",\n", `  "${name}": `);
    addList(parts.get(name), pieces, recall);
  }
  return { path, text: [...pieces, "\n}\n"].join("") };
}

function addList(items: readonly Item[] = [], pieces: string[], recall?: ContractRecall): void {
  items.forEach((item, index) => {
    pieces.push(
      index === 0 ? "[\n    " : ",\n    ",
      recalled(recall, item, [], alone, () => json(item)),
    );
  });
  pieces.push(items.length === 0 ? "[]" : "\n  ]");
}

/** An item of such a list: a line for each of its properties, and for each part of those that are lists. What is within is left to `JSON.stringify`. */
function json(item: Item): string {
  const value = "fields" in item && isPlain(item.fields) ? item : canonicalRecord(item);
  const lines: string[] = [];
  for (const [name, part] of Object.entries<unknown>({ ...value })) {
    if (part !== undefined) lines.push(`"${name}": ${Array.isArray(part) ? listText(part) : JSON.stringify(part)}`);
  }
  return `{\n      ${lines.join(",\n      ")}\n    }`;
}

function listText(parts: readonly unknown[]): string {
  if (parts.length === 0) return "[]";
  return `[\n        ${parts.map((part) => JSON.stringify(part)).join(",\n        ")}\n      ]`;
}

/** Whether fields are in canonical form, in which all is made but what an author may have written: defaults and ranges. */
function isPlain(fields: readonly Field[]): boolean {
  return fields.every(({ default: start, range, type }) => {
    return isPlainLiteral(start) && (range === undefined || range.every(isPlainLiteral)) && isPlainType(type);
  });
}

function isPlainType(type: FieldType): boolean {
  switch (type.kind) {
    case "struct":
      return isPlain(type.fields);
    case "union":
      return type.shapes.every(({ fields }) => isPlain(fields));
    default:
      return true;
  }
}

function isPlainLiteral(literal: Literal): boolean {
  return typeof literal !== "object" && canonical(literal) === literal;
}
