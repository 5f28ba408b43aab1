// Patterns that take values apart: `{ x, axis: { y: height } }`.
import type { PatternPiece, Step } from "../model/body.js";
import type { Tree } from "./tree.js";

/** The names that a pattern declares. */
export function namesOf(target: Tree.Node): string[] {
  switch (target.type) {
    case "Identifier":
      return [target.name];
    case "AssignmentPattern":
      return namesOf(target.left);
    case "RestElement":
      return namesOf(target.argument);
    case "ArrayPattern":
      return target.elements.flatMap((element) => (element === null ? [] : namesOf(element)));
    case "ObjectPattern":
      return target.properties.flatMap((property) => namesOf(property.type === "Property" ? property.value : property));
    default:
      return [];
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
