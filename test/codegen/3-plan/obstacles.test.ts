// What keeps functions from the column form: each reason that there is, where it is found, and what may be written instead.
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { plan } from "../../../codegen/3-plan/plan.js";
import type { TypeOracle } from "../../../codegen/compiler/type-oracle.js";
import { obstacleTexts, type Obstacle } from "../../../codegen/model/obstacles.js";
import { prove } from "../../../codegen/pipeline.js";
import { filesOf } from "../support/case-project.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";

const folder = fileURLToPath(new URL("../../cases/obstacles", import.meta.url));
const { "expected.txt": _expected, ...files } = filesOf(folder);
const bodies = files["bodies.ts"] ?? "";
/** What a package does not offer. */
const inPackage = { "node_modules/numbers/internal.ts": "export const deepest = 12;\n" };
const trusting: TypeOracle = { assignable: (questions) => questions.map(() => ({ ok: true })) };

/** The obstacles of all functions, by name. */
function obstacles(): ReadonlyMap<string, Obstacle> {
  const names = [...bodies.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => name);
  const config = `import { app, use } from "ecsgen/schema";
import * as bodies from "./bodies.js";
import { game } from "./schema.js";
import systems from "./systems.js";
export default app({ cores: [use(game, { features: ["calls"], systems: [systems] })], schedule: { update: [${names.map((name) => `bodies.${name}`).join(", ")}] } });\n`;
  const host = memoryHost({ ...files, ...inPackage, "ecsgen.config.ts": config });
  const { checked, diagnostics } = prove(memoryRoot, host, () => undefined, trusting);
  expect(
    diagnostics.flatMap((each) =>
      each.severity === "error" ? [`${each.place.file}:${each.place.line} ${each.message}`] : [],
    ),
  ).toEqual([]);
  if (checked === undefined) return new Map();
  const { loops, functions } = plan(checked);
  return new Map(
    [...loops, ...functions].flatMap(({ form, function: { qualified } }): [string, Obstacle][] =>
      form.kind === "cursor" ? [[qualified, form.obstacle]] : [],
    ),
  );
}

it("says why, where, and what to write instead", async () => {
  const shown = [...obstacles()].map(([name, { why, help, place }]) => {
    const line = files[place.file]?.split("\n")[place.line - 1] ?? "";
    const mark = `${" ".repeat(place.column - 1)}^`;
    return `${name}: it ${why}\n    ${line}\n    ${mark}\n  help: ${help}\n`;
  });
  await expect(shown.join("\n")).toMatchFileSnapshot(`${folder}/expected.txt`);
});

it("has a function for each reason", () => {
  const kinds = ({ kind, behind }: Obstacle): string[] => [kind, ...(behind === undefined ? [] : kinds(behind))];
  const found = new Set([...obstacles().values()].flatMap(kinds));
  expect(Object.keys(obstacleTexts).filter((kind) => ![...found].some((each) => each === kind))).toEqual([]);
});
