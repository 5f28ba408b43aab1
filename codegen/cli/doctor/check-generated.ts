import { countFindings, plural, summaryLine } from "../../diagnostics/render/summary.js";
import type { Checkup } from "./checkup.js";
import { findLeftovers } from "./find-leftovers.js";

/** Looks at the output: whether it is what the schemas say, and whether an interrupted run left something behind. */
export async function checkGenerated(root: string): Promise<readonly Checkup[]> {
  return [await checkFreshness(root), checkLeftovers(root)];
}

async function checkFreshness(root: string): Promise<Checkup> {
  const name = "generated files";
  const { generate } = await import("../../api/generate.js");
  const { created, changed, removed, diagnostics } = await generate(root, { mode: "check" });
  const counts = countFindings(diagnostics.filter(({ code }) => code !== "ECS5009"));
  if (counts.errors > 0) {
    return {
      name,
      state: "bad",
      detail: `the project has ${summaryLine(counts)}`,
      fix: "run `ecsgen validate` to see them",
    };
  }
  const stale = created.length + changed.length + removed.length;
  return stale === 0
    ? { name, state: "good", detail: "up to date" }
    : { name, state: "bad", detail: `${plural(stale, "file")} stale`, fix: "run `ecsgen generate`" };
}

function checkLeftovers(root: string): Checkup {
  const name = "leftovers";
  const found = findLeftovers(root);
  if (found.length === 0) return { name, state: "good", detail: "none" };
  return {
    name,
    state: "doubtful",
    detail: `an interrupted run left ${found.map((path) => `\`${path}\``).join(", ")}`,
    fix: "run `ecsgen generate`, which finishes or undoes that run; if another one is busy just now, wait for it",
  };
}
