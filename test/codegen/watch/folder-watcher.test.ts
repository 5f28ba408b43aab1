import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as immediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { FolderWatcher } from "../../../codegen/watch/folder-watcher.js";

/** Longer than a watcher waits for more changes. */
const busy = 50;

it("has told all that happened when it is settled, also when the program was busy meanwhile", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "ecsgen-watched-")));
  const told = new Set<string | undefined>();
  const watcher = new FolderWatcher((path) => told.add(path));
  try {
    watcher.follow(new Map([[folder, "all"]]));
    const settled = watcher.settled(new AbortController().signal, Infinity);
    writeFileSync(join(folder, "first.ts"), "");
    while (!told.has(`${folder}/first.ts`)) await immediate();
    for (const start = performance.now(); performance.now() < start + busy;);
    writeFileSync(join(folder, "second.ts"), "");
    expect(await settled).toBe(true);
    expect(told).toContain(`${folder}/second.ts`);
  } finally {
    watcher.close();
    rmSync(folder, { recursive: true });
  }
});
