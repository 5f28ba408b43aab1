import { alone, recalled, type Recall } from "../memo/recall.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { Plan } from "../model/plan.js";
import { numeral } from "./print/constructs.js";

const width = 120;

/** The contract as JSON: keys sorted, nothing that is not part of its meaning. Integers of 64 bits are texts such as `"5n"`. */
export function emitContract(plan: Plan["contract"], recall?: ContractRecall): GeneratedFile {
  return { path: plan.path, text: `${object(plan.contract, "", recall)}\n` };
}

/** The texts of what the lists of a contract hold, in earlier rounds of a session. */
export type ContractRecall = Recall<object, string>;

/** `margin` is where its lines start, `column` where it starts itself, a comma behind it counted in. */
function json(value: unknown, margin: string, column: number, recall?: ContractRecall): string {
  if (typeof value === "bigint") return `"${value}n"`;
  if (typeof value === "number") return numeral(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? list(value, margin, column, recall) : object(value, margin);
}

/** A property to a line. Contracts are long, so this is one text that grows. */
function object(value: object, margin: string, recall?: ContractRecall): string {
  const parts: Readonly<Record<string, unknown>> = { ...value };
  const names = Object.keys(parts)
    .filter((name) => parts[name] !== undefined)
    .sort();
  const last = names.at(-1);
  if (last === undefined) return "{}";
  const inner = `${margin}  `;
  let text = "{\n";
  for (const name of names) {
    const key = `${inner}${JSON.stringify(name)}: `;
    const comma = name === last ? "" : ",";
    text += `${key}${json(parts[name], inner, key.length + comma.length, recall)}${comma}\n`;
  }
  return `${text}${margin}}`;
}

/** On one line if it fits, else an item to a line. */
function list(items: readonly unknown[], margin: string, column: number, recall?: ContractRecall): string {
  if (items.length === 0) return "[]";
  const inner = `${margin}  `;
  const printed = items.map((item, index) => {
    const print = (): string => json(item, inner, inner.length + (index < items.length - 1 ? 1 : 0));
    // What is printed on lines of its own does not depend on where it starts.
    return isObject(item) ? recalled(recall, item, [inner], alone, print) : print();
  });
  if (!printed.some((text) => text.includes("\n"))) {
    const flat = `[${printed.join(", ")}]`;
    if (column + flat.length <= width) return flat;
  }
  return `[\n${inner}${printed.join(`,\n${inner}`)}\n${margin}]`;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
