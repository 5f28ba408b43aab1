// What is derived of a function holds all that it does: the apps of the tests and examples run in worlds that note every read and
// every write, whichever form their loops have.
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { EcsError, type Entity, type World } from "ecsgen/runtime";
import { diskHost } from "../../../../codegen/cache/disk-host.js";
import type { Touch } from "../../../../codegen/model/access.js";
import { prove } from "../../../../codegen/pipeline.js";
import * as orbits from "../../../../examples/orbits/generated/index.js";
import * as access from "../../../cases/bodies/access/generated/index.js";
import * as columns from "../../../cases/bodies/columns/generated/index.js";
import * as rows from "../../../cases/bodies/rows/generated/index.js";
import * as loops from "../../../cases/emit/loops/generated/index.js";
import * as queries from "../../../cases/emit/queries/generated/index.js";
import * as lines from "../../../cases/emit/schedule/generated/index.js";
import * as kit from "../../../runtime/kit/generated/index.js";
import * as changes from "../../../runtime/queries/kit/generated/index.js";
import * as changedRows from "../../../runtime/queries/rows-kit/generated/index.js";
import * as related from "../../../runtime/relations/kit/generated/index.js";
import * as synced from "../../../runtime/schedule/sync-kit/generated/index.js";
import { appOf, play, scripts, type App } from "../../../runtime/state/worlds.js";
import { untyped } from "../../../runtime/kit/code-of.js";
import { crowds, small } from "../../support/crowds.js";
import { startRecording, watchStructure, type Recorded, type Recording } from "../../support/recording.js";

/** The functions of `columns` loop as often as their values say, and one of `sync-kit` fails when a resource says so. */
const apps = [
  ["examples/orbits", orbits, "any values"],
  ["test/cases/bodies/access", access, "small values"],
  ["test/cases/bodies/columns", columns, "small values"],
  ["test/cases/bodies/rows", rows, "any values"],
  ["test/cases/emit/loops", loops, "any values"],
  ["test/cases/emit/queries", queries, "any values"],
  ["test/cases/emit/schedule", lines, "any values"],
  ["test/runtime/kit", kit, "any values"],
  ["test/runtime/queries/kit", changes, "any values"],
  ["test/runtime/queries/rows-kit", changedRows, "any values"],
  ["test/runtime/relations/kit", related, "any values"],
  ["test/runtime/schedule/sync-kit", synced, "small values"],
] as const;

interface Derived {
  readonly touches: Touch[];
  everything: boolean;
  /** A condition may keep it from running. */
  conditional: boolean;
}

/** What each line of an app may touch, by its name at run time. */
function derivedOf(folder: string): ReadonlyMap<string, Derived> {
  const root = fileURLToPath(new URL(`../../../../${folder}`, import.meta.url));
  const { checked, diagnostics } = prove(root, diskHost());
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const lines = new Map<string, Derived>();
  for (const { run, access, condition } of checked?.app?.schedule ?? []) {
    const name = run.kind === "view" ? `${run.core}.${run.feature}.${run.function}` : run.signature.name;
    const known = lines.get(name) ?? { touches: [], everything: false, conditional: false };
    known.touches.push(...access.touches);
    known.everything ||= access.everything;
    known.conditional ||= condition !== undefined;
    lines.set(name, known);
  }
  return lines;
}

function holds({ touches, everything }: Pick<Derived, "touches" | "everything">, done: Recorded): boolean {
  if (everything) return true;
  return touches.some(({ kind, of, path, write }) => {
    if (kind !== done.kind || (done.write && !write)) return false;
    if (of !== done.of && !(kind === "presence" && of === "")) return false;
    return path.every((step, index) => done.path[index] === step || done.path[index] === "?");
  });
}

function unforeseen(derived: ReadonlyMap<string, Derived>, recording: Recording): string[] {
  return [...recording.lines].flatMap(([line, all]) =>
    [...all.values()]
      .filter((done) => !holds(derived.get(line) ?? { touches: [], everything: false }, done))
      .map(({ kind, of, path, write }) => `${line} ${write ? "writes" : "reads"} ${kind} ${[of, ...path].join(".")}`),
  );
}

/** Every entity loses something. */
function bereave(world: World, made: readonly Entity[], { components }: App): void {
  made.forEach((entity, index) => {
    components.forEach((type, place) => {
      if ((index + place) % 3 === 0 && world.isAlive(entity) && world.has(entity, type)) world.remove(entity, type);
    });
  });
}

/** What relations refuse ends a step. */
function stepped(world: World): void {
  try {
    world.step(0.3);
  } catch (error) {
    if (!(error instanceof EcsError)) throw error;
  }
}

afterEach(() => vi.restoreAllMocks());

describe("what is derived", () => {
  it.each(apps)("holds all that is done: %s", (folder, entry, values) => {
    const derived = derivedOf(folder);
    const recording = startRecording();
    const app = appOf(entry);
    const script = values === "small values" ? fc.constant([]) : scripts(app, 20);
    fc.assert(
      fc.property(crowds(app), script, (crowd, actions) => {
        const world = watchStructure(app.make());
        const made = crowd.map((each) => world.spawn(values === "small values" ? untyped(small(each)) : each));
        stepped(world);
        bereave(world, made, app);
        play(actions, world, made);
        stepped(world);
        expect(unforeseen(derived, recording)).toEqual([]);
      }),
      // Always the same worlds, in which every line finds something to do.
      { numRuns: 20, seed: 7 },
    );
    // One of `columns` does nothing.
    const idle = [...derived].filter(([line, { conditional }]) => !conditional && !recording.lines.has(line));
    expect(idle.map(([line]) => line).filter((line) => line !== "empty")).toEqual([]);
  });
});
