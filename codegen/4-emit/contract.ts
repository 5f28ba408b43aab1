import type { GeneratedFile } from "../model/generated-file.js";
import type { Plan } from "../model/plan.js";
import { numeral } from "./print/constructs.js";
import { compareText } from "./print/source-file.js";

const width = 120;

/** The contract as JSON: keys sorted, nothing that is not part of its meaning. Integers of 64 bits are texts such as `"5n"`. */
export function emitContract(plan: Plan["contract"]): GeneratedFile {
  return { path: plan.path, text: `${json(plan.contract, "", 0)}\n` };
}

/** `margin` is where its lines start, `column` where it starts itself, a comma behind it counted in. */
function json(value: unknown, margin: string, column: number): string {
  if (typeof value === "bigint") return `"${value}n"`;
  if (typeof value === "number") return numeral(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? list(value, margin, column) : object(value, margin);
}

/** A property to a line. */
function object(value: object, margin: string): string {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  if (entries.length === 0) return "{}";
  const inner = `${margin}  `;
  const properties = entries
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, part]: [string, unknown], index) => {
      const key = `${inner}${JSON.stringify(name)}: `;
      return key + json(part, inner, key.length + (index < entries.length - 1 ? 1 : 0));
    });
  return `{\n${properties.join(",\n")}\n${margin}}`;
}

/** On one line if it fits, else an item to a line. */
function list(items: readonly unknown[], margin: string, column: number): string {
  if (items.length === 0) return "[]";
  const inner = `${margin}  `;
  const printed = items.map((item, index) => json(item, inner, inner.length + (index < items.length - 1 ? 1 : 0)));
  const flat = `[${printed.join(", ")}]`;
  if (column + flat.length <= width && !flat.includes("\n")) return flat;
  return `[\n${inner}${printed.join(`,\n${inner}`)}\n${margin}]`;
}
