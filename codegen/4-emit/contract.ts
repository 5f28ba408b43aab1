import type { GeneratedFile } from "../model/generated-file.js";
import type { Plan } from "../model/plan.js";
import { group, indent, join, line, softLine, type Layout } from "./print/layout.js";
import { render } from "./print/render.js";
import { compareText } from "./print/source-file.js";

/** The contract as JSON: keys sorted, nothing that is not part of its meaning. Integers of 64 bits are texts such as `"5n"`. */
export function emitContract(plan: Plan["contract"]): GeneratedFile {
  return { path: plan.path, text: render(json(plan.contract)) };
}

function json(value: unknown): Layout {
  if (typeof value === "bigint") return `"${value}n"`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return list(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  if (entries.length === 0) return "{}";
  const sorted = entries.sort(([a], [b]) => compareText(a, b));
  const properties = sorted.map(([key, part]): Layout => [`${JSON.stringify(key)}: `, json(part)]);
  return ["{", indent("\n", join(",\n", properties)), "\n", "}"];
}

function list(items: readonly unknown[]): Layout {
  if (items.length === 0) return "[]";
  const printed = join([",", line], items.map(json));
  return group("[", indent(softLine, printed), softLine, "]");
}
