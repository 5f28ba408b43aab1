// The entry point of what was generated: all that users import.
import { alone, recalled, Recall, recalledOne } from "../memo/recall.js";
import type { Checked } from "../model/checked.js";
import type { DeclarationPlan, IndexPlan, Plan } from "../model/plan.js";
import type { DeclarationPlans } from "./declarations.js";
import type { Files } from "./layout-of-files.js";
import { compareText } from "./names.js";

/** What was planned in earlier rounds of a session. */
export class IndexRecall {
  readonly offers = new Recall<DeclarationPlan, Offer>();
  readonly index = new Recall<object, IndexPlan>();
}

/** What a declaration has for users, more than whose name is known elsewhere. */
interface Offer {
  readonly from: string;
  readonly name: string;
  readonly init: string | undefined;
  /** Types of fields, and the words of enums: left out when something else has their names. */
  readonly parts: readonly string[];
  readonly words: readonly string[];
}

type Exported = IndexPlan["exports"][number];

/** Everything that users import. Validators are not part of it, so that only those who want them load zod. */
export function planIndex(
  checked: Checked,
  declarations: DeclarationPlans,
  bundles: Plan["bundles"],
  cores: Plan["cores"],
  files: Files,
  recall?: IndexRecall,
): IndexPlan {
  const { components, relations, resources, events, models } = declarations;
  const kept = new Set<DeclarationPlan>(resources.filter(({ clock, random }) => clock || random));
  const all = [...components, ...relations, ...resources, ...events, ...models];
  const offers = all.map((plan) =>
    recalled(recall?.offers, plan, [kept.has(plan)], alone, () => offerOf(plan, kept.has(plan))),
  );
  const sets = bundles.map(({ file, name, init }): Exported => {
    return { from: file.path, values: [name], types: init === undefined ? [] : [init] };
  });
  const world = { from: files.at("world.ts"), values: ["World", "createWorld"], types: ["Components"] };
  const views = cores.map(({ file, features }): Exported => {
    return { from: file.path, values: features.map(({ name }) => name), types: [] };
  });
  const own = checked.app === undefined ? views.filter(({ values }) => values.length > 0) : [world];
  const path = files.at("index.ts");
  return recalledOne(recall?.index, [offers, sets, own, path], () => ({
    file: { path, source: "ecsgen.config.ts" },
    exports: [
      { from: "ecsgen/runtime", values: ["NO_ENTITY"], types: ["Entity"] },
      ...[...exportsOf(offers, sets), ...sets, ...own].sort((a, b) => compareText(a.from, b.from)),
    ],
  }));
}

function offerOf({ enums, groups, unions, row, name, file }: DeclarationPlan, withoutInit: boolean): Offer {
  return {
    from: file.path,
    name,
    init: withoutInit || row.fields.length === 0 ? undefined : `${name}Init`,
    parts: [
      ...enums.map(({ type }) => type),
      ...groups.map(({ named }) => named?.value).filter((name) => name !== undefined),
      ...unions.map(({ type }) => type),
    ],
    words: enums.map(({ words }) => words),
  };
}

/** The tokens and the types of declarations. The type of a field is left out when something else has its name. */
function exportsOf(offers: readonly Offer[], sets: readonly Exported[]): Exported[] {
  const taken = new Set(["Entity", "NO_ENTITY", "World", "createWorld", "Components"]);
  for (const { name } of offers) taken.add(name).add(`${name}Init`);
  for (const name of sets.flatMap(({ values, types }) => [...values, ...types])) taken.add(name);
  const unclaimed = (part: string): boolean => !taken.has(part) && taken.add(part).has(part);
  return offers.map(({ from, name, init, parts, words }): Exported => {
    const values = [name, ...words.filter(unclaimed)];
    const types = [...(init === undefined ? [] : [init]), ...parts.filter(unclaimed)];
    return { from, values, types: types.sort() };
  });
}
