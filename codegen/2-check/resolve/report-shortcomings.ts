import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../model/place.js";
import type { Assessment, Finding, Shortcoming } from "./assess-modules.js";

/** Where an app requires a feature. */
export interface Need {
  readonly place: Place;
  readonly message: string;
}

/**
 * Reports what is wrong with the functions of system modules, each with where an app requires it: a faulty function is one
 * finding, whatever follows from it.
 */
export function reportShortcomings(
  assessed: ReadonlyMap<string, Assessment>,
  needs: ReadonlyMap<Shortcoming, Need>,
  reporter: Reporter,
): void {
  for (const { features } of assessed.values()) {
    for (const shortcoming of [...features.values()].flat()) {
      if (shortcoming.finding !== undefined) report(shortcoming.finding, needs.get(shortcoming), reporter);
    }
  }
}

/** A stub that nobody waits for may stay one. */
function report({ code, place, message, more }: Finding, need: Need | undefined, reporter: Reporter): void {
  const related = [...(more.related ?? []), ...(need === undefined ? [] : [need])];
  if (code !== "ECS3006" || need === undefined) return reporter.report(code, place, message, { ...more, related });
  const help = "write it; until then `ecsgen generate --allow-stubs` makes the SDK that it is written with";
  reporter.report("ECS3012", place, message, { ...more, help, related });
}
