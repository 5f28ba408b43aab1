// What packages offer to apps by their `exports`.
import { describe, expect, it } from "vitest";
import { prove } from "../../../codegen/pipeline.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";
import { provenIn } from "../support/prove-text.js";

describe("a package", () => {
  it("gives cores and system modules, under their specifiers", () => {
    const checked = provenIn({
      "node_modules/@acme/motion/package.json": JSON.stringify({
        name: "@acme/motion",
        exports: {
          ".": { ecsgen: "./src/core.ts", default: "./dist/core.js" },
          "./modules/*": { node: { ecsgen: "./src/modules/*.ts" } },
        },
      }),
      "node_modules/@acme/motion/src/core.ts": `import { component, core, f32, view } from "ecsgen/schema";
export class Position extends component({ x: f32 }) {}
export interface Moving { move(position: Position): void; }
export const motion = core({ features: { moving: view<Moving>() }, schedule: { update: ["moving.move"] } });
`,
      "node_modules/@acme/motion/src/modules/slow.ts": `import { systemModule } from "ecsgen/schema";
import { motion, type Position } from "../core.js";
export function move(position: Position): void { position.x += 1; }
export default systemModule({ core: motion, provides: { moving: { move } } });
`,
      "ecsgen.config.ts": `import { app, use } from "ecsgen/schema";
import { motion } from "@acme/motion";
import slow from "@acme/motion/modules/slow";
export default app({ cores: [use(motion, { features: ["moving"], systems: [slow] })] });
`,
    });
    expect(checked.contract.components.map(({ name }) => name)).toEqual(["motion.Position"]);
    expect(checked.sources.symbols.get("motion.Position")).toEqual({ file: "@acme/motion", name: "Position" });
    expect(checked.app?.cores[0]?.features[0]?.functions).toEqual([
      {
        name: "move",
        symbol: { file: "@acme/motion/modules/slow", name: "move" },
        narrower: false,
        body: expect.anything(),
        uses: [expect.objectContaining({ parameter: "position", writes: [expect.objectContaining({ path: ["x"] })] })],
      },
    ]);
  });

  it("gives functions that a module imports by path, under the specifiers that offer their files", () => {
    const { checked, diagnostics } = prove(
      memoryRoot,
      memoryHost({
        "node_modules/motion/package.json": JSON.stringify({
          exports: {
            "./core": { ecsgen: "./schema/core.ts", default: "./dist/schema/core.js" },
            "./slow": { ecsgen: "./systems/slow/index.ts", default: "./dist/systems/slow/index.js" },
            "./systems/*": { ecsgen: "./systems/*.ts", default: "./dist/systems/*.js" },
            "./systems/slow/inner": null,
          },
        }),
        "node_modules/motion/schema/core.ts": `import { component, core, f32, view } from "ecsgen/schema";
export class Position extends component({ x: f32 }) {}
export interface Moving { move(position: Position): void; stop(position: Position): void; }
export const motion = core({ features: { moving: view<Moving>() } });
`,
        "node_modules/motion/systems/slow/move.ts": `import type { Position } from "../../schema/core.js";
export function move(position: Position): void { position.x += 1; }
`,
        "node_modules/motion/systems/slow/inner.ts": `import type { Position } from "../../schema/core.js";
export function stop(position: Position): void { position.x = 0; }
`,
        "node_modules/motion/systems/slow/index.ts": `import { systemModule } from "ecsgen/schema";
import { motion } from "../../schema/core.js";
import { stop } from "./inner.js";
import { move } from "./move.js";
export default systemModule({ core: motion, provides: { moving: { move, stop } } });
`,
        "ecsgen.config.ts": `import { app, use } from "ecsgen/schema";
import { motion } from "motion/core";
import slow from "motion/slow";
export default app({ cores: [use(motion, { features: ["moving"], systems: [slow] })] });
`,
      }),
    );
    // One file is offered, the other is not, which is told.
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["ECS3013", "warning"]]);
    expect(checked?.app?.cores[0]?.features[0]?.functions.map(({ symbol }) => symbol)).toEqual([
      { file: "motion/systems/slow/move", name: "move" },
      { file: "node_modules/motion/systems/slow/inner.ts", name: "stop" },
    ]);
  });
});
