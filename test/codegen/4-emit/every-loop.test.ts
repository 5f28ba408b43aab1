// Every loop with a body in it, of all apps of the tests and examples, does what its function does when it is called with cursors:
// value for value, on random worlds. The nastiest bodies have tests of their own, in `column-form.test.ts` and `row-loops.test.ts`.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ComponentType, EventType, ResourceType, World } from "ecsgen/runtime";
import { diskHost } from "../../../codegen/cache/disk-host.js";
import type { ParameterSource, ViewFunction } from "../../../codegen/model/contract.js";
import { prove } from "../../../codegen/pipeline.js";
import * as bastion from "../../../examples/bastion/generated/index.js";
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
import { givenFor, memberOf, tokenOf, valuesOf } from "../support/callers.js";
import { crowds, small } from "../support/crowds.js";

const apps = [
  ["examples/bastion", bastion],
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

/** The components that an entity must have for a parameter to see it. */
function neededBy(source: ParameterSource, entry: object): ComponentType[] {
  if (source.kind === "query") return source.terms.flatMap((term) => neededBy(term.source, entry));
  return source.kind === "component" && !source.optional ? [tokenOf<ComponentType>(entry, source.component)] : [];
}

function requiredBy({ parameters }: ViewFunction, entry: object): ComponentType[] {
  return parameters.flatMap(({ source }) => (source.kind === "query" ? [] : neededBy(source, entry)));
}

function eventsOf(entry: object): EventType[] {
  return Object.values(entry).filter((token): token is EventType => Reflect.get(Object(token), "kind") === "event");
}

/** What something gives back or throws, and all that a program could see of the world afterwards: as text, where every NaN is the same. */
function outcome(world: World, entry: object, run: () => unknown): unknown {
  let ended: unknown;
  try {
    ended = ["gave", run()];
  } catch (error) {
    ended = ["threw", String(error)];
  }
  return [
    ended,
    new TextDecoder().decode(world.state.save("json")),
    eventsOf(entry).map((type) => [...world.reader(type)]),
  ];
}

/** What a world is made with. */
interface Start {
  readonly crowd: readonly object[];
  readonly resources: object;
  /** By the keys of their types. */
  readonly events: object;
}

function startsOf(app: App, entry: object, { parameters }: ViewFunction): fc.Arbitrary<Start> {
  const rows = (
    types: readonly (ResourceType | EventType)[],
    of: (row: fc.Arbitrary<object>) => fc.Arbitrary<object>,
  ) => fc.record(Object.fromEntries(types.map(({ key, fields }) => [key, of(rowOf(fields))])));
  return fc.record({
    crowd: crowds(
      app,
      parameters.flatMap(({ source }) => neededBy(source, entry)),
    ),
    resources: rows(app.resources, (row) => row),
    events: rows(eventsOf(entry), (row) => fc.array(row, { maxLength: 3 })),
  });
}

function worldOf(app: App, entry: object, { crowd, resources, events }: Start): World {
  const world = app.make();
  for (const type of app.resources) world.resources.insert(type, small(Reflect.get(resources, type.key)));
  for (const each of crowd) world.spawn(untyped(small(each)));
  for (const type of eventsOf(entry)) {
    for (const event of untyped<object[]>(Reflect.get(events, type.key)))
      world.writer(type).emit(untyped(small(event)));
  }
  return world;
}

afterEach(() => vi.restoreAllMocks());

describe.each(apps)("%s", (folder, entry) => {
  const app = appOf(entry);
  const functions = functionsOf(folder);
  const printed = printedLoops(folder);

  it("has loops with bodies in them, all of known functions", () => {
    expect(printed).not.toEqual([]);
    expect(printed.filter(({ name }) => !functions.has(name))).toEqual([]);
  });

  it.each(printed)("$name does what `$of` does", async (each) => {
    const declared = functions.get(each.name);
    if (declared === undefined) throw new Error(`nobody knows \`${each.name}\``);
    const loop = await memberOf<(...given: unknown[]) => unknown>(each.file, each.name);
    const called = await memberOf<(...given: unknown[]) => unknown>(each.source, each.of);
    const given = await Promise.all(declared.parameters.map((parameter) => givenFor(parameter, each.queries, entry)));
    const all = requiredBy(declared, entry);
    const rowsOf = (world: World, of: object) => given.map(({ toFunction }) => toFunction(world, of));
    const once = (run: typeof called) => (world: World, of: object) => run(...rowsOf(world, of).map((at) => at()));
    const byColumn = (world: World): unknown =>
      loop(
        world,
        world.query({ all }),
        ...given.flatMap(({ toLoop }) => (toLoop === undefined ? [] : [toLoop(world)])),
      );
    const byCursor = (world: World, of: object): unknown => {
      const rows = rowsOf(world, of);
      for (const table of world.query({ all }).tables) {
        for (let row = 0; row < table.count; row++) called(...rows.map((at) => at(table, row)));
      }
      return undefined;
    };
    fc.assert(
      fc.property(startsOf(app, entry, declared), valuesOf(declared), (start, of) => {
        const [one, other] = [worldOf(app, entry, start), worldOf(app, entry, start)];
        const run = (world: World, way: (world: World, of: object) => unknown): unknown =>
          outcome(world, entry, () => {
            let gave: unknown;
            world.run(() => (gave = way(world, of)), world.query({ all }));
            return gave;
          });
        expect(run(one, each.once ? once(loop) : byColumn)).toStrictEqual(
          run(other, each.once ? once(called) : byCursor),
        );
      }),
      { numRuns: each.once ? 50 : 20 },
    );
  });
});
