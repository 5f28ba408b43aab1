import type { DeclarationPlan } from "../model/plan.js";
import { fieldTree } from "./field-tree.js";
import { doc } from "./print/constructs.js";
import { code, lines, type Layout } from "./print/layout.js";

/** The constant that stands for a declaration, with what is said of its kind at the end. */
export function token(plan: DeclarationPlan, kind: string, type: Layout, more: readonly Layout[]): Layout {
  return code`
${doc(plan.doc)}
export const ${plan.name}: ${type} = {
  kind: "${kind}",
  name: "${plan.qualified}",
  key: "${plan.key}",
  id: 0x${plan.id}n,
  stateVersion: 0x${plan.stateVersion}n,
  index: ${String(plan.index)},
  fields: ${fieldTree(plan.row.fields)},
  ${lines(more.map((property) => [property, ","]))}
};
`;
}
