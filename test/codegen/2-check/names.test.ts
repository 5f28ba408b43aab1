import { expect, it } from "vitest";
import { makeReporter } from "../../../codegen/diagnostics/collector.js";
import { readProject } from "../../../codegen/1-read/read-project.js";
import { nameEverything } from "../../../codegen/2-check/names.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";

it("knows what things were called, also by a former name of their core", () => {
  const { raw } = readProject(
    memoryRoot,
    memoryHost({
      "ecsgen.config.ts": 'import { app } from "ecsgen/schema";\nexport default app({});\n',
      "schema/space.ts": `import { bundle, component, core, f32 } from "ecsgen/schema";
export class Place extends component({ x: f32 }) {}
export class Speed extends component({ x: f32 }, { was: ["motion.Velocity", "app.Velocity"] }) {}
export const body = bundle({ components: [Place] });
export const space = core({ features: {}, was: ["motion", "physics"] });
`,
    }),
  );
  const reporter = makeReporter();
  const { declarations, bundles } = nameEverything(raw, reporter);
  expect(reporter.diagnostics).toEqual([]);
  expect([...declarations.values()].map(({ head, former }) => [head.name, former])).toEqual([
    ["space.Place", ["motion.Place", "physics.Place"]],
    ["space.Speed", ["motion.Velocity", "app.Velocity", "motion.Speed", "physics.Speed"]],
  ]);
  expect([...bundles.values()].map(({ name, former }) => [name, former])).toEqual([
    ["space.body", ["motion.body", "physics.body"]],
  ]);
});
