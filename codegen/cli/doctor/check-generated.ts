import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isRefusal, nodeDisk, reasonOf, type Refusal } from "../../5-write/disk.js";
import { otherOutputs } from "../../5-write/other-outputs.js";
import { countFindings, plural, summaryLine } from "../../diagnostics/render/summary.js";
import { outputFolder } from "../output-folder.js";
import type { Checkup } from "./checkup.js";
import { findLeftovers } from "./find-leftovers.js";

/**
 * Looks at the output: whether it can be written, whether it is what the schemas say, and whether an interrupted run left
 * something behind.
 */
export async function checkGenerated(root: string): Promise<readonly Checkup[]> {
  return [checkWritable(root), await checkFreshness(root), checkLeftovers(root), ...checkOthers(root)];
}

function checkWritable(root: string): Checkup {
  const name = "output folder";
  const output = outputFolder(root);
  const folder = nearestExisting(join(root, output));
  const shown = relative(root, folder).replaceAll("\\", "/") || ".";
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory()
      ? { name, state: "good", detail: `\`${output}\`` }
      : { name, state: "bad", detail: `\`${shown}\` is not a folder`, fix: "move it out of the way" };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return {
      name,
      state: "bad",
      detail: `\`${shown}\` cannot be written: ${reasonOf(error)}`,
      fix: "check who may write there",
    };
  }
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

async function checkFreshness(root: string): Promise<Checkup> {
  const { generate } = await import("../../api/generate.js");
  const { created, changed, removed, unchanged, diagnostics } = await generate(root, { mode: "check" });
  const bad = (detail: string, fix: string): Checkup => ({ name: "generated files", state: "bad", detail, fix });
  const errors = diagnostics.filter(({ code, severity }) => severity === "error" && code !== "ECS5009");
  const inOutput = errors.find(({ code }) => code.startsWith("ECS5"));
  if (inOutput !== undefined) return bad(inOutput.message, inOutput.help ?? `run \`ecsgen explain ${inOutput.code}\``);
  if (errors.length > 0) {
    return bad(`the project has ${summaryLine(countFindings(errors))}`, "run `ecsgen validate` to see them");
  }
  const stale = created.length + changed.length + removed.length;
  if (stale === 0) return { name: "generated files", state: "good", detail: "up to date" };
  const none = changed.length + removed.length + unchanged.length === 0;
  return bad(none ? "there are none yet" : staleness(created.length, stale), "run `ecsgen generate`");
}

function staleness(missing: number, stale: number): string {
  return missing === stale ? `${plural(missing, "file")} missing` : `${plural(stale, "file")} stale`;
}

function checkLeftovers(root: string): Checkup {
  const name = "leftovers";
  const found = orRefused(() => findLeftovers(root));
  if ("code" in found) {
    const detail = `they cannot be looked for: ${reasonOf(found)}`;
    return { name, state: "doubtful", detail, fix: "check who may read the output folder" };
  }
  if (found.length === 0) return { name, state: "good", detail: "none" };
  return {
    name,
    state: "doubtful",
    detail: `an interrupted run left ${found.map((path) => `\`${path}\``).join(", ")}`,
    fix: "run `ecsgen generate`, which finishes or undoes that run; if another one is busy just now, wait for it",
  };
}

/** Folders that were written to before `output` named another one; it is nothing to speak of that there are none. */
function checkOthers(root: string): Checkup[] {
  const output = outputFolder(root);
  return otherOutputs(root, output, nodeDisk).map((folder) => ({
    name: "older output",
    state: "doubtful",
    detail: `\`${folder}\` holds generated files that nothing keeps up to date`,
    fix: `import from \`${output}\`, and remove \`${folder}\``,
  }));
}

/** The answer, or the refusal of the system. */
function orRefused<T>(ask: () => T): T | Refusal {
  try {
    return ask();
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}
