// What a program pays for its SDK: minified and compressed, without the runtime, which all programs share.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** In bytes. */
async function sizeOf(project: string): Promise<number> {
  const input = `${repository}${project}/generated/index.ts`;
  const build = await rolldown({ input, external: /^ecsgen\//, logLevel: "silent" });
  const { output } = await build.generate({ format: "es", minify: true });
  await build.close();
  return gzipSync(output[0].code).length;
}

describe("the SDK of a small project", () => {
  it.each(["test/cases/emit/smallest", "test/cases/emit/motion", "examples/orbits"])(
    "stays under 8 KB: %s",
    async (project) => {
      const size = await sizeOf(project);
      expect(size).toBeGreaterThan(500);
      expect(size).toBeLessThan(8192);
    },
  );
});
