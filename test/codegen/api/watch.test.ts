import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { WatchResult } from "../../../codegen/api/results.js";
import { watch } from "../../../codegen/api/watch.js";
import type { DiskProject } from "../support/disk-project.js";
import { smallFiles, smallProject } from "../support/small-project.js";

/** A watch of a project, whose rounds a test takes one by one. */
interface Watching extends DiskProject {
  /** The next round; waits for it. */
  next(): Promise<WatchResult>;
  /** Ends the watch, and gives the rounds that nobody took. */
  end(): Promise<readonly WatchResult[]>;
}

const ending: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

function watching(files: Readonly<Record<string, string>> = {}, project = smallProject(files)): Watching {
  const rounds: WatchResult[] = [];
  const controller = new AbortController();
  let arrived: () => void = () => undefined;
  const done = watch(
    project.root,
    (result) => {
      rounds.push(result);
      arrived();
    },
    { signal: controller.signal },
  );
  const next = async (): Promise<WatchResult> => {
    for (;;) {
      const round = rounds.shift();
      if (round !== undefined) return round;
      await Promise.race([new Promise<void>((resolve) => (arrived = resolve)), done]);
    }
  };
  const end = async (): Promise<readonly WatchResult[]> => {
    controller.abort();
    await done;
    return rounds;
  };
  ending.push(async () => {
    await end();
    project.remove();
  });
  return { ...project, write: (path, text) => writeAtOnce(project, path, text), next, end };
}

/** As most editors save: whoever looks sees the old text or the new one, and never half of it. */
function writeAtOnce({ root, write }: DiskProject, path: string, text: string): void {
  write(".draft", text);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  renameSync(join(root, ".draft"), join(root, path));
}

const health = `import { component, f32 } from "ecsgen/schema";

export class Health extends component({ value: f32 }) {}
`;

/** The generated files that are there. */
function listed(root: string): string[] {
  const entries = readdirSync(join(root, "generated"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll("\\", "/")).sort();
}

/** Long enough for a round that should not happen. */
const moment = 250;

describe("watch", () => {
  it("generates at once, and again after a change, and tells its cause and how long it took", async () => {
    const { root, write, next } = watching();
    const first = await next();
    expect(first.cause).toEqual([]);
    expect(first.created).toContain("generated/world.ts");
    write("schema.ts", smallFiles["schema.ts"] + health.split("\n\n")[1]);
    const second = await next();
    expect(second.cause).toEqual(["schema.ts"]);
    expect(second.created).toContain("generated/components/health.ts");
    expect(second.milliseconds).toBeGreaterThan(0);
    expect(readFileSync(join(root, "generated/world.ts"), "utf8")).toContain("Health");
  });

  it("takes a file that is not there yet, in folders that are not there yet, and notices that they go", async () => {
    const { root, write, next } = watching();
    await next();
    write("schema/parts/deep/health.ts", health);
    const added = await next();
    expect(added.cause).toEqual(["schema/"]);
    expect(added.created).toContain("generated/components/health.ts");
    write("schema/parts/deep/health.ts", health.replace("value: f32", "value: f32, most: f32"));
    expect((await next()).cause).toEqual(["schema/parts/deep/health.ts"]);
    rmSync(join(root, "schema"), { recursive: true });
    const removed = await next();
    expect(removed.removed).toContain("generated/components/health.ts");
    write("schema/health.ts", health);
    expect((await next()).created).toContain("generated/components/health.ts");
  });

  it("looks at the program as well, when only it can say what is used", async () => {
    const main = (used: string): string =>
      `import { createWorld } from "./generated/index.js";\ncreateWorld().spawn({ ${used}: {} });\n`;
    const { write, next } = watching({ "schema/health.ts": health, "main.ts": main("health") });
    const codes = ({ diagnostics }: WatchResult): string[] => diagnostics.map(({ code }) => code);
    expect(codes(await next())).toEqual([]);
    write("main.ts", main("position"));
    const unused = await next();
    expect([codes(unused), unused.cause]).toEqual([["ECS2031"], ["main.ts"]]);
    write("spawns.ts", "world.spawn({ health: {} });\n");
    const used = await next();
    expect([codes(used), used.cause]).toEqual([[], ["./"]]);
  });

  it("follows an editor that saves by renaming a new file over the old one, more than once", async () => {
    const { root, next } = watching();
    await next();
    for (const field of ["y", "z"]) {
      const text = smallFiles["schema.ts"]?.replace("{ x: f32 }", `{ x: f32, ${field}: f32 }`) ?? "";
      writeFileSync(join(root, ".schema.ts.swp"), text);
      renameSync(join(root, ".schema.ts.swp"), join(root, "schema.ts"));
      const round = await next();
      expect(round.cause).toEqual(["schema.ts"]);
      expect(readFileSync(join(root, "generated/components/position.ts"), "utf8")).toContain(field);
    }
  });

  it("follows an editor that writes into the file", async () => {
    const { root, next } = watching();
    await next();
    const text = smallFiles["schema.ts"]?.replace("{ x: f32 }", "{ x: f32, y: f32 }") ?? "";
    writeFileSync(join(root, "schema.ts"), text);
    // It may be seen while it is empty; what counts is where it ends.
    while (!(await next()).changed.includes("generated/components/position.ts"));
    expect(readFileSync(join(root, "generated/components/position.ts"), "utf8")).toContain("y");
  });

  it("follows a folder that is replaced by another one of its name", async () => {
    const { root, next, write } = watching({ "schema/health.ts": health });
    await next();
    write("other/health.ts", health.replace("value", "points"));
    renameSync(join(root, "schema"), join(root, "old"));
    renameSync(join(root, "other"), join(root, "schema"));
    await next();
    write("schema/health.ts", health.replace("value", "hearts"));
    let text = "";
    while (!text.includes("hearts")) {
      await next();
      text = readFileSync(join(root, "generated/components/health.ts"), "utf8");
    }
  });

  it("survives errors: the old output stays, and the next good state is generated", async () => {
    const { root, write, next } = watching();
    await next();
    const before = readFileSync(join(root, "generated/world.ts"), "utf8");
    write("schema.ts", "export class Position extends component({ x: f31 }");
    const broken = await next();
    expect(broken.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    expect(readFileSync(join(root, "generated/world.ts"), "utf8")).toBe(before);
    write("schema.ts", smallFiles["schema.ts"] ?? "");
    expect((await next()).diagnostics).toEqual([]);
  });

  it("writes what it could not write as soon as what stood in the way is gone", async () => {
    const { root, write, next } = watching();
    await next();
    const path = join(root, "generated/world.ts");
    const before = readFileSync(path, "utf8");
    write("generated/world.ts", `${before}// mine\n`);
    write("schema/health.ts", health);
    expect((await next()).diagnostics.map(({ code }) => code)).toContain("ECS5001");
    write("generated/world.ts", before);
    const mended = await next();
    expect(mended.cause).toEqual(["generated/world.ts"]);
    expect(mended.created).toContain("generated/components/health.ts");
  });

  it("restores generated files at once that somebody removes, in one round", async () => {
    const { root, next, end } = watching();
    const first = await next();
    rmSync(join(root, "generated"), { recursive: true });
    const restored = await next();
    expect(restored.cause.length).toBeGreaterThan(0);
    let created = restored.created.length;
    // Who removes a folder of many files may be seen at it.
    while (created < first.created.length) created += (await next()).created.length;
    rmSync(join(root, "generated/world.ts"));
    const again = await next();
    expect([again.cause, again.created]).toEqual([["generated/world.ts"], ["generated/world.ts"]]);
    await sleep(moment);
    expect(await end()).toEqual([]);
    expect(listed(root)).toEqual(first.created);
  });

  it("restores a folder of generated files that is moved away as a whole", async () => {
    const { root, next, end } = watching();
    const first = await next();
    renameSync(join(root, "generated"), join(root, "elsewhere"));
    const restored = await next();
    expect([restored.cause, restored.created]).toEqual([first.created, first.created]);
    await sleep(moment);
    expect(await end()).toEqual([]);
  });

  it("restores nothing while there are errors, and everything after them", async () => {
    const { root, write, next } = watching();
    const first = await next();
    write("schema.ts", "export class Position extends component({ x: f31 }");
    await next();
    rmSync(join(root, "generated"), { recursive: true });
    await sleep(moment);
    write("schema.ts", smallFiles["schema.ts"] ?? "");
    expect((await next()).created).toEqual(first.created);
  });

  it("survives a configuration that goes and comes back", async () => {
    const { root, write, next } = watching();
    await next();
    rmSync(join(root, "ecsgen.config.ts"));
    expect((await next()).diagnostics.map(({ code }) => code)).toEqual(["ECS1021"]);
    write("ecsgen.config.ts", smallFiles["ecsgen.config.ts"] ?? "");
    expect((await next()).diagnostics).toEqual([]);
  });

  it("notices that what could not be read can be read now", async () => {
    const { root, next, write } = watching();
    await next();
    rmSync(join(root, "movement.ts"));
    mkdirSync(join(root, "movement.ts"));
    const refused = await next();
    expect(refused.diagnostics.map(({ code }) => code)).toContain("ECS1002");
    rmSync(join(root, "movement.ts"), { recursive: true });
    write("movement.ts", smallFiles["movement.ts"] ?? "");
    let round = await next();
    while (round.diagnostics.length > 0) round = await next();
    expect(round.unchanged).toContain("generated/world.ts");
  });

  it("reacts to nothing that the project is not made of", async () => {
    const { root, write, next, end } = watching();
    await next();
    write("README.md", "# hello\n");
    write("notes/schema.ts", health);
    write("generated/mine.ts", "export const mine = 1;\n");
    write("schema.ts", smallFiles["schema.ts"] ?? ""); // the same text
    rmSync(join(root, "generated/mine.ts"));
    await sleep(moment);
    expect(await end()).toEqual([]);
  });

  it("answers many changes at once with few rounds", async () => {
    const { write, next } = watching();
    await next();
    for (let index = 0; index < 20; index++) {
      write(`schema/part${index}.ts`, health.replace("Health", `Health${index}`));
    }
    let rounds = 0;
    for (let created = 0; created < 20; rounds++) {
      created += (await next()).created.filter((path) => path.startsWith("generated/components/")).length;
    }
    expect(rounds).toBeLessThan(5);
  });

  it("follows what a package offers, also through a link", async () => {
    const project = smallProject({
      "ecsgen.config.ts": `import { app, use } from "ecsgen/schema";
import { life } from "shared/life";
import lives from "./systems/lives/index.js";

export default app({ cores: [use(life, { features: ["ageing"], systems: [lives] })] });
`,
      "systems/lives/index.ts": `import { systemModule } from "ecsgen/schema";
import { life } from "shared/life";
import * as ageing from "./ageing.js";

export default systemModule({ core: life, provides: { ageing } });
`,
      "systems/lives/ageing.ts": `import type { Age } from "shared/life";

export function grow(age: Age): void {
  age.years += 1;
}
`,
      "packages/shared/package.json": `{ "name": "shared", "exports": { "./life": { "ecsgen": "./life.ts" } } }`,
      "packages/shared/life.ts": `import { component, core, f32, view } from "ecsgen/schema";

export class Age extends component({ years: f32 }) {}
export interface Ageing {
  grow(age: Age): void;
}
export const life = core({ features: { ageing: view<Ageing>() } });
`,
    });
    symlinkSync(join(project.root, "packages/shared"), join(project.root, "node_modules/shared"), "junction");
    const { root, next, write } = watching({}, project);
    expect((await next()).diagnostics).toEqual([]);
    const life = readFileSync(join(root, "packages/shared/life.ts"), "utf8");
    write("packages/shared/life.ts", life.replace("years: f32", "years: f32, days: f32"));
    const round = await next();
    expect(round.cause).toEqual(["packages/shared/life.ts"]);
    expect(round.changed).toContain("generated/components/age.ts");
  });

  it("follows a link to where the bytes are", async () => {
    const project = smallProject({ "elsewhere/health.ts": health });
    mkdirSync(join(project.root, "schema"));
    symlinkSync(join(project.root, "elsewhere/health.ts"), join(project.root, "schema/health.ts"));
    const { next, write } = watching({}, project);
    expect((await next()).created).toContain("generated/components/health.ts");
    write("elsewhere/health.ts", health.replace("value: f32", "value: f32, most: f32"));
    expect((await next()).changed).toContain("generated/components/health.ts");
  });

  it("does nothing when it is ended before it begins, and rejects with what its listener throws", async () => {
    const project = smallProject();
    ending.push(async () => project.remove());
    await watch(project.root, () => expect.unreachable(), { signal: AbortSignal.abort() });
    const failing = watch(
      project.root,
      () => {
        throw new Error("no more");
      },
      { signal: new AbortController().signal },
    );
    await expect(failing).rejects.toThrow("no more");
  });
});
