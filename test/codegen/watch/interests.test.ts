import { expect, it } from "vitest";
import type { Answers } from "../../../codegen/cache/recording-host.js";
import { interestsOf } from "../../../codegen/watch/interests.js";
import { MemoryDisk, refusal } from "../support/memory-disk.js";

const answers: Answers = new Map([
  ["/p/schema/", { kind: "unreadable" }],
  ["/p/ecsgen.config.ts", { kind: "present" }],
]);

/** As for somebody who may not look into one folder. */
class LockedDisk extends MemoryDisk {
  override list(folder: string): ReturnType<MemoryDisk["list"]> {
    if (folder === "/p/schema/locked") throw refusal("EACCES", folder);
    return super.list(folder);
  }
}

it("goes on looking at folders that cannot be read", () => {
  const disk = new LockedDisk();
  for (const path of ["/p/ecsgen.config.ts", "/p/schema/a.ts", "/p/schema/locked/b.ts"]) disk.place(path, "");
  const interests = interestsOf("/p", "/p/generated", answers, disk);
  expect(interests.get("/p/schema")).toBe("all");
  expect(interests.get("/p/schema/locked")).toBe("all");
  expect([...(interests.get("/p") ?? [])]).toEqual(["schema", "ecsgen.config.ts", "generated"]);
});
