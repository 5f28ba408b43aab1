import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Tests run against the sources, so that a stale build can never pass; `test/package` alone tries what is packed.
export default defineConfig({
  resolve: {
    alias: [
      { find: /^ecsgen\/schema$/, replacement: source("schema/index.ts") },
      { find: /^ecsgen\/runtime$/, replacement: source("runtime/index.ts") },
      { find: /^ecsgen\/node$/, replacement: source("node/index.ts") },
      { find: /^ecsgen\/ecs$/, replacement: source("schema/ecs/index.ts") },
      { find: /^ecsgen\/systems\/ecs$/, replacement: source("systems/ecs/index.ts") },
      { find: /^ecsgen\/systems\/ecs\/(.*)$/, replacement: source("systems/ecs/$1.ts") },
      { find: /^ecsgen\/zod$/, replacement: source("schema/zod.ts") },
      { find: /^ecsgen$/, replacement: source("codegen/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts", "examples/*/test/**/*.test.ts"],
    setupFiles: process.env["ECSGEN_SEED"] === undefined ? [] : ["test/seed.ts"],
    // By default a core is left free, which is half of two.
    maxWorkers: "100%",
    // No test is about time: what is slow is slow on a busy machine, and only what hangs must end.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
