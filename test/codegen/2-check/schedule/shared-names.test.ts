// Functions of several files may have one name; lines of the schedule do not.
import { expect, it } from "vitest";
import { print } from "../../../../codegen/pipeline.js";
import { provenIn } from "../../support/prove-text.js";

const files = {
  "schema.ts": `import { component, f32 } from "ecsgen/schema";
export class Ship extends component({ x: f32 }) {}
export class Rock extends component({ x: f32 }) {}
`,
  "ships.ts": `import type { Ship } from "./schema.js";
export function move(ship: Ship): void { ship.x += 1; }
export function stop(ship: Ship): void { ship.x = 0; }
`,
  "rocks/rocks.ts": `import type { Rock } from "../schema.js";
export function move(rock: Rock): void { rock.x -= 1; }
`,
  "ecsgen.config.ts": `import { app } from "ecsgen/schema";
import { move, stop } from "./ships.js";
import { move as roll } from "./rocks/rocks.js";
export default app({ schedule: { update: [move, stop, roll] } });
`,
};

it("calls each by its file as well where two have one name", () => {
  const checked = provenIn(files);
  const names = checked.app?.schedule.map(({ run }) => (run.kind === "function" ? run.name : undefined));
  expect(names).toEqual(["ships.ts#move", "stop", "rocks/rocks.ts#move"]);
  const schedule = print(checked).find(({ path }) => path === "generated/schedule.ts")?.text ?? "";
  expect(schedule.match(/name: "[^"]*"/g)).toEqual([
    'name: "ships.ts#move"',
    'name: "stop"',
    'name: "rocks/rocks.ts#move"',
  ]);
});
