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
    help: "run it with `--root ../..`, where there is one",
  });
});
