// Prints the body of a per-entity function for a loop of its own: with columns in place of its components.
import type { BodyText, RawBody } from "../model/body.js";
import { obstacle, type Obstacle } from "../model/obstacles.js";
import type { FormPlan } from "../model/loop-plan.js";
import { BodyPrinter } from "./body-printer.js";
import type { ColumnContext } from "./column-context.js";
import { Kept } from "./kept.js";

/** The column form of a function, or the cursor form with the first thing that keeps it from the other. */
export function planForm(body: RawBody, context: ColumnContext): FormPlan {
  if (body.kind === "obstacle") return { kind: "cursor", obstacle: body.obstacle };
  const plain = new Map<number, Obstacle>();
  // Each round, one loop over rows more stays as it is, until all others can be printed.
  for (;;) {
    const printer = new BodyPrinter(body.text, { ...context, scope: context.scope.copy() }, plain);
    try {
      const form = improved(printer, printer.print(), body.text, context, plain);
      if (context.perRow || printer.printsRows) return form;
      const [first = obstacle("noRows", body.place)] = plain.values();
      return { kind: "cursor", obstacle: first };
    } catch (error) {
      if (!(error instanceof Kept)) throw error;
      if (error.loop === undefined) return { kind: "cursor", obstacle: firstOf(error.obstacle, plain) };
      plain.set(error.loop, error.obstacle);
    }
  }
}

/** A function that a file keeps to itself has to be exported only where a loop stays as it is. */
function firstOf(found: Obstacle, plain: ReadonlyMap<number, Obstacle>): Obstacle {
  const [first = found] = plain.values();
  return found.kind === "unexported" ? first : found;
}

/**
 * Prints once more when inner loops read of the rows of outer ones what nobody writes, which is read once for each of these, and when
 * helpers may have the names that their authors gave them.
 */
function improved(
  first: BodyPrinter,
  form: FormPlan,
  text: BodyText,
  context: ColumnContext,
  plain: ReadonlyMap<number, Obstacle>,
): FormPlan {
  const { freed } = first;
  const holds = first.readsOutwards && !first.isOpaque;
  if (!holds && freed.length === 0) return form;
  const scope = context.scope.without(freed);
  return new BodyPrinter(text, { ...context, scope }, plain, holds ? first.writes : undefined).print();
}
