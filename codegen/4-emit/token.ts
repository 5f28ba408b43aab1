import type { DeclarationPlan } from "../model/plan.js";
import { fieldsOfTree } from "./field-tree.js";
import type { Inline } from "./print/layout.js";
import { docLines, textArray, textLine, textObject } from "./print/text.js";

/** The constant that stands for a declaration; `more` is what is said of its kind at the end, in lines of their own. */
export function token(plan: DeclarationPlan, kind: string, type: Inline, more: string): string {
  return `${docLines("", plan.doc)}${textLine("", [`export const ${plan.name}: `, type], " = {")}  kind: "${kind}",
  name: "${plan.qualified}",
${formerNames(plan.was)}  key: "${plan.key}",
  id: 0x${plan.id}n,
  stateVersion: 0x${plan.stateVersion}n,
  index: ${plan.index},
${textObject("  ", "fields: ", fieldsOfTree(plan.row.fields), ",")}${more}};
`;
}

/** The line that says the former names. */
function formerNames(was: readonly string[]): string {
  if (was.length === 0) return "";
  const names = was.map((name) => `"${name}"`);
  return textArray("  ", "was: ", names, ",");
}
