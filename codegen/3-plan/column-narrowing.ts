import type { Part, PartPiece } from "../model/body.js";
import type { ValuePlan } from "../model/field-plan.js";
import type { Located } from "./column-parts.js";

/** Kinds of values that may be of one type or another. */
const narrowed: ReadonlySet<ValuePlan["kind"]> = new Set(["enum", "union", "object", "list", "map"]);

/**
 * Fields whose type TypeScript narrows from one look to the next: of a cursor's field, which is a name, but not of an element.
 * What is looked at first is never narrowed, unless it stands in the update of a `for`, and a constant always can be.
 */
export class Narrowing<Component> {
  private readonly looks = new Set<string>();
  /** The first look that may count on another. */
  first: { readonly parameter: Component; readonly part: Part } | undefined;

  /** One look at a field, or a write of it. */
  note(parameter: Component, located: Located, part: PartPiece, bracketed: boolean): void {
    if (located.kind !== "column" && located.kind !== "objects") return;
    const { kind } = located.kind === "column" ? located.value : located.field.value;
    if (!narrowed.has(kind)) return;
    const key = `${part.parameter} ${part.steps
      .slice(0, located.length)
      .map(({ name }) => name)
      .join(".")}`;
    if (!this.looks.has(key)) {
      this.looks.add(key);
      if (!part.behind) return;
    }
    const rest = part.steps.slice(located.length);
    const opens = bracketed || rest.some(({ name }) => /^\d+$/.test(name));
    const isLook = part.use === "read" || part.use === "call" || isOfSomeShapes(rest);
    const isOpened = kind === "list" || kind === "map";
    if (isOpened ? opens : isLook) this.first ??= { parameter, part };
  }
}

/** Whether steps lead to what not every shape has: `kind` is there whatever the shape. */
function isOfSomeShapes([first, ...others]: Part["steps"]): boolean {
  return first !== undefined && (first.name !== "kind" || others.length > 0);
}
