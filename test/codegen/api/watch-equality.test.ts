// A watch trusts events, also of what happens to generated files. After every round the disk is as a first run leaves it.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { GenerateSession } from "../../../codegen/api/generate-session.js";
import type { WatchResult } from "../../../codegen/api/results.js";
import { watch } from "../../../codegen/api/watch.js";
import { anyEdit, copyProject, edit, restlessProject } from "../support/restless-project.js";

/** `tsc` has nothing to do with events, and takes its time. */
vi.mock("../../../codegen/compiler/run-proof.js", () => ({
  runProof: (_root: string, questions: readonly unknown[]) => questions.map(() => ({ ok: true })),
}));

/** What is left to do for a first run, and what it complains of. */
async function leftToDo(root: string, copy: string): Promise<unknown> {
  copyProject(root, copy);
  const { created, changed, removed, diagnostics } = await new GenerateSession(copy, undefined).run({
    mode: "dry-run",
  });
  return shown(copy, { created, changed, removed, diagnostics });
}

/** What a round left to do, if it was right. */
function nothingBut({ diagnostics }: WatchResult, root: string): unknown {
  return shown(root, { created: [], changed: [], removed: [], diagnostics });
}

function shown(root: string, value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(root, "<root>"));
}

it("leaves in every round what a first run leaves, whatever was edited, generated files as well", async () => {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "ecsgen-fresh-")));
  const rounds = fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rounds, async (edits) => {
      const root = restlessProject();
      const stop = new AbortController();
      let tell: (result: WatchResult) => void = () => undefined;
      const nextRound = (): Promise<WatchResult> => new Promise((resolve) => (tell = resolve));
      let round = nextRound();
      const done = watch(root, (result) => tell(result), { signal: stop.signal });
      try {
        await Promise.race([round, done]);
        for (const [index, edited] of edits.entries()) {
          round = nextRound();
          for (const one of edited) edit(root, one);
          // Without it there would be no round where the edits change nothing that was read.
          edit(root, { path: "tsconfig.json", text: `{ "compilerOptions": {} }\n${" ".repeat(index)}` });
          const result = await round;
          expect(await leftToDo(root, copy)).toEqual(nothingBut(result, root));
        }
      } finally {
        stop.abort();
        await done;
        rmSync(root, { recursive: true });
      }
    }),
    { numRuns: 8 },
  );
  rmSync(copy, { recursive: true, force: true });
});
