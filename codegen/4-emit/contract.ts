import { alone, recalled, type Recall } from "../memo/recall.js";
import { inTextOrder } from "../model/compare.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { Plan } from "../model/plan.js";
import { numeral } from "./print/constructs.js";

const width = 120;

/** The contract as JSON: keys sorted, nothing that is not part of its meaning. Integers of 64 bits are texts such as `"5n"`. */
export function emitContract(plan: Plan["contract"], recall?: ContractRecall): GeneratedFile {
  return { path: plan.path, text: `${json(plan.contract, "", 0, recall)}\n` };
}

/** The texts of what the lists of a contract hold, in earlier rounds of a session. */
export type ContractRecall = Recall<object, string>;

/** `margin` is where its lines start, `column` where it starts itself, a comma behind it counted in. */
function json(value: unknown, margin: string, column: number, recall?: ContractRecall): string {
  if (isRecord(value)) return object(value, margin, recall);
  if (Array.isArray(value)) return list(value, margin, column, recall);
  if (typeof value === "bigint") return `"${value}n"`;
  return typeof value === "number" ? numeral(value) : JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A property to a line. Contracts are long, so this is one text that grows. */
function object(value: Readonly<Record<string, unknown>>, margin: string, recall?: ContractRecall): string {
  const names = inTextOrder(Object.keys(value).filter((name) => value[name] !== undefined));
  const last = names.at(-1);
  if (last === undefined) return "{}";
  const inner = `${margin}  `;
  let text = "{\n";
  for (const name of names) {
    const key = `${inner}${JSON.stringify(name)}: `;
    const comma = name === last ? "" : ",";
    text += `${key}${json(value[name], inner, key.length + comma.length, recall)}${comma}\n`;
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
    return isRecord(item) ? recalled(recall, item, [inner], alone, print) : print();
  });
  if (!printed.some((text) => text.includes("\n"))) {
    const flat = `[${printed.join(", ")}]`;
    if (column + flat.length <= width) return flat;
  }
  return `[\n${inner}${printed.join(`,\n${inner}`)}\n${margin}]`;
}
