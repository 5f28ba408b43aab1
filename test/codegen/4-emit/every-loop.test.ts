// Every loop with a body in it, of all apps of the tests and examples, does what its function does when it is called with cursors:
// value for value, on random worlds. The nastiest bodies have tests of their own, in `column-form.test.ts` and `row-loops.test.ts`.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ComponentType, EventType, Query, ResourceType, World } from "ecsgen/runtime";
import { diskHost } from "../../../codegen/cache/disk-host.js";
import type { ParameterSource, ViewFunction } from "../../../codegen/model/contract.js";
import { prove } from "../../../codegen/pipeline.js";
import * as orbits from "../../../examples/orbits/generated/index.js";
import * as bundles from "../../cases/emit/bundles/generated/index.js";
import * as changes from "../../cases/emit/changes/generated/index.js";
import * as loops from "../../cases/emit/loops/generated/index.js";
import * as motion from "../../cases/emit/motion/generated/index.js";
import * as named from "../../cases/emit/names/generated/index.js";
import * as queries from "../../cases/emit/queries/generated/index.js";
import * as related from "../../cases/emit/relations/generated/index.js";
import * as lines from "../../cases/emit/schedule/generated/index.js";
import * as smallest from "../../cases/emit/smallest/generated/index.js";
import * as kit from "../../runtime/kit/generated/index.js";
import * as asked from "../../runtime/queries/kit/generated/index.js";
import * as relations from "../../runtime/relations/kit/generated/index.js";
import * as random from "../../runtime/resources/kit/generated/index.js";
import * as scheduled from "../../runtime/schedule/kit/generated/index.js";
import * as synced from "../../runtime/schedule/sync-kit/generated/index.js";
import { untyped } from "../../runtime/kit/code-of.js";
import { appOf, rowOf, type App } from "../../runtime/state/worlds.js";
import { crowds, small } from "../support/crowds.js";

const apps = [
  ["examples/orbits", orbits],
  ["test/cases/emit/bundles", bundles],
  ["test/cases/emit/changes", changes],
  ["test/cases/emit/loops", loops],
  ["test/cases/emit/motion", motion],
  ["test/cases/emit/names", named],
  ["test/cases/emit/queries", queries],
  ["test/cases/emit/relations", related],
  ["test/cases/emit/schedule", lines],
  ["test/cases/emit/smallest", smallest],
  ["test/runtime/kit", kit],
  ["test/runtime/queries/kit", asked],
  ["test/runtime/relations/kit", relations],
  ["test/runtime/resources/kit", random],
  ["test/runtime/schedule/kit", scheduled],
  ["test/runtime/schedule/sync-kit", synced],
] as const;

/** They are called with values, or read events. */
const ungiven = new Set(["touching", "suffer", "each"]);

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A generated loop that has the body of a function in it. */
interface PrintedLoop {
  readonly name: string;
  readonly file: string;
  /** The function, and the file that it is in. */
  readonly of: string;
  readonly source: string;
  /** It is called once, with what the function takes; else with the world and a query. */
  readonly once: boolean;
  /** The modules of the classes of whole queries that it takes, by the names of the parameters. */
  readonly queries: ReadonlyMap<string, readonly [name: string, file: string]>;
}

function printedLoops(folder: string): PrintedLoop[] {
  const under = join(root, folder, "generated/loops");
  return readdirSync(under, { recursive: true, encoding: "utf8" }).flatMap((path) => {
    if (!path.endsWith(".ts")) return [];
    const file = join(under, path);
    const text = readFileSync(file, "utf8");
    const [, of = "", source = ""] = /\/\/ The body of `(\w+)` in (\S+\.ts)\./.exec(text) ?? [];
    const [, name = "", parameters = ""] = /^export function (loop\w+)\(([^)]*)\)/m.exec(text) ?? [];
    if (of === "") return [];
    const queries = [...parameters.matchAll(/(\w+): (\w+)/g)].flatMap(([, parameter = "", type = ""]) => {
      const from = new RegExp(`import (?:type )?\\{ ${type} \\} from "(\\S+/queries/\\S+)\\.js"`).exec(text)?.[1];
      return from === undefined ? [] : [[parameter, [type, `${join(dirname(file), from)}.ts`]] as const];
    });
    const once = !/^_?world: World, query: Query/.test(parameters);
    return [{ name, file, of, source: join(root, folder, source), once, queries: new Map(queries) }];
  });
}

/** The functions of a project, by the name of their loops. */
function functionsOf(folder: string): ReadonlyMap<string, ViewFunction> {
  const { checked } = prove(join(root, folder), diskHost());
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const found = new Map<string, ViewFunction>();
  for (const core of checked?.contract.cores ?? []) {
    for (const { name, view } of core.features) {
      for (const each of view.functions) found.set(`loop${[core.name, name, each.name].map(capital).join("")}`, each);
    }
  }
  for (const { run } of checked?.app?.schedule ?? []) {
    if (run.kind === "function") found.set(`loopApp${capital(run.signature.name)}`, run.signature);
  }
  return found;
}

/** What the caller of a function gives for a parameter, at a row if it is called for every entity. */
type Argument = (world: World, table?: Query["tables"][number], row?: number) => unknown;

function tokenOf<Token>(entry: object, name: string): Token {
  const tokens: readonly unknown[] = Object.values(entry);
  return untyped<Token>(tokens.find((token) => Reflect.get(Object(token), "name") === name));
}

/** Undefined for values of a caller, and for readers, which are not given twice. */
function argumentOf(source: ParameterSource, entry: object): Argument | undefined {
  switch (source.kind) {
    case "component": {
      const type = tokenOf<ComponentType>(entry, source.component);
      return (_world, table, row = 0) => (table?.has(type.index) === true ? table.cursorAt(type, row) : undefined);
    }
    case "resource": {
      const type = tokenOf<ResourceType>(entry, source.resource);
      return (world) => world.resource(type);
    }
    case "event-writer": {
      const type = tokenOf<EventType>(entry, source.event);
      return (world) => world.writer(type);
    }
    case "entity":
      return (_world, table, row = 0) => table?.entityAt(row);
    case "world":
      return (world) => world;
    case "commands":
      return (world) => world.commands;
    default:
      return undefined;
  }
}

async function memberOf<Member>(file: string, name: string): Promise<Member> {
  return untyped<Member>(Reflect.get(await import(/* @vite-ignore */ file), name));
}

/** What the callers of a function and of its loop give, or undefined when this test cannot give it. */
async function argumentsOf(
  { parameters }: ViewFunction,
  { queries }: PrintedLoop,
  entry: object,
): Promise<readonly Argument[] | undefined> {
  const found = await Promise.all(
    parameters.map(async ({ name, source }): Promise<Argument | undefined> => {
      if (source.kind !== "query") return argumentOf(source, entry);
      const [type, file] = queries.get(name) ?? [];
      if (type === undefined || file === undefined) return undefined;
      const rows = await memberOf<new (world: World) => unknown>(file, type);
      return (world) => new rows(world);
    }),
  );
  const known = found.filter((each) => each !== undefined);
  return known.length < found.length ? undefined : known;
}

function requiredBy({ parameters }: ViewFunction, entry: object): ComponentType[] {
  return parameters.flatMap(({ source }) =>
    source.kind === "component" && !source.optional ? [tokenOf<ComponentType>(entry, source.component)] : [],
  );
}

/** The error that something throws, and all that a program could see of the world afterwards: as text, where every NaN is the same. */
function outcome(world: World, entry: object, run: () => void): unknown {
  let thrown = "nothing";
  try {
    run();
  } catch (error) {
    thrown = String(error);
  }
  const events = Object.values(entry).filter(
    (token): token is EventType => Reflect.get(Object(token), "kind") === "event",
  );
  return [thrown, new TextDecoder().decode(world.state.save("json")), events.map((type) => [...world.reader(type)])];
}

function worldOf(app: App, crowd: readonly object[], resources: object): World {
  const world = app.make();
  for (const type of app.resources) world.resources.insert(type, small(Reflect.get(resources, type.key)));
  for (const each of crowd) world.spawn(untyped(small(each)));
  return world;
}

afterEach(() => vi.restoreAllMocks());

describe.each(apps)("%s", (folder, entry) => {
  const app = appOf(entry);
  const functions = functionsOf(folder);
  const printed = printedLoops(folder);
  const values = fc.record(Object.fromEntries(app.resources.map((type) => [type.key, rowOf(type.fields)])));

  it("has loops with bodies in them, all of known functions", () => {
    expect(printed).not.toEqual([]);
    expect(printed.filter(({ name }) => !functions.has(name))).toEqual([]);
  });

  it.each(printed)("$name does what `$of` does", async (each) => {
    const declared = functions.get(each.name);
    if (declared === undefined) throw new Error(`nobody knows \`${each.name}\``);
    const given = await argumentsOf(declared, each, entry);
    if (given === undefined) {
      expect(ungiven).toContain(each.of);
      return;
    }
    const loop = await memberOf<(...given: unknown[]) => void>(each.file, each.name);
    const called = await memberOf<(...given: unknown[]) => void>(each.source, each.of);
    const all = requiredBy(declared, entry);
    const once = (run: typeof called) => (world: World) => run(...given.map((argument) => argument(world)));
    const wholes = given.filter((_, index) => declared.parameters[index]?.source.kind === "query");
    const byColumn = (world: World, query: Query): void =>
      loop(world, query, ...wholes.map((argument) => argument(world)));
    const byCursor = (world: World, query: Query): void => {
      for (const table of query.tables) {
        for (let row = 0; row < table.count; row++) called(...given.map((argument) => argument(world, table, row)));
      }
    };
    fc.assert(
      fc.property(crowds(app), values, (crowd, resources) => {
        const [one, other] = [worldOf(app, crowd, resources), worldOf(app, crowd, resources)];
        const expected = outcome(other, entry, () =>
          other.run(each.once ? once(called) : byCursor, other.query({ all })),
        );
        expect(outcome(one, entry, () => one.run(each.once ? once(loop) : byColumn, one.query({ all })))).toStrictEqual(
          expected,
        );
      }),
      { numRuns: 20 },
    );
  });
});
