import { alone, recalled, type Recall } from "../memo/recall.js";
import { canonical } from "../model/canonical-json.js";
import { inTextOrder } from "../model/compare.js";
import type { Contract, Field, FieldType } from "../model/contract.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { Plan } from "../model/plan.js";
import type { Literal } from "../model/raw.js";
import { width } from "./print/break-line.js";

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

/** An item of such a list as prettier formats it. Contracts are long: the most of it is left to `JSON.stringify`. */
function json(item: Item): string {
  const value = "fields" in item && isPlain(item.fields) ? item : canonical(item);
  // The two lists around it give it the margin that it has in the contract.
  const text = JSON.stringify([[value]], undefined, 2).slice("[\n  [\n    ".length, -"\n  ]\n]".length);
  return joinedLists(text.includes("e+") ? text.replace(exponent, "$1") : text);
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

const string = String.raw`"(?:[^"\\]|\\.)*"`;

/** The sign of an exponent, which is left out, with what stands before it in its line. */
const exponent = new RegExp(String.raw`^( *(?:${string}: )?-?[\d.]+e)\+`, "gm");

const item = String.raw`(?:${string}|{}|[^\s"[{]+|\[.*\])`;

/** A list with an item to a line, none of which has lines of its own. */
const list = new RegExp(String.raw`\[\n *(${item}(?:,\n *${item})*)\n *\]`, "g");

/** Lists that fit are put on one line, the inner ones first. */
function joinedLists(text: string): string {
  const joined = text.replace(list, (broken: string, items: string, at: number) => {
    const flat = `[${items.replace(/,\n */g, ", ")}]`;
    const column = at - text.lastIndexOf("\n", at) - 1;
    const comma = text.startsWith(",", at + broken.length) ? 1 : 0;
    return column + flat.length + comma <= width ? flat : broken;
  });
  return joined === text ? text : joinedLists(joined);
}
