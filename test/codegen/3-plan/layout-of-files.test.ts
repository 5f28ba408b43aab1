import { expect, it } from "vitest";
import { print } from "../../../codegen/pipeline.js";
import { provenIn } from "../support/prove-text.js";

const names = ["moveAll", "move_all", "MoveAll", "moveAll2", "moveALL", "$moveAll"];

it("gives functions of an app files of their own, also where names are alike", () => {
  const functions = names.map((name) => `export function ${name}(position: Position): void {\n  position.x += 1;\n}\n`);
  const checked = provenIn({
    "schema.ts":
      'import { component, f32 } from "ecsgen/schema";\n\nexport class Position extends component({ x: f32 }) {}\n',
    "systems.ts": `import type { Position } from "./schema.js";\n\n${functions.join("")}`,
    "ecsgen.config.ts": `import { app } from "ecsgen/schema";
import { ${names.join(", ")} } from "./systems.js";

export default app({ schedule: { update: [${names.join(", ")}] } });
`,
  });
  const paths = print(checked).map(({ path }) => path.toLowerCase());
  expect(paths.filter((path) => path.startsWith("generated/loops/")).length).toBe(names.length);
  expect(new Set(paths).size).toBe(paths.length);
});
