import type { GroupPlan } from "../model/field-plan.js";
import type { ComponentPlan, DeclarationPlan } from "../model/plan.js";

/** Every name that the file of a declaration has for itself. */
export function namesOf(plan: DeclarationPlan | ComponentPlan): string[] {
  const names = [plan.name];
  addGroups([plan.row], names);
  addGroups(plan.groups, names);
  for (const { type, words } of plan.enums) names.push(type, words);
  for (const { type, init, create, shapes } of plan.unions) {
    names.push(type, init, create);
    addGroups(shapes, names);
  }
  for (const { name } of plan.copies) names.push(name);
  for (const { name } of plan.defaults) names.push(name);
  return names;
}

function addGroups(groups: readonly GroupPlan[], names: string[]): void {
  for (const { named, cursor, create } of groups) {
    if (named !== undefined) names.push(named.value, named.init);
    names.push(cursor);
    if (create !== undefined) names.push(create);
  }
}
