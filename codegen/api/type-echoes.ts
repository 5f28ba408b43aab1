import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { firstWords } from "../model/generated-file.js";
import type { GenerateResult } from "./results.js";

/**
 * Type errors without those that only say again what the project lacks by other findings: while nothing is generated, every import of
 * it fails; while the project is not valid or the output is stale, generated files do not compile, and neither does the proof in a
 * system module of what it provides; a mistake of syntax was told. Other errors in the author's own code stay.
 */
export function withoutEchoes(root: string, types: readonly Diagnostic[], generated: GenerateResult): Diagnostic[] {
  const { diagnostics, created, changed, removed, unchanged } = generated;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return [...types];
  const isMissing = created.length > 0 && changed.length + removed.length + unchanged.length === 0;
  if (isMissing || errors.some(({ code }) => code === "ECS1021")) return [];
  const broken = new Set(errors.flatMap(({ code, place }) => (code === "ECS1001" ? [place.file] : [])));
  const isGenerated = remembered((file: string) => isOurs(join(root, file)));
  return types.filter(
    ({ place: { file }, message }) => !broken.has(file) && !message.includes("'Implementation<") && !isGenerated(file),
  );
}

/** False for what cannot be read, as well. */
function isOurs(path: string): boolean {
  const start = Buffer.alloc(firstWords.length);
  try {
    const file = openSync(path, "r");
    try {
      readSync(file, start, 0, start.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  return start.toString() === firstWords;
}

function remembered(ask: (file: string) => boolean): (file: string) => boolean {
  const known = new Map<string, boolean>();
  return (file) => {
    const answer = known.get(file) ?? ask(file);
    known.set(file, answer);
    return answer;
  };
}
