// Bundles and prefabs: what a spawner takes, and how that goes over the values of a prefab.
import type { Bundle, BundleComponent } from "../model/contract.js";
import type { FieldPlan } from "../model/field-plan.js";
import type { BundleComponentPlan, BundlePlan, ComponentPlan, MergePlan } from "../model/plan.js";
import type { Literal } from "../model/raw.js";
import { withNotes } from "./docs.js";
import type { Files } from "./layout-of-files.js";
import { Scope, camel, compareText, pascal } from "./names.js";

/** Plans every bundle and prefab, in order of name. */
export function planBundles(
  bundles: readonly Bundle[],
  components: readonly ComponentPlan[],
  files: Files,
): BundlePlan[] {
  const byName = new Map(components.map((component) => [component.qualified, component]));
  return [...bundles].sort((a, b) => compareText(a.name, b.name)).map((bundle) => planBundle(bundle, byName, files));
}

function planBundle(bundle: Bundle, byName: ReadonlyMap<string, ComponentPlan>, files: Files): BundlePlan {
  const { name, from } = files.bundle(bundle.name);
  const merges = new Scope();
  const components = bundle.components.map((part) => planComponent(part, byName, merges));
  const init = components.some(({ hasData }) => hasData) ? `${name}Init` : undefined;
  const isMarked = components.some(({ merge }) => merge !== undefined);
  return {
    file: { path: from, source: files.source(bundle.name) },
    kind: bundle.kind,
    name,
    qualified: bundle.name,
    was: bundle.was,
    key: camel(name),
    doc: bundle.doc,
    id: bundle.id,
    init,
    spawnDoc: withNotes(bundle.doc, [init && missing(isMarked), "Throws as `spawn` does."]),
    components,
  };
}

function missing(hasValues: boolean): string {
  const takes = hasValues ? "what the prefab says, or its default" : "its default";
  return `What is missing takes ${takes}.`;
}

function planComponent(
  { component: qualified, values }: BundleComponent,
  byName: ReadonlyMap<string, ComponentPlan>,
  merges: Scope,
): BundleComponentPlan {
  const component = byName.get(qualified);
  if (component === undefined) throw new Error(`the contract does not declare \`${qualified}\``);
  const said = Object.keys(values).length > 0;
  return {
    component,
    hasData: component.storage === "table" || component.storage === "sparse",
    values,
    merge: said ? planMerge(component.row.fields, values, `merge${pascal(component.name)}`, [], merges) : undefined,
  };
}

function planMerge(
  fields: readonly FieldPlan[],
  values: Literal,
  name: string,
  path: readonly string[],
  merges: Scope,
): MergePlan {
  const said = new Map(typeof values === "object" ? Object.entries<Literal>({ ...values }) : []);
  const isIn = (field: FieldPlan): boolean => said.has(field.name);
  return {
    name: merges.take(name),
    path,
    spread: fields.some((field) => !isIn(field) && field.optional && !field.startsAbsent),
    fields: fields.map((field) => {
      const { value } = field;
      if (value.kind !== "group" || !isIn(field)) return { field, said: isIn(field), merge: undefined };
      const inner = `${name}${pascal(field.name)}`;
      const merge = planMerge(value.group.fields, said.get(field.name), inner, [...path, field.name], merges);
      return { field, said: true, merge };
    }),
  };
}
