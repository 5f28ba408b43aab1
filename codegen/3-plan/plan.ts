import type { Checked } from "../model/checked.js";
import { Keep, kept, keptOne } from "../memo/keep.js";
import { alone, recalled, Recall, recalledOne } from "../memo/recall.js";
import type {
  BindingPlan,
  BoundFunction,
  BundlePlan,
  Plan,
  ReflectionPlan,
  ValidatorsPlan,
  WorldPlan,
} from "../model/plan.js";
import type { ResolvedApp } from "../model/resolution.js";
import type { SchedulePlan, ShufflePlan } from "../model/schedule-plan.js";
import type { LoopPlan, QueryFunctionPlan } from "../model/loop-plan.js";
import { boundFunctions, planBinding } from "./binding.js";
import { planBundles } from "./bundles.js";
import { Callables, type Called } from "./callables.js";
import { DeclarationRecall, planDeclarations, planValidators, type DeclarationPlans } from "./declarations.js";
import { planCores, type FacadeRecall } from "./facades.js";
import { callGrounds, functionGrounds, type CallGrounds, type FunctionParts } from "./grounds.js";
import { Helpers, type UseRecall } from "./helpers.js";
import { IndexRecall, planIndex } from "./index-file.js";
import { Files } from "./layout-of-files.js";
import { planLoops, type LoopRecall } from "./loops.js";
import { planQueries } from "./queries.js";
import { planQueryFunctions, printedFunctions, type QueryFunctionRecall } from "./query-functions.js";
import { durationText, planPhases, planSchedule, planShuffle, type SchedulePlanRecall } from "./schedule.js";
import { symbolKey, type SymbolRef } from "../model/symbol.js";
import type { FilePlan, NameRef } from "../model/name-ref.js";
import type { QueryRowsPlan } from "../model/call-plan.js";

/** What was planned in earlier rounds of a session: parts that say the same again are the same objects. */
export class PlanRecall {
  readonly declarations = new DeclarationRecall();
  readonly bundles = new Keep<BundlePlan>();
  readonly validators = new Keep<ValidatorsPlan>();
  readonly callables = new Recall<object, Callables>();
  readonly called = new Recall<object, CalledFunctions>();
  readonly queries = new Keep<QueryRowsPlan>();
  readonly loops: LoopRecall = new Recall();
  readonly functions: QueryFunctionRecall = new Recall();
  readonly uses: UseRecall = new Recall();
  readonly cores: FacadeRecall = new Recall();
  readonly schedule: SchedulePlanRecall = new Recall();
  readonly shuffle = new Keep<ShufflePlan>();
  readonly binding = new Keep<BindingPlan>();
  readonly reflection = new Keep<ReflectionPlan>();
  readonly world = new Keep<WorldPlan>();
  readonly index = new IndexRecall();
}

/** Decides the whole output of a project: every file, name and order. The same for the same meaning, in whatever order it comes. */
export function plan(checked: Checked, recall?: PlanRecall): Plan {
  const { app, contract } = checked;
  const files = new Files(checked);
  const callables = recalledOne(recall?.callables, namesOf(checked), () => new Callables(app, checked, files));
  const declarations = planDeclarations(contract, files, recall?.declarations);
  const functions = app && planFunctions(app, checked, { callables, declarations, files }, recall);
  const grounds = callGrounds(checked, files, callables, functions?.printed);
  const bundles = kept(recall?.bundles, planBundles(contract.bundles, declarations.components, files), pathOf);
  const cores = planCores(checked, files, grounds, recall?.cores);
  const schedule = app && recalledSchedule(app, files, grounds, recall?.schedule);
  const shuffled = schedule && planShuffle(schedule, files);
  return {
    ...declarations,
    ending: checked.ending,
    bundles,
    validators: kept(recall?.validators, planValidators(declarations, contract, files), pathOf),
    loops: functions?.loops ?? [],
    queries: functions?.queries ?? [],
    functions: functions?.functions ?? [],
    schedule,
    shuffle: shuffled && keptOne(recall?.shuffle, shuffled),
    cores,
    binding: functions?.binding && keptOne(recall?.binding, functions.binding),
    reflection: app === undefined ? undefined : keptOne(recall?.reflection, planReflection(declarations, files)),
    world: app === undefined ? undefined : keptOne(recall?.world, planWorld(app, declarations, bundles, cores, files)),
    index: planIndex(checked, declarations, bundles, cores, files, recall?.index),
    contract: { path: files.at("contract.json"), contract },
  };
}

/** What functions, their names and their places follow from. */
function namesOf({ app, sources, contract, output }: Checked): readonly unknown[] {
  return [app, sources, contract.cores, output];
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

/** The functions of an app, and what the binding calls them. */
interface CalledFunctions {
  readonly called: readonly Called[];
  readonly bound: readonly BoundFunction[];
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
  { callables, declarations, files }: Pick<FunctionParts, "declarations" | "files"> & { readonly callables: Callables },
  recall?: PlanRecall,
): FunctionPlans {
  const { called, bound } = recalledOne(recall?.called, namesOf(checked), () => ({
    called: callables.all(app),
    bound: boundFunctions(app, checked, files),
  }));
  const declared = declaredNames(checked);
  const helpers = new Helpers(
    files.at("binding.ts"),
    bound.map(({ name }) => name),
    called.map(({ body }) => body),
    (symbol) => declared(symbol) !== undefined,
  );
  const queries = kept(recall?.queries, planQueries(called, files), pathOf);
  const grounds = functionGrounds({ declarations, queries, helpers, declared, files });
  const loops = planLoops(called, app.schedule, grounds, recall?.loops);
  const functions = planQueryFunctions(called, grounds, recall?.functions);
  const printed = [...loops, ...functions].flatMap(({ form, bound: { name } }) =>
    form.kind === "column" ? [{ name, form }] : [],
  );
  const names = new Set(printed.map(({ name }) => name));
  const handed = [
    ...bound.filter(({ name }) => !names.has(name)),
    ...helpers.usedBy(
      printed.flatMap(({ form }) => [form, ...form.helpers].flatMap(({ body, kept }) => [body, ...kept])),
      recall?.uses,
    ),
  ];
  const binding = planBinding(app, checked, handed, files);
  return {
    queries,
    loops,
    functions,
    printed: printedFunctions(functions),
    // Where every body is printed and no View asks for a proof, there is nothing to join.
    binding: binding.functions.length + binding.proofs.length > 0 ? binding : undefined,
  };
}

/** The names of declarations in the contract, by the symbols of their authors. */
function declaredNames({ sources }: Checked): (symbol: SymbolRef) => string | undefined {
  const known = new Map([...sources.symbols].map(([name, symbol]) => [symbolKey(symbol), name]));
  return (symbol) => known.get(symbolKey(symbol));
}

function recalledSchedule(
  app: ResolvedApp,
  files: Files,
  grounds: CallGrounds,
  recall: SchedulePlanRecall | undefined,
): SchedulePlan {
  const { phases, sets, schedule } = app;
  const path = files.at("schedule.ts");
  return recalled(recall, schedule, [phases, sets, path], { ...alone, questions: grounds }, (questions) =>
    planSchedule({ phases, sets, schedule }, path, questions),
  );
}

function planWorld(
  app: ResolvedApp,
  declarations: DeclarationPlans,
  bundles: Plan["bundles"],
  cores: Plan["cores"],
  files: Files,
): WorldPlan {
  const { components, relations, resources, events, models } = declarations;
  return {
    file: { path: files.at("world.ts"), source: "ecsgen.config.ts" },
    components: components.map(({ file, name, key, doc, storage }) => {
      const init = storage === "tag" || storage === "toggle" ? undefined : `${name}Init`;
      return { name, from: file.path, key, doc, init };
    }),
    relations: relations.map(refTo),
    resources: resources.map(refTo),
    events: events.map(refTo),
    models: models.map(refTo),
    bundles: bundles.map((bundle) => {
      const { key, init, spawnDoc } = bundle;
      return { ...refTo(bundle), key, init, spawnDoc };
    }),
    cores: cores.map((core) => ({ key: core.key, facade: refTo(core) })),
    schedule: { name: "Schedule", from: files.at("schedule.ts") },
    phases: planPhases(app),
    fixedStep: durationText(app.fixedStep),
    maxFixedSteps: String(app.maxFixedSteps),
  };
}

/** What other files import from a generated one. */
function refTo({ name, file }: { readonly name: string; readonly file: FilePlan }): NameRef {
  return { name, from: file.path };
}
