// `ecsgen explain CODE` shows a wrong and a right example: the wrong one really has the code, the right one has not.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { vocabulary } from "../../../codegen/1-read/vocabulary.js";
import type { TypeOracle } from "../../../codegen/compiler/type-oracle.js";
import { catalogue, type Code } from "../../../codegen/diagnostics/catalogue.js";
import { vocabularyTypes } from "../../../codegen/model/vocabulary.js";
import { prove } from "../../../codegen/pipeline.js";
import { filesOf } from "../support/case-project.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";

const base = filesOf(join(fileURLToPath(new URL("../../cases/diagnostics", import.meta.url)), "base"));
const trusting: TypeOracle = { assignable: (questions) => questions.map(() => ({ ok: true })) };
type Files = Readonly<Record<string, string>>;

/** Imports for the words that a snippet uses and does not declare or import itself. */
function withImports(text: string): string {
  const used = new Set(text.match(/[A-Za-z_]\w*/g));
  const values = [...vocabulary].filter((word) => used.has(word));
  const types = [...vocabularyTypes].filter((word) => used.has(word)).map((word) => `type ${word}`);
  const names = [...values, ...types].filter((word) => !new RegExp(`import[^;]*\\b${word}\\b`).test(text));
  return `import { ${names.join(", ")} } from "ecsgen/schema";\n${text}\n`;
}

/** Each way to make a project out of a snippet, and the codes whose examples are such snippets. */
const ways: readonly { readonly codes: readonly Code[]; readonly project: (snippet: string) => Files }[] = [
  {
    codes: [
      ...(["ECS1001", "ECS1005", "ECS1006", "ECS1007", "ECS1008", "ECS1009", "ECS1010", "ECS1011"] as const),
      ...(["ECS1012", "ECS1023", "ECS1024", "ECS2001", "ECS2002", "ECS2003", "ECS2004", "ECS2006"] as const),
      ...(["ECS2007", "ECS2008", "ECS2009", "ECS2010", "ECS4005"] as const),
    ],
    project: (snippet) => ({
      "ecsgen.config.ts": withImports("export default app({});"),
      ...(snippet.startsWith("// systems/") ? {} : { "schema/example.ts": withImports(snippet) }),
    }),
  },
  {
    codes: ["ECS1003", "ECS1004", "ECS1018"],
    project: (snippet) => ({ ...base, "ecsgen.config.ts": withImports(snippet) }),
  },
  {
    codes: ["ECS1019"],
    project: (snippet) => ({
      ...base,
      "ecsgen.config.ts": withImports(
        `import { motion } from "./schema/motion.js";\nimport euler from "./systems/euler/index.js";\n${snippet}`,
      ),
    }),
  },
  {
    codes: ["ECS1020"],
    project: (snippet) => ({ ...base, "ecsgen.config.ts": withImports(`${snippet}\nexport default app({});`) }),
  },
  {
    codes: ["ECS1014", "ECS2011"],
    project: (snippet) => ({
      "ecsgen.config.ts": withImports("export default app({});"),
      "schema/example.ts": withImports(
        `export class Position extends component({ x: f32 }) {}\n${snippet}\n` +
          "export const motion = core({ features: { integration: view<Integration>() } });",
      ),
    }),
  },
  {
    codes: ["ECS2014", "ECS2015", "ECS2016", "ECS2017", "ECS2025"],
    project: (snippet) => ({
      "ecsgen.config.ts": withImports("export default app({});"),
      "schema/example.ts": withImports(
        ["Position", "Velocity", "Speed", "Name"]
          .map((name) => `export class ${name} extends component({ x: f32 }) {}\n`)
          .join("") +
          `export interface Comparison {\n  by: string;\n}\nexport interface Example {\n  ${snippet}\n}\n` +
          "export const motion = core({ features: { example: view<Example>() } });",
      ),
    }),
  },
  {
    codes: ["ECS2018", "ECS2019", "ECS2020"],
    project: (snippet) => ({
      "ecsgen.config.ts": withImports("export default app({});"),
      "schema/example.ts": withImports(
        ["Integration", "Impulses", "Motion", "Spin", "A", "B"]
          .map((name) => `export interface ${name} {\n  act(): void;\n}\n`)
          .join("") + `export const motion = core({ features: { integration: view<Integration>(),\n${snippet}\n} });`,
      ),
    }),
  },
  {
    codes: ["ECS2021", "ECS2022"],
    project: (snippet) => ({
      ...base,
      "schema/motion.ts": (base["schema/motion.ts"] ?? "").replace(/ {2}schedule: .*\n/, `  ${snippet}\n`),
    }),
  },
  {
    codes: ["ECS2023", "ECS2024"],
    project: (snippet) => ({
      ...base,
      "schema/motion.ts": (base["schema/motion.ts"] ?? "").replace(/update: \[.*\] \}/, `update: [${snippet}] }`),
    }),
  },
  {
    codes: ["ECS3001", "ECS3002"],
    project: (snippet) => ({
      ...base,
      "ecsgen.config.ts": withImports(
        'import { motion, Position } from "./schema/motion.js";\nimport euler from "./systems/euler/index.js";\n' +
          `export default app({ cores: [${snippet}] });`,
      ),
    }),
  },
  {
    codes: ["ECS4006", "ECS4007"],
    project: (snippet) => ({
      ...base,
      "ecsgen.config.ts": withImports(
        `import { act } from "./act.js";\nexport default app({ schedule: { update: [act] } });`,
      ),
      "act.ts": `import type { Position, Velocity } from "./schema/motion.js";\nexport ${snippet.replace(/function \w+/, "function act")}\n`,
    }),
  },
];

function codesOf(files: Files): string[] {
  const { diagnostics } = prove(memoryRoot, memoryHost(files), () => undefined, trusting);
  return diagnostics.map(({ code }) => code);
}

describe("the examples of", () => {
  it.each(ways.flatMap(({ codes, project }) => codes.map((code) => ({ code, project }))))(
    "$code",
    ({ code, project }) => {
      const { wrong, right } = catalogue[code];
      expect(codesOf(project(wrong))).toContain(code);
      expect(codesOf(project(right))).not.toContain(code);
    },
  );
});
