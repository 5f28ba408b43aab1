import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { NameRef } from "../model/name-ref.js";
import type { SpawnedPlan, SpawnerPlan, WorldPlan } from "../model/plan.js";
import { array, call, object, quoted } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import { SourceFile } from "./print/source-file.js";
import { docLines, textArray, textLine, textOfAll } from "./print/text.js";

/** The world of an app: its layout, what entities are spawned with, its cores and its step. */
export function emitWorld(plan: WorldPlan, ending: ImportEnding): GeneratedFile {
  const file = new SourceFile(
    plan.file,
    ["World", "Components", "createWorld", "layout", "options", "directory"],
    ending,
  );
  const base = file.value("World", "ecsgen/runtime");
  const options = file.type("WorldOptions", "ecsgen/runtime");
  const schedule = file.ref(plan.schedule);
  const cores = plan.cores.map(({ key, facade }) => ({ key, local: file.ref(facade) }));
  return file.finish([
    `/** Everything an entity of this app may be spawned with. */
export interface Components {
${textOfAll(plan.components, (component) => member(component, file))}}
`,
    layout(plan, file),
    `/** A world of this app. */
export class World extends ${base}<Components> {
${textOfAll(cores, (core) => `  readonly ${core.key}: ${core.local};\n`)}  override readonly schedule: ${schedule};

  constructor(options: ${options} = {}, directory?: ${file.type("WorldDirectory", "ecsgen/runtime")}) {
    super(layout, options, directory);
${textOfAll(cores, (core) => `    this.${core.key} = new ${core.local}(this);\n`)}    this.schedule = new ${schedule}(this);
  }

  /** Makes another world of this app; the two know each other by name. */
  override another(options: ${options} = {}): World {
    return new World(options, this.directory);
  }
${textOfAll(plan.bundles, (bundle) => spawner(bundle, file) + manySpawner(bundle, file))}}
`,
    `/** Makes an empty world. */
export function createWorld(options: ${options} = {}): World {
  return new World(options);
}
`,
  ]);
}

function layout(plan: WorldPlan, file: SourceFile): string {
  const { components, relations, resources, events, models, bundles, phases, fixedStep, maxFixedSteps } = plan;
  const type = file.type("WorldLayout", "ecsgen/runtime");
  const list = (name: string, declarations: readonly NameRef[]): string => {
    const tokens = declarations.map((declaration) => file.ref(declaration));
    return textArray("  ", `${name}: `, tokens, ",");
  };
  const told = phases && textLine("  ", ["phases: ", array(phases.map(phase), { broken: true })], ",");
  return `/** All declarations in dense order: a token's \`index\` is its place here. */
const layout: ${type} = {
${list("components", components)}${relations.length === 0 ? "" : list("relations", relations)}\
${list("resources", resources)}${list("events", events)}${list("models", models)}\
${bundles.length === 0 ? "" : list("bundles", bundles)}${told ?? ""}  fixedStep: ${fixedStep},
  maxFixedSteps: ${maxFixedSteps},
};
`;
}

function phase({ name, runs }: NonNullable<WorldPlan["phases"]>[number]): Inline {
  return object([`name: ${quoted(name)}`, `runs: ${quoted(runs)}`]);
}

function member({ key, doc, init, from }: SpawnedPlan, file: SourceFile): string {
  return `${docLines("  ", doc)}  ${key}?: ${init === undefined ? "true" : file.type(init, from)} | undefined;\n`;
}

/** Behind a blank line. */
function spawner(bundle: SpawnerPlan, file: SourceFile): string {
  const init = bundle.init && file.type(bundle.init, bundle.from);
  const given = init === undefined ? [] : [`given?: ${init}`];
  const head = call(`spawn${bundle.name}`, given);
  return `
${docLines("  ", bundle.spawnDoc)}${textLine("  ", head, `: ${file.type("Entity", "ecsgen/runtime")} {`)}\
    return this.spawn(${file.ref(bundle)}.create(${init === undefined ? "" : "given"}));
  }
`;
}

const each = ": all with the same values, or each with what a function gives for its number";

/** Behind a blank line. */
function manySpawner(bundle: SpawnerPlan, file: SourceFile): string {
  const init = bundle.init && file.type(bundle.init, bundle.from);
  const given = init === undefined ? [] : [`given?: ${init} | ((index: number) => ${init})`];
  const passed = [file.ref(bundle), "count", ...(init === undefined ? [] : ["given"])];
  const head = call(`spawn${bundle.name}Many`, ["count: number", ...given]);
  return `
  /** Makes many \`${bundle.key}\`${init === undefined ? "" : each}. */
${textLine("  ", head, `: ${file.type("Entity", "ecsgen/runtime")}[] {`)}\
    return this.bundles.spawnMany(${passed.join(", ")});
  }
`;
}
