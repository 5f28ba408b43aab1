// A program that saves all the time is killed at any moment: what is there is the last save that was finished, or the next.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { FileMedium } from "ecsgen/node";
import * as kit from "../runtime/kit/generated/index.js";

/** How many saves there are to be written, in turn. */
const versions = 5;
/** How often it is killed at least, and at most, until that was in the middle of a save. */
const rounds = { least: 8, most: 200 };
// The built medium, since a child process does not go through the test runner.
const built = fileURLToPath(new URL("../../dist/node/file-medium.js", import.meta.url));

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ecsgen-killed-"));
  for (let version = 0; version < versions; version++) writeFileSync(join(folder, `${version}`), saveOf(version));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A save of some hundred kilobytes that is told from the others. */
function saveOf(version: number): Uint8Array {
  const world = kit.createWorld();
  world.spawnMany(8000 + version * 1000, (index) => ({ position: { x: index, y: version }, label: {} }));
  world.resources.insert(kit.Score, { points: version });
  return world.state.save("binary");
}

/** Starts a program that saves version after version, kills it after its first save, and gives back the last it finished. */
async function saveUntilKilled(): Promise<number> {
  const script = `
    import { readFileSync } from "node:fs";
    import { FileMedium } from ${JSON.stringify(built)};
    const folder = ${JSON.stringify(folder)};
    const saves = Array.from({ length: ${versions} }, (_, version) => readFileSync(folder + "/" + version));
    const medium = new FileMedium(folder + "/saves");
    for (let turn = 0; ; turn = (turn + 1) % ${versions}) {
      await medium.write("game", saves[turn]);
      process.stdout.write(String(turn));
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let finished = "";
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (text: Buffer) => {
      finished += text.toString();
      resolve();
    });
  });
  await sleep(Math.random() * 60);
  child.kill("SIGKILL");
  await ended;
  return Number(finished.at(-1));
}

it("leaves a save that loads, and nothing that piles up", async () => {
  const saves = join(folder, "saves");
  const medium = new FileMedium(saves);
  let interruptions = 0;
  for (let round = 0; round < rounds.least || (interruptions === 0 && round < rounds.most); round++) {
    const last = await saveUntilKilled();
    const left = readdirSync(saves).sort();
    interruptions += left.length - 1;
    expect(left).toEqual(["game", "game.new"].slice(0, left.length));
    const world = kit.createWorld({ storage: medium });
    world.storages.create("game", "binary");
    await world.storages.load("game");
    const version = world.resource(kit.Score).points;
    expect([last, (last + 1) % versions]).toContain(version);
    expect(world.entityCount).toBe(8000 + version * 1000);
    expect(world.validate()).toEqual([]);
    if (round % 2 === 0) continue;
    await world.storages.save("game");
    expect(readdirSync(saves)).toEqual(["game"]);
  }
  expect(interruptions).toBeGreaterThan(0);
  await medium.remove("game");
  expect(readdirSync(saves)).toEqual([]);
});
