// The app asks for `symplectic`: whom ecsgen takes, whom it refuses, and why.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validate, type Diagnostic } from "ecsgen";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const orbits = fileURLToPath(new URL("..", import.meta.url));
const candidates = "systems: [euler, rk4, leapfrog]";

describe("system modules", () => {
  let project: string;

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), "orbits-"));
    for (const part of ["ecsgen.config.ts", "schema", "systems", "physics", "generated"]) {
      cpSync(join(orbits, part), join(project, part), { recursive: true });
    }
  });

  afterEach(() => rmSync(project, { recursive: true, force: true }));

  async function findingsWith(systems: string): Promise<readonly Diagnostic[]> {
    const path = join(project, "ecsgen.config.ts");
    const text = readFileSync(path, "utf8");
    expect(text).toContain(candidates);
    writeFileSync(path, text.replace(candidates, systems));
    return (await validate(project)).diagnostics.filter(({ severity }) => severity === "error");
  }

  it.each([candidates, "systems: [leapfrog]", "systems: [leapfrog, euler]"])(
    "cover the app with %s",
    async (systems) => {
      expect(await findingsWith(systems)).toEqual([]);
    },
  );

  it.each([
    ["systems: [euler]", ["1. `euler` does not provide `closeApproach` and `symplectic`."]],
    ["systems: [rk4]", ["1. `rk4` does not provide `symplectic`."]],
    [
      "systems: [rk4, euler]",
      ["1. `rk4` does not provide `symplectic`.", "2. `euler` does not provide `closeApproach` and `symplectic`."],
    ],
  ])("do not with %s, for a reason", async (systems, why) => {
    const [finding, ...more] = await findingsWith(systems);
    expect(more).toEqual([]);
    expect(finding.code).toBe("ECS3003");
    expect(finding.place.file).toBe("ecsgen.config.ts");
    expect(finding.why).toEqual(why);
  });

  it("are leapfrog in what is generated", () => {
    const binding = readFileSync(join(project, "generated/binding.ts"), "utf8");
    expect(binding).toContain("systems/leapfrog/");
    expect(binding).not.toMatch(/systems\/(?:euler|rk4)\//);
  });
});
