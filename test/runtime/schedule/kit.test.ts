import { fileURLToPath } from "node:url";
import { generate } from "ecsgen";
import { expect, it } from "vitest";

// The tests of schedules stand on code that the generator made of `kit/schema.ts`: it must be what it would make today.
it("is generated from its schema", async () => {
  const root = fileURLToPath(new URL("kit", import.meta.url));
  const result = await generate(root, { mode: "check", cache: false });
  expect(result.diagnostics).toEqual([]);
  expect(result).toMatchObject({ created: [], changed: [], removed: [] });
  expect(result.unchanged.length).toBeGreaterThan(20);
});
