// Patterns that take values apart: `{ x, axis: { y: height } }`.
import type { PatternPiece, Step } from "../model/body.js";
import type { Tree } from "./tree.js";

/** The names that a pattern declares. */
export function namesOf(target: Tree.Node): readonly string[] {
  const names: string[] = [];
  addNames(target, names);
  return names;
}

function addNames(target: Tree.Node, names: string[]): void {
  switch (target.type) {
    case "Identifier":
      names.push(target.name);
      return;
    case "AssignmentPattern":
      return addNames(target.left, names);
    case "RestElement":
      return addNames(target.argument, names);
    case "ArrayPattern":
      return target.elements.forEach((element) => element !== null && addNames(element, names));
    case "ObjectPattern":
      return target.properties.forEach((each) => addNames(each.type === "Property" ? each.value : each, names));
    default:
  }
}

/** The names of a pattern with the steps to them; undefined when there is more to it. */
export function patternNames(pattern: Tree.ObjectPattern, before: readonly Step[]): PatternPiece["names"] | undefined {
  const names: { name: string; steps: readonly Step[] }[] = [];
  for (const property of pattern.properties) {
    if (property.type === "RestElement" || property.computed || property.key.type !== "Identifier") return undefined;
    const step: Step = { name: property.key.name, text: `.${property.key.name}`, optional: false };
    const steps = [...before, step];
    if (property.value.type === "Identifier") names.push({ name: property.value.name, steps });
    else if (property.value.type === "ObjectPattern") {
      const inside = patternNames(property.value, steps);
      if (inside === undefined) return undefined;
      names.push(...inside);
    } else return undefined;
  }
  return names;
}
