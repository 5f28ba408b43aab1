// However a schedule is written, the same meaning gives the same contract and the same order.
import { expect, it } from "vitest";
import type { Contract } from "../../../../codegen/model/contract.js";
import { provenIn } from "../../support/prove-text.js";

const views = `import { core, view } from "ecsgen/schema";
export interface Acting { a(): void; b(): void; c(): void; }
`;
const system = `import { systemModule } from "ecsgen/schema";
import { acting } from "./schema.js";
export function a(): void {}
export function b(): void {}
export function c(): void {}
export default systemModule({ core: acting, provides: { acting: { a, b, c } } });
`;
const config = `import { app, use } from "ecsgen/schema";
import { acting } from "./schema.js";
import actor from "./system.js";
export default app({ cores: [use(acting, { features: ["acting"], systems: [actor] })] });
`;

function proven(core: string): { readonly contract: Contract; readonly order: readonly string[] } {
  const text = `${views}export const acting = core({ features: { acting: view<Acting>() }, ${core} });\n`;
  const { contract, app } = provenIn({ "schema.ts": text, "system.ts": system, "ecsgen.config.ts": config });
  const order = (app?.schedule ?? []).map(
    ({ phase, reason, run }) => `${phase} ${run.kind === "view" ? run.function : ""}: ${reason}`,
  );
  return { contract, order };
}

const written = `
  phases: { early: { before: "update" }, late: { after: "update" } },
  sets: { x: { before: ["acting.sets.y", "acting.c"] }, y: {} },
  schedule: {
    early: [{ run: "acting.a", set: ["x"] }],
    update: [{ run: "acting.c", set: "y" }, { run: "acting.b", set: ["x"], before: "acting.c" }],
  },`;
const otherwise = `
  schedule: {
    update: [{ set: "acting.sets.y", run: "acting.c" }, { before: ["acting.c"], run: "acting.b", set: "x" }],
    late: [],
    "acting.early": [{ set: ["x", "acting.sets.x"], run: "acting.a" }],
  },
  sets: { y: {}, x: { before: ["acting.acting.c", "y", "acting.c"] } },
  phases: { early: { before: "update" }, late: { after: "update" } },`;

it("is in the contract, and in the order", () => {
  expect(proven(written).order).toEqual([
    "acting.early a: first in the schedule of `acting`",
    "update b: before `acting.acting.c`",
    "update c: after `acting.acting.b`, which asks for it",
  ]);
  expect(proven(written.replace(', before: "acting.c"', "")).contract).not.toEqual(proven(written).contract);
});

it("is the same with phases, sets and options in another order, and names in full", () => {
  expect(proven(otherwise)).toEqual(proven(written));
});
