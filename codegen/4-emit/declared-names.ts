import type { GroupPlan } from "../model/field-plan.js";
import type { ComponentPlan, DeclarationPlan } from "../model/plan.js";

/** Every name that the file of a declaration has for itself. */
export function namesOf(plan: DeclarationPlan | ComponentPlan): string[] {
  const names = [plan.row, ...plan.groups, ...plan.unions.flatMap((union) => union.shapes)].flatMap((group) =>
    namesOfGroup(group),
  );
  return [
    plan.name,
    ...names,
    ...plan.enums.flatMap((part) => [part.type, part.words]),
    ...plan.unions.flatMap((union) => [union.type, union.init, union.create]),
    ...plan.copies.map((copy) => copy.name),
    ...plan.defaults.map((constant) => constant.name),
  ];
}

function namesOfGroup(group: GroupPlan): string[] {
  return [group.named?.value, group.named?.init, group.cursor, group.create].filter((name) => name !== undefined);
}
