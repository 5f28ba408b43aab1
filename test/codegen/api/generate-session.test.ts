// A session remembers what it read, checked and printed. Whatever it remembers, its result is that of a first run.
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GenerateSession } from "../../../codegen/api/generate-session.js";
import type { GenerateResult } from "../../../codegen/api/results.js";
import type { TypeOracle } from "../../../codegen/compiler/type-oracle.js";
import { canonicalJson } from "../../../codegen/model/canonical-json.js";
import { filesOf } from "../support/case-project.js";
import { anyEdit, copyProject, edit, restlessProject, type Edit } from "../support/restless-project.js";

/** `tsc` has no memory to be tested, and takes its time. */
const trusting: TypeOracle = { assignable: (questions) => questions.map(() => ({ ok: true })) };

/** All that there is to see of a run. */
function seen(root: string, { contract, ...result }: GenerateResult): unknown {
  const outputs = ["generated", "made"].filter((folder) => existsSync(join(root, folder)));
  const files = outputs.map((folder) => [folder, filesOf(join(root, folder))]);
  return JSON.parse(
    JSON.stringify({ ...result, contract: contract && canonicalJson(contract), files }).replaceAll(root, "<root>"),
  );
}

describe("a session", () => {
  it("finds nothing to complain of at first", async () => {
    const root = restlessProject();
    const { diagnostics, created } = await new GenerateSession(root, undefined, { types: trusting }).run({});
    rmSync(root, { recursive: true });
    expect(diagnostics).toEqual([]);
    expect(created).toContain("generated/components/age.ts");
  });

  it("gives in every round what a first run gives, whatever was edited before", async () => {
    const other = realpathSync(mkdtempSync(join(tmpdir(), "ecsgen-fresh-")));
    const rounds = fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(rounds, async (edits) => {
        const root = restlessProject();
        try {
          const session = new GenerateSession(root, undefined, { types: trusting });
          for (const round of [[], ...edits]) await compareRound(root, other, session, round);
        } finally {
          rmSync(root, { recursive: true });
        }
      }),
      { numRuns: 15 },
    );
    rmSync(other, { recursive: true });
  });
});

async function compareRound(
  root: string,
  other: string,
  session: GenerateSession,
  edits: readonly Edit[],
): Promise<void> {
  for (const one of edits) edit(root, one);
  copyProject(root, other);
  const first = await new GenerateSession(other, undefined, { types: trusting }).run({});
  expect(seen(root, await session.run({}))).toEqual(seen(other, first));
}
