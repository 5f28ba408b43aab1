import type { SpawnedPlan, SpawnerPlan, WorldPlan } from "../model/plan.js";
import { array, call, doc, object, quoted } from "./print/constructs.js";
import { code, lines, paragraphs, type Inline, type Layout } from "./print/layout.js";
import { SourceFile, type FileLayout } from "./print/source-file.js";
import type { NameRef } from "../model/name-ref.js";

/** The world of an app: its layout, what entities are spawned with, its cores and its step. */
export function emitWorld(plan: WorldPlan): FileLayout {
  const file = new SourceFile(plan.file, ["World", "Components", "createWorld", "layout", "options", "directory"]);
  const base = file.value("World", "ecsgen/runtime");
  const options = file.type("WorldOptions", "ecsgen/runtime");
  const schedule = file.ref(plan.schedule);
  const cores = plan.cores.map(({ key, facade }) => ({ key, local: file.ref(facade) }));
  return file.finish(code`
/** Everything an entity of this app may be spawned with. */
export interface Components {
  ${lines(plan.components.map((component) => member(component, file)))}
}

/** All declarations in dense order: a token's \`index\` is its place here. */
const layout: ${file.type("WorldLayout", "ecsgen/runtime")} = {
  components: ${tokens(plan.components, file)},
  ${plan.relations.length === 0 ? undefined : ["relations: ", tokens(plan.relations, file), ","]}
  resources: ${tokens(plan.resources, file)},
  events: ${tokens(plan.events, file)},
  models: ${tokens(plan.models, file)},
  ${plan.bundles.length === 0 ? undefined : ["bundles: ", tokens(plan.bundles, file), ","]}
  ${plan.phases && ["phases: ", array(plan.phases.map(phase), { broken: true }), ","]}
  fixedStep: ${plan.fixedStep},
  maxFixedSteps: ${plan.maxFixedSteps},
};

/** A world of this app. */
export class World extends ${base}<Components> {
  ${lines(cores.map((core) => `readonly ${core.key}: ${core.local};`))}
  override readonly schedule: ${schedule};

  constructor(options: ${options} = {}, directory?: ${file.type("WorldDirectory", "ecsgen/runtime")}) {
    super(layout, options, directory);
    ${lines(cores.map((core) => `this.${core.key} = new ${core.local}(this);`))}
    this.schedule = new ${schedule}(this);
  }

  /** Makes another world of this app; the two know each other by name. */
  override another(options: ${options} = {}): World {
    return new World(options, this.directory);
  }

  ${paragraphs(plan.bundles.flatMap((bundle) => [spawner(bundle, file), manySpawner(bundle, file)]))}
}

/** Makes an empty world. */
export function createWorld(options: ${options} = {}): World {
  return new World(options);
}
`);
}

function phase({ name, runs }: NonNullable<WorldPlan["phases"]>[number]): Inline {
  return object([`name: ${quoted(name)}`, `runs: ${quoted(runs)}`]);
}

function member({ key, doc: text, init, from }: SpawnedPlan, file: SourceFile): Layout {
  return code`
${doc(text)}
${key}?: ${init === undefined ? "true" : file.type(init, from)} | undefined;
`;
}

function spawner(bundle: SpawnerPlan, file: SourceFile): Layout {
  const init = bundle.init && file.type(bundle.init, bundle.from);
  const given = init === undefined ? [] : [`given?: ${init}`];
  return code`
${doc(bundle.spawnDoc)}
${call(`spawn${bundle.name}`, given)}: ${file.type("Entity", "ecsgen/runtime")} {
  return this.spawn(${file.ref(bundle)}.create(${init === undefined ? "" : "given"}));
}
`;
}

const each = ": all with the same values, or each with what a function gives for its number";

function manySpawner(bundle: SpawnerPlan, file: SourceFile): Layout {
  const init = bundle.init && file.type(bundle.init, bundle.from);
  const given = init === undefined ? [] : [`given?: ${init} | ((index: number) => ${init})`];
  const passed = [file.ref(bundle), "count", ...(init === undefined ? [] : ["given"])];
  return code`
/** Makes many \`${bundle.key}\`${init === undefined ? "" : each}. */
${call(`spawn${bundle.name}Many`, ["count: number", ...given])}: ${file.type("Entity", "ecsgen/runtime")}[] {
  return this.bundles.spawnMany(${passed.join(", ")});
}
`;
}

function tokens(declarations: readonly NameRef[], file: SourceFile): Layout {
  return array(declarations.map((declaration) => file.ref(declaration)));
}
