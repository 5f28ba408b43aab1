// `ecsgen explain <function>`: which form a function has, and the first thing that keeps it from a faster one.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { motionProject } from "../support/motion-project.js";
import { cli, type CliResult } from "../support/cli-run.js";

const cwd = fileURLToPath(new URL("../../cases/bodies/columns", import.meta.url));

function explain(...argv: readonly string[]): Promise<CliResult> {
  return cli(["explain", ...argv], { cwd });
}

describe("explain", () => {
  it("says that a body stands in its loop", async () => {
    const { exitCode, stdout } = await explain("plain");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^plain {2}systems\/bodies\.ts:\d+\n/);
    expect(stdout).toContain("form: column");
    expect(stdout).toContain("its loop is generated/loops/app/plain.ts");
  });

  it.each([
    ["keepsHanded", "uses `sorted`, which `systems/bodies.ts` does not export", "sorted[0]"],
    ["passesFunction", "uses `wrapped`, which `systems/bodies.ts` does not export", "wrapped"],
    ["captures", "uses `Body.x` in a function of its own", "body.x += part"],
    ["variable", "declares a `var`, which would keep its value from row to row", "var total"],
    ["computed", "uses `Body` as a whole", "body[key]"],
    ["indexedBeyond", "writes an element of `Body.weights` that may be outside of it", "body.weights[i]"],
    ["whole", "uses `Body.spin` as a whole", "body.spin ="],
    ["beforehand", "uses `at` before it is declared", "const { at }"],
    ["typed", "declares a type", "interface Local"],
    ["typedAfter", "asks for the type of something", "typeof body.x"],
    ["template", "has a template of several lines", "first"],
    ["narrowedShape", "may count on the type of `Body.shape.radius`", "body.shape.radius"],
    ["continued", "has a text of several lines", '"one'],
    ["trailInPassing", "writes `Trail.y`, of which others ask for changes, inside of an expression", "trail.y = twice"],
    ["flagsInPassing", "writes `Body.on` inside of an expression", "body.on"],
  ])("says what keeps `%s` from it, and where", async (name, why, at) => {
    const { stdout } = await explain(name, "--format", "json");
    const { functions } = JSON.parse(stdout) as {
      functions: readonly { form: string; obstacle: { why: string; place: { line: number; column: number } } }[];
    };
    expect(functions).toMatchObject([{ form: "cursor", obstacle: { why } }]);
    const lines = readFileSync(`${cwd}/systems/bodies.ts`, "utf8").split("\n");
    const { line, column } = functions[0]?.obstacle.place ?? { line: 0, column: 0 };
    const found = lines[line - 1]?.slice(Math.max(0, column - 2)) ?? "";
    expect(found).toContain(at.slice(0, 6));
  });

  it.each([
    ["mixed", "column", undefined],
    ["sparse", "cursor", "goes through `glowing`, which has sparse components"],
    ["onlyWhole", "cursor", "uses the row `body` as a whole"],
    ["captures", "cursor", "uses `Place.x` in a function of its own"],
    ["keepsSecret", "column", undefined],
  ])("says which form `%s` has, which takes whole queries", async (name, form, why) => {
    const rows = fileURLToPath(new URL("../../cases/bodies/rows", import.meta.url));
    const { stdout } = await cli(["explain", name], { cwd: rows });
    expect(stdout).toContain(`form: ${form}, it is called once`);
    const file = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(stdout.includes(`it is printed in generated/loops/app/${file}.ts`)).toBe(form === "column");
    if (why !== undefined) expect(stdout).toContain(`it has no faster form, because it ${why}\n`);
    expect(stdout.includes("\n  help: ")).toBe(why !== undefined);
  });

  it("says what a function does that a part is handed to", async () => {
    const { stdout } = await explain("handsWholeOnward");
    expect(stdout).toContain(
      "because it hands `Body.at` to `outer`, which hands `Body.at` to `kept`, which uses `Body.at` as a whole\n",
    );
    expect(stdout).toMatch(/\n {2}systems\/handed\.ts:\d+:10\n {2}help: use its fields one by one/);
  });

  it("says what a function touches, also of one that runs once", async () => {
    const orbits = fileURLToPath(new URL("../../../examples/orbits", import.meta.url));
    const move = await cli(["explain", "integration.move"], { cwd: orbits });
    expect(move.stdout).toContain("\n  form: column");
    expect(move.stdout).toContain("\n  writes gravity.Position.{x, y, z}, gravity.Velocity.{x, y, z}\n");
    const measure = await cli(["explain", "energy.measure"], { cwd: orbits });
    expect(measure.stdout).toBe(
      "gravity.energy.measure  systems/common/energy.ts:5\n  it is called once, not for every entity\n" +
        "  reads gravity.Masses.{count, gm, vx, vy, vz, x, y, z}\n  writes gravity.Energy.{current, start, worst}\n",
    );
    const data = await cli(["explain", "energy.measure", "--format", "json"], { cwd: orbits });
    expect(JSON.parse(data.stdout)).toMatchObject({
      functions: [
        { form: "once", place: { file: "systems/common/energy.ts", line: 5 }, access: { everything: false } },
      ],
    });
  });

  it("says of what no step runs where it is, also of a function that the schedule only asks", async () => {
    const project = motionProject({
      "rules.ts": "export function isOn(): boolean {\n  return true;\n}\nexport function tidy(): void {}\n",
      "ecsgen.config.ts": `import { app, use } from "ecsgen/schema";
import { isOn, tidy } from "./rules.js";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({
  cores: [use(motion, { features: ["impulses"], systems: [euler] })],
  schedule: { update: [{ run: tidy, if: isOn }] },
});
`,
    });
    try {
      const explained = async (name: string): Promise<string> =>
        (await cli(["explain", name], { cwd: project.root })).stdout;
      expect(await explained("push")).toBe(
        "motion.impulses.push  systems/euler/impulses.ts:3\n  no step runs it, others call it\n",
      );
      expect(await explained("isOn")).toBe("isOn  rules.ts:1\n  no step runs it, others call it\n");
      expect(await explained("tidy")).toContain("tidy  rules.ts:4\n  it is called once, not for every entity\n");
    } finally {
      project.remove();
    }
  });

  it("tells functions of one name apart", async () => {
    const project = motionProject({
      "up.ts": `import type { Position } from "./schema/motion.js";
export function move(position: Position): void {
  position.y += 1;
}
`,
      "on.ts": `import type { Position } from "./schema/motion.js";
export function move(position: Position): void {
  position.x += 1;
}
`,
      "ecsgen.config.ts": `import { app } from "ecsgen/schema";
import { move as on } from "./on.js";
import { move } from "./up.js";

export default app({ schedule: { update: [move, on] } });
`,
    });
    try {
      const { stdout } = await cli(["explain", "move"], { cwd: project.root });
      const [up, on, ...more] = stdout.split("\n\n");
      expect(more).toEqual([]);
      expect(up).toContain("up.ts#move  up.ts:2");
      expect(up).toContain("writes motion.Position.y");
      expect(on).toContain("on.ts#move  on.ts:2");
      expect(on).toContain("writes motion.Position.x");
      const alone = await cli(["explain", "on.ts#move"], { cwd: project.root });
      expect(alone.stdout.trim()).toBe(on?.trim());
    } finally {
      project.remove();
    }
  });

  it("tells a spawn without components from the end of an entity", async () => {
    const project = motionProject({
      "life.ts": `import type { Commands, Entity, Query } from "ecsgen/schema";
import type { Position } from "./schema/motion.js";
export function begin(commands: Commands): void {
  commands.spawn();
}
export function end(all: Query<{ entity: Entity; position: Readonly<Position> }>, commands: Commands): void {
  for (const { entity, position } of all) if (position.x > 9) commands.despawn(entity);
}
`,
      "ecsgen.config.ts": `import { app } from "ecsgen/schema";
import { begin, end } from "./life.js";

export default app({ schedule: { update: [begin, end] } });
`,
    });
    try {
      const explained = async (name: string): Promise<string> =>
        (await cli(["explain", name], { cwd: project.root })).stdout;
      expect(await explained("begin")).toBe("begin  life.ts:3\n  it is called once, not for every entity\n  spawns\n");
      expect(await explained("end")).toMatch(/\n {2}reads [^\n]*Position\.x\n {2}despawns\n$/);
    } finally {
      project.remove();
    }
  });

  it("suggests a name for one that no function has", async () => {
    const { exitCode, stderr } = await explain("plains");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("no function of the app is called `plains`");
    expect(stderr).toContain("did you mean `plain`?");
  });
});
