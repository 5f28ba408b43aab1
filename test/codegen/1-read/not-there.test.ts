import { expect, it } from "vitest";
import { prove } from "../../../codegen/pipeline.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";
import { emptyApp } from "../support/prove-text.js";

it("says what the system refuses by its path in the project", () => {
  const host = memoryHost({ "ecsgen.config.ts": emptyApp });
  const listFiles = (folder: string): readonly string[] => {
    throw new Error(`EACCES: permission denied, scandir '${folder}/secret'`);
  };
  expect(prove(memoryRoot, { ...host, listFiles }).diagnostics[0]).toMatchObject({
    code: "ECS1002",
    message: "`schema` cannot be read",
    why: ["The system says: EACCES: permission denied, scandir 'schema/secret'."],
  });
});

it("names the folder above that has a configuration", () => {
  const host = memoryHost({ "ecsgen.config.ts": emptyApp });
  expect(prove(`${memoryRoot}/src/ui`, host).diagnostics[0]).toMatchObject({
    code: "ECS1021",
    help: "run it in `../..`, which has one, or name that folder with `--root`",
  });
});

it.each([
  [["packages/game"], "run it in `packages/game`, which has one, or name that folder with `--root`"],
  [["tool", "apps/a"], "run it in one of `apps/a`, `tool`, which have one, or name that folder with `--root`"],
  [
    [1, 2, 3, 4, 5, 6, 7, 8].map((count) => `packages/p${count}`),
    "run it in one of `packages/p1`, `packages/p2`, `packages/p3`, `packages/p4`, `packages/p5`, `packages/p6` and 2 more, which have one, or name that folder with `--root`",
  ],
  [["packages/deep/er"], "run `ecsgen init`, or `ecsgen` in the folder that has one"],
])("names the folders below that have a configuration: %j", (folders, help) => {
  const host = memoryHost(Object.fromEntries(folders.map((folder) => [`${folder}/ecsgen.config.ts`, emptyApp])));
  expect(prove(memoryRoot, host).diagnostics[0]).toMatchObject({ code: "ECS1021", help });
});
