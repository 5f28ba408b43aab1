// What a program pays for its SDK: minified and compressed, without the runtime, which all programs share.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** In bytes. */
async function sizeOf(project: string): Promise<number> {
  return gzipSync(await bundled(`export * from "${repository}${project}/generated/index.ts";`, true)).length;
}

/** A program with what it imports, but for ecsgen itself. */
async function bundled(program: string, minify: boolean): Promise<string> {
  const main = {
    name: "main",
    resolveId: (id: string) => (id === "main" ? id : undefined),
    load: (id: string) => (id === "main" ? program : undefined),
  };
  const build = await rolldown({ input: "main", plugins: [main], external: /^ecsgen\//, logLevel: "silent" });
  const { output } = await build.generate({ format: "es", minify });
  await build.close();
  return output[0].code;
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

it("holds no validator but those that a program imports, and nothing else of their declarations", async () => {
  const validators = `${repository}test/cases/emit/fields/generated/validators/app.ts`;
  const code = await bundled(`export { flagsValidator } from "${validators}";`, false);
  expect(code.match(/\w+Validator = /g)).toEqual(["flagsValidator = "]);
  expect(code).toContain("flagsMoodWords = ");
  expect(code).not.toContain("Cursor");
  expect(code).not.toContain("bodySpinModeWords");
});
