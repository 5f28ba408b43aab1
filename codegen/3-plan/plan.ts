import type { Checked } from "../model/checked.js";
import type { DeclarationPlan, IndexPlan, Plan, WorldPlan } from "../model/plan.js";
import { durationText, planBinding, planLoops } from "./app.js";
import { planBundles } from "./bundles.js";
import { planDeclarations, planValidators, type DeclarationPlans } from "./declarations.js";
import { planCores } from "./facades.js";
import { Files } from "./layout-of-files.js";
import { compareText } from "./names.js";
import { planPhases, planSchedule } from "./schedule.js";

/** Decides the whole output of a project: every file, name and order. The same for the same meaning, in whatever order it comes. */
export function plan(checked: Checked): Plan {
  const { app, contract } = checked;
  const files = new Files(checked);
  const declarations = planDeclarations(contract, files);
  const bundles = planBundles(contract.bundles, declarations.components, files);
  const cores = planCores(checked, files);
  return {
    ...declarations,
    bundles,
    validators: planValidators(declarations, contract, files),
    loops: app === undefined ? [] : planLoops(app, checked, files),
    schedule: app === undefined ? undefined : planSchedule(app, checked, files),
    cores,
    binding: app === undefined ? undefined : planBinding(app, checked, files),
    world: planWorld(checked, declarations, bundles, cores, files),
    index: planIndex(checked, declarations, bundles, cores, files),
    contract: { path: files.at("contract.json"), contract },
  };
}

function planWorld(
  { app }: Checked,
  declarations: DeclarationPlans,
  bundles: Plan["bundles"],
  cores: Plan["cores"],
  files: Files,
): WorldPlan | undefined {
  if (app === undefined) return undefined;
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
  const clocks = new Set<DeclarationPlan>(resources.filter((resource) => resource.clock));
  const tokens = all.map((declaration) => exportsOf(declaration, clocks.has(declaration), taken));
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
