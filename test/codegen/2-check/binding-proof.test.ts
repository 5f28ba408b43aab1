// The third net: what was generated once makes plain `tsc` fail, at the binding, when a system module stops to fit.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { diskHost } from "../../../codegen/cache/disk-host.js";
import { print, prove } from "../../../codegen/pipeline.js";
import { filesOf } from "../support/case-project.js";
import { compile } from "../support/compile.js";
import { diskProject } from "../support/disk-project.js";
import { functionIn, type FunctionText } from "../support/functions-of.js";

const motion = join(fileURLToPath(new URL("../../cases/emit", import.meta.url)), "motion");
const sources = Object.fromEntries(Object.entries(filesOf(motion)).filter(([path]) => !path.startsWith("generated/")));
const generated = generatedOf(motion);

interface Fault {
  readonly name: string;
  readonly file: string;
  readonly of: string;
  readonly seed: (found: FunctionText) => string;
  readonly says: string;
}

const integration = { file: "systems/euler/integration.ts", of: "integrate" };
const impulses = { file: "systems/euler/impulses.ts", of: "push" };
const faults: readonly Fault[] = [
  { name: "removed", ...integration, seed: (found) => found.removed(), says: "no exported member" },
  { name: "renamed", ...impulses, seed: (found) => found.renamed("shove"), says: "no exported member" },
  {
    name: "another-value",
    ...impulses,
    seed: (found) => found.withParameter(2, "string"),
    says: "StrictView<Impulses>",
  },
  {
    name: "another-type",
    ...integration,
    seed: (found) => found.withParameter(0, "Date"),
    says: "StrictView<Integration>",
  },
];

/** Each fits its View by one of its overloads, and the implementation behind them takes something else. */
const overloaded: Readonly<Record<string, string>> = {
  "systems/euler/integration.ts": `import type { Position, Time } from "../../schema/motion.js";

export function integrate(position: Position): void;
export function integrate(time: Time): void;
export function integrate(given: Position | Time, by?: number, ...more: readonly number[]): void {
  if ("x" in given) given.x += (by ?? 1) + more.length;
}
`,
  "systems/euler/impulses.ts": `import type { Entity, World } from "ecsgen/schema";

export function push(world: World, body: Entity): void;
export function push(world: World, body: Entity, dx: number, dy: number, dz: number): void;
export function push(world: World, body: Entity, dx = 0, dy = 0, dz = 0): void {
  if (dx + dy + dz > 0) world.despawn(body);
}
`,
};

/** One project with a copy of the example for each fault, since starting `tsc` takes longer than checking them. */
const project = diskProject(
  Object.fromEntries([
    ...Object.entries(withGenerated({ ...sources, ...overloaded })).map(([path, text]) => [`overloaded/${path}`, text]),
    ...[undefined, ...faults].flatMap((fault) => {
      const copy: Record<string, string> = { ...sources, ...generated };
      if (fault !== undefined) copy[fault.file] = fault.seed(functionIn(copy[fault.file] ?? "", fault.of));
      return Object.entries(copy).map(([path, text]) => [`${fault?.name ?? "sound"}/${path}`, text]);
    }),
  ]),
);
afterAll(() => project.remove());

function generatedOf(folder: string): Record<string, string> {
  const { checked, diagnostics } = prove(folder, diskHost());
  if (checked === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return Object.fromEntries(print(checked).map(({ path, text }) => [path, text]));
}

function withGenerated(files: Readonly<Record<string, string>>): Record<string, string> {
  const alone = diskProject(files);
  try {
    return { ...files, ...generatedOf(alone.root) };
  } finally {
    alone.remove();
  }
}

describe("plain `tsc`", () => {
  const errors = compile(project);

  it("is content with the example as it is", () => {
    expect(errors.filter((error) => error.startsWith("sound/"))).toEqual([]);
  });

  it("is content with functions that have overloads", () => {
    expect(errors.filter((error) => error.startsWith("overloaded/"))).toEqual([]);
  });

  it.each(faults)("fails at the binding when a function is $name", ({ name, says }) => {
    const ofCopy = errors.filter((error) => error.startsWith(`${name}/`));
    expect(ofCopy.filter((error) => error.startsWith(`${name}/generated/binding.ts(`)).join("\n")).toContain(says);
  });
});
