import type { Code } from "./catalogue.js";
import type { Diagnostic } from "./diagnostic.js";

/** What is said of a feature that nobody knows, wherever it is named. */
const ofUnknownFeatures: ReadonlySet<Code> = new Set(["ECS2018", "ECS2021", "ECS3002", "ECS3009"]);

/**
 * Findings of a check without those that only say again that a View could not be read: its feature is there, and only by that finding
 * unknown to those who name it.
 */
export function withoutEchoes(read: readonly Diagnostic[], checked: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!read.some(({ code }) => code === "ECS1013")) return checked;
  return checked.filter(({ code }) => !ofUnknownFeatures.has(code));
}
