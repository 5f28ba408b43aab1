// What generated code costs a type checker, in a project of 300 components: a number that is the same on every machine. The
// types of the package are those that were built, as in an installed one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkOpened, checkProject, openedFile, typeBudget } from "../../../bench/codegen/type-checking.js";
import { writeProject } from "../../../bench/codegen/write-project.js";
import { generate } from "../../../codegen/api/generate.js";

const root = mkdtempSync(join(tmpdir(), "ecsgen-types-"));

beforeAll(async () => {
  writeProject(root, 300);
  await generate(root);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the instantiations of a project of 300 components", () => {
  it("are within their budget, and not a third below it", () => {
    const { instantiations } = checkProject(root);
    expect(instantiations).toBeLessThan(typeBudget.project);
    expect(instantiations).toBeGreaterThan(typeBudget.project / 1.5);
  });

  it("are within their budget for a file that is open in an editor", () => {
    const { instantiations } = checkOpened(root, openedFile);
    expect(instantiations).toBeLessThan(typeBudget.openedFile);
  });
});
