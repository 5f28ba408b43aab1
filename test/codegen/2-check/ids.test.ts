// ECS2005 cannot be had by writing names: nobody knows two with the same 64 bits. So the hash is made a poor one here.
import { expect, it, vi } from "vitest";
import { makeReporter } from "../../../codegen/diagnostics/collector.js";
import { readProject } from "../../../codegen/1-read/read-project.js";
import { checkIds } from "../../../codegen/2-check/ids.js";
import { nameEverything } from "../../../codegen/2-check/names.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";

vi.mock("../../../codegen/2-check/hash.js", () => ({
  hashText: (text: string) => (/[AB]$/.test(text) ? "0123456789abcdef" : text),
}));

it("finds two names with the same id", () => {
  const { raw } = readProject(
    memoryRoot,
    memoryHost({
      "ecsgen.config.ts": 'import { app } from "ecsgen/schema";\nexport default app({});\n',
      "schema.ts": `import { component, f32 } from "ecsgen/schema";
export class A extends component({ x: f32 }) {}
export class B extends component({ x: f32 }) {}
export class C extends component({ x: f32 }) {}
`,
    }),
  );
  const reporter = makeReporter();
  checkIds(nameEverything(raw, reporter), reporter);
  expect(reporter.diagnostics).toMatchObject([
    {
      code: "ECS2005",
      message: "`app.B` has the id of `app.A`",
      place: { file: "schema.ts", line: 3, column: 14 },
      why: ["Both names have the same 64 bits, 0123456789abcdef."],
      related: [{ place: { file: "schema.ts", line: 2, column: 14 } }],
    },
  ]);
});
