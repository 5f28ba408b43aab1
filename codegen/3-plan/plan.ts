import { symbolKey } from "../model/symbol-key.js";
import type { Checked } from "../model/checked.js";
import { Keep, kept, keptOne } from "../memo/keep.js";
import type {
  BindingPlan,
  BundlePlan,
  CorePlan,
  DeclarationPlan,
  FilePlan,
  IndexPlan,
  NameRef,
  Plan,
  QueryRowsPlan,
  ReflectionPlan,
  ValidatorPlan,
  WorldPlan,
} from "../model/plan.js";
import type { ResolvedApp } from "../model/resolution.js";
import type { SchedulePlan, ShufflePlan } from "../model/schedule-plan.js";
import type { LoopPlan, QueryFunctionPlan } from "../model/loop-plan.js";
import { boundFunctions, durationText, planBinding } from "./app.js";
import { planBundles } from "./bundles.js";
import { DeclarationRecall, planDeclarations, planValidators, type DeclarationPlans } from "./declarations.js";
import { planCores } from "./facades.js";
import { Helpers } from "./helpers.js";
import { Files } from "./layout-of-files.js";
import { planLoops, type LoopParts } from "./loops.js";
import { compareText } from "./names.js";
import { planQueries } from "./queries.js";
import { planQueryFunctions, printedFunctions } from "./query-functions.js";
import { planPhases, planSchedule, planShuffle } from "./schedule.js";

/** What was planned in earlier rounds of a session: parts that say the same again are the same objects. */
export class PlanRecall {
  readonly declarations = new DeclarationRecall();
  readonly bundles = new Keep<BundlePlan>();
  readonly validators = new Keep<ValidatorPlan>();
  readonly loops = new Keep<LoopPlan>();
  readonly queries = new Keep<QueryRowsPlan>();
  readonly functions = new Keep<QueryFunctionPlan>();
  readonly cores = new Keep<CorePlan>();
  readonly schedule = new Keep<SchedulePlan>();
  readonly shuffle = new Keep<ShufflePlan>();
  readonly binding = new Keep<BindingPlan>();
  readonly reflection = new Keep<ReflectionPlan>();
  readonly world = new Keep<WorldPlan>();
  readonly index = new Keep<IndexPlan>();
}

/** Decides the whole output of a project: every file, name and order. The same for the same meaning, in whatever order it comes. */
export function plan(checked: Checked, recall?: PlanRecall): Plan {
  const { app, contract } = checked;
  const files = new Files(checked);
  const declarations = planDeclarations(contract, files, recall?.declarations);
  const functions = app === undefined ? undefined : planFunctions(app, checked, declarations, files);
  const callers = new Files(checked, functions?.printed);
  const bundles = kept(recall?.bundles, planBundles(contract.bundles, declarations.components, files), pathOf);
  const cores = kept(recall?.cores, planCores(checked, callers), pathOf);
  const schedule = app === undefined ? undefined : keptOne(recall?.schedule, planSchedule(app, checked, callers));
  const shuffled = schedule && planShuffle(schedule, files);
  return {
    ...declarations,
    bundles,
    validators: kept(recall?.validators, planValidators(declarations, contract, files), pathOf),
    loops: kept(recall?.loops, functions?.loops ?? [], pathOf),
    queries: kept(recall?.queries, functions?.queries ?? [], pathOf),
    functions: kept(recall?.functions, functions?.functions ?? [], pathOf),
    schedule,
    shuffle: shuffled && keptOne(recall?.shuffle, shuffled),
    cores,
    binding: functions?.binding && keptOne(recall?.binding, functions.binding),
    reflection: app === undefined ? undefined : keptOne(recall?.reflection, planReflection(declarations, files)),
    world: app === undefined ? undefined : keptOne(recall?.world, planWorld(app, declarations, bundles, cores, files)),
    index: keptOne(recall?.index, planIndex(checked, declarations, bundles, cores, files)),
    contract: { path: files.at("contract.json"), contract },
  };
}

function pathOf({ file }: { readonly file: FilePlan }): string {
  return file.path;
}

/** Not part of the entry point, so that only those who want it load it. */
function planReflection(declarations: DeclarationPlans, files: Files): ReflectionPlan {
  const { components, relations, resources, events, models } = declarations;
  return {
    file: { path: files.at("reflection.ts"), source: "ecsgen.config.ts" },
    declarations: [...components, ...relations, ...resources, ...events, ...models],
  };
}

interface FunctionPlans {
  readonly queries: readonly QueryRowsPlan[];
  readonly loops: readonly LoopPlan[];
  readonly functions: readonly QueryFunctionPlan[];
  readonly printed: ReadonlyMap<string, NameRef>;
  readonly binding: BindingPlan | undefined;
}

/** Loops, and what the binding hands on: functions that are called, and what printed bodies use. */
function planFunctions(
  app: ResolvedApp,
  checked: Checked,
  { components }: DeclarationPlans,
  files: Files,
): FunctionPlans {
  const bound = boundFunctions(app, checked, files);
  const helpers = new Helpers(
    files.at("binding.ts"),
    bound.map(({ name }) => name),
  );
  const known = new Map([...checked.sources.symbols].map(([name, symbol]) => [symbolKey(symbol), name]));
  const queries = planQueries(app, checked, files);
  const parts: LoopParts = {
    files,
    components: new Map(components.map((component) => [component.qualified, component])),
    queries: new Map(queries.map((rows) => [rows.file.path, rows])),
    helpers,
    declared: (symbol) => known.get(symbolKey(symbol)),
  };
  const loops = planLoops(app, checked, parts);
  const functions = planQueryFunctions(app, checked, parts);
  const printed = [...loops, ...functions].flatMap(({ form, bound: { name } }) =>
    form.kind === "column" ? [{ name, body: form.body }] : [],
  );
  const names = new Set(printed.map(({ name }) => name));
  const called = bound.filter(({ name }) => !names.has(name));
  const binding = planBinding(app, checked, [...called, ...helpers.usedBy(printed)], files);
  return {
    queries,
    loops,
    functions,
    printed: printedFunctions(functions),
    // Where every body is printed and no View asks for a proof, there is nothing to join.
    binding: binding.functions.length + binding.proofs.length > 0 ? binding : undefined,
  };
}

function planWorld(
  app: ResolvedApp,
  declarations: DeclarationPlans,
  bundles: Plan["bundles"],
  cores: Plan["cores"],
  files: Files,
): WorldPlan {
  return {
    file: { path: files.at("world.ts"), source: "ecsgen.config.ts" },
    ...declarations,
    bundles,
    cores,
    schedule: { name: "Schedule", from: files.at("schedule.ts") },
    phases: planPhases(app),
    fixedStep: durationText(app.fixedStep),
    maxFixedSteps: String(app.maxFixedSteps),
  };
}

/** Everything that users import. Validators are not part of it, so that only those who want them load zod. */
function planIndex(
  checked: Checked,
  declarations: DeclarationPlans,
  bundles: Plan["bundles"],
  cores: Plan["cores"],
  files: Files,
): IndexPlan {
  const { components, relations, resources, events, models } = declarations;
  const world = { from: files.at("world.ts"), values: ["World", "createWorld"], types: ["Components"] };
  const views = cores.map((core) => ({
    from: core.file.path,
    values: core.features.map(({ name }) => name),
    types: [],
  }));
  const taken = new Set(["Entity", "NO_ENTITY", "World", "createWorld", "Components"]);
  const all = [...components, ...relations, ...resources, ...events, ...models];
  for (const declaration of all) taken.add(declaration.name).add(`${declaration.name}Init`);
  for (const { name, init } of bundles) taken.add(name).add(init ?? name);
  const kept = new Set<DeclarationPlan>(resources.filter(({ clock, random }) => clock || random));
  const tokens = all.map((declaration) => exportsOf(declaration, kept.has(declaration), taken));
  const sets = bundles.map(({ file, name, init }) => ({
    from: file.path,
    values: [name],
    types: init === undefined ? [] : [init],
  }));
  const own = checked.app === undefined ? views.filter(({ values }) => values.length > 0) : [world];
  return {
    file: { path: files.at("index.ts"), source: "ecsgen.config.ts" },
    exports: [
      { from: "ecsgen/runtime", values: ["NO_ENTITY"], types: ["Entity"] },
      ...[...tokens, ...sets, ...own].sort((a, b) => compareText(a.from, b.from)),
    ],
  };
}

/** The token and the types of a declaration. The type of a field is left out when something else has its name. */
function exportsOf(plan: DeclarationPlan, withoutInit: boolean, taken: Set<string>): IndexPlan["exports"][number] {
  const { enums, groups, unions, row, name, file } = plan;
  const unclaimed = (part: string): boolean => !taken.has(part) && taken.add(part).has(part);
  const init = withoutInit || row.fields.length === 0 ? [] : [`${name}Init`];
  const parts = [
    ...enums.map(({ type }) => type),
    ...groups.flatMap(({ named }) => (named === undefined ? [] : [named.value])),
    ...unions.map(({ type }) => type),
  ];
  const words = enums.map((plan) => plan.words).filter(unclaimed);
  return { from: file.path, values: [name, ...words], types: [...init, ...parts.filter(unclaimed)].sort(compareText) };
}
