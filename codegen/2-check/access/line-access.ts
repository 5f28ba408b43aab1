// What a line of the schedule touches: its function, its filter, its conditions, and what its author says.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import { recalled, type Recall } from "../../memo/recall.js";
import type { Access, Touch } from "../../model/access.js";
import type { DeclaredAccess, ScheduledRun, ViewFunction } from "../../model/contract.js";
import type { Place } from "../../model/place.js";
import type { ParameterUse } from "../../model/raw.js";
import type { ResolvedCall } from "../../model/resolution.js";
import type { Grounds } from "../grounds.js";
import { declaredTouches } from "./declared.js";
import { deriveAccess } from "./derive.js";
import { inOrder, reading } from "./touches.js";

/** A function of a schedule, with what it does. */
export interface Body {
  readonly declared: ViewFunction;
  readonly uses: readonly ParameterUse[];
}

/** What finds the functions of a schedule. */
export type BodyOf = (call: ResolvedCall) => Body | undefined;

/** A line, as far as its access depends on it. */
export interface LineParts {
  readonly shown: string;
  readonly place: Place;
  /** What it runs, and what is asked before it. */
  readonly calls: readonly ResolvedCall[];
  readonly filter: Pick<ScheduledRun, "with" | "without" | "any" | "changes">;
  readonly access: DeclaredAccess | undefined;
}

/** The access of lines in earlier rounds of a session. */
export type AccessRecall = Recall<LineParts, Access>;

/** Derives what a line touches; what cannot be derived and is not declared is reported. */
export function accessOfLine(
  line: LineParts,
  bodyOf: BodyOf,
  { grounds, reporter }: { readonly grounds: Grounds; readonly reporter: Reporter },
  recall?: AccessRecall,
): Access {
  const bodies = line.calls.flatMap((call) => bodyOf(call) ?? []);
  return recalled(recall, line, bodies, { questions: grounds, reporter }, (asked, listening) =>
    deriveLine(line, bodies, asked, listening),
  );
}

function deriveLine(line: LineParts, bodies: readonly Body[], grounds: Grounds, reporter: Reporter): Access {
  const derived = bodies.map(({ declared, uses }) => ({
    called: declared.name,
    ...deriveAccess(declared, uses, line.filter, grounds),
  }));
  if (line.access === undefined) {
    for (const { called, unknown } of derived)
      if (unknown[0] !== undefined) reportUnknown(line, called, unknown[0], reporter);
  }
  const kindOf = (name: string): "event" | "data" => (grounds.isEvent(name) ? "event" : "data");
  const touches = [
    ...derived.flatMap((part) => part.touches),
    ...filterTouches(line.filter),
    ...(line.access === undefined ? [] : declaredTouches(line.access, kindOf)),
  ];
  const unsaid = line.access === undefined && derived.some(({ unknown }) => unknown.length > 0);
  return { touches: inOrder(touches), everything: unsaid || line.access?.everything === true };
}

function filterTouches({ with: with_, without, any, changes }: LineParts["filter"]): Touch[] {
  const changed = changes === undefined ? [] : [...changes.changed, ...changes.added, ...changes.removed];
  return [
    ...[...with_, ...without, ...any, ...changed].map((name) => reading("presence", name)),
    ...(changes?.changed ?? []).map((name) => reading("data", name)),
  ];
}

function reportUnknown(
  { shown, place }: LineParts,
  called: string,
  unknown: { readonly does: string; readonly place: Place },
  reporter: Reporter,
): void {
  reporter.report("ECS4009", unknown.place, `what \`${called}\` touches cannot be told`, {
    why: [`It ${unknown.does}. Order, sync points and what can run at the same time follow from what functions touch.`],
    help: `say it in the line of the schedule, as \`access: { reads: [...], writes: [...] }\` or \`access: "everything"\``,
    related: [{ place, message: `\`${shown}\` is scheduled here` }],
  });
}
