import { describe, expect, it } from "vitest";
import { GenerateSession } from "../../../codegen/api/generate-session.js";
import { askDisk } from "../../../codegen/watch/ask-disk.js";
import { RememberingDisk } from "../../../codegen/watch/remembering-disk.js";
import { smallProject } from "../support/small-project.js";

describe("a change that no event spoke of", () => {
  it("is found once, and seen by the next run", async () => {
    const project = smallProject();
    try {
      const disk = new RememberingDisk(() => true);
      const session = new GenerateSession(project.root, undefined, { disk });
      const first = await session.run({});
      expect(first.diagnostics).toEqual([]);
      project.write("ecsgen.config.ts", "export default 5;\n");
      expect(askDisk(session.answers, disk).stale).toEqual([`${project.root}/ecsgen.config.ts`]);
      const { diagnostics } = await session.run({});
      expect(diagnostics.map(({ place }) => place.file)).toContain("ecsgen.config.ts");
      expect(askDisk(session.answers, disk).stale).toEqual([]);
    } finally {
      project.remove();
    }
  });
});
