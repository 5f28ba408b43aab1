import type { BundleComponentPlan, BundlePlan, MergeFieldPlan, MergePlan } from "../model/plan.js";
import { literal } from "./literal.js";
import { array, assignBinary, assignChoice, call, doc, object, quoted } from "./print/constructs.js";
import { code, lines, paragraphs, type Inline, type Layout } from "./print/layout.js";
import { SourceFile, type FileLayout } from "./print/source-file.js";

/** A bundle or prefab: what its spawner takes, its values, and its token, which puts the one over the other. */
export function emitBundle(plan: BundlePlan): FileLayout {
  const valued = plan.components.filter(({ merge }) => merge !== undefined);
  const merges = valued.flatMap((part) => allOf(part.merge).map((merge) => ({ part, merge })));
  const own = [plan.name, ...(plan.init === undefined ? [] : [plan.init]), ...merges.map(({ merge }) => merge.name)];
  const file = new SourceFile(plan.file, [...own, "values"]);
  return file.finish(code`
${paragraphs([
  ...(plan.init === undefined ? [] : [initInterface(plan, plan.init, file)]),
  ...(valued.length === 0 ? [] : [values(plan, valued, file)]),
  token(plan, valued.length > 0, file),
  ...merges.map(({ part, merge }) => mergeFunction(plan, part, merge, file)),
])}
`);
}

function initInterface(plan: BundlePlan, init: string, file: SourceFile): Layout {
  const members = plan.components.filter(({ hasData }) => hasData);
  const said = members.some(({ merge }) => merge !== undefined);
  const missing = `what is missing takes ${said ? "what the prefab says, or its default" : "its default"}`;
  return code`
/** What may be given for \`${plan.key}\`; ${missing}. */
export interface ${init} {
  ${lines(
    members.map(
      ({ component }) => code`
${doc(component.doc)}
${component.key}?: ${initOf(component, file)} | undefined;
`,
    ),
  )}
}
`;
}

function initOf(component: BundleComponentPlan["component"], file: SourceFile): string {
  return file.type(`${component.name}Init`, component.file.path);
}

function values(plan: BundlePlan, valued: readonly BundleComponentPlan[], file: SourceFile): Layout {
  const said = valued.map(({ component, values: given }): Inline => {
    return [`${component.key}: `, literal({ kind: "group", group: component.row }, given, file)];
  });
  return code`
/** What \`${plan.key}\` says of its components. */
const values = ${object(said)} satisfies ${plan.init};
`;
}

function token(plan: BundlePlan, hasValues: boolean, file: SourceFile): Layout {
  const type = file.type("BundleType", "ecsgen/runtime");
  return code`
${doc(plan.doc)}
export const ${plan.name}: ${type}<${plan.init ?? "never"}> = {
  kind: "${plan.kind}",
  name: "${plan.qualified}",
  ${lines(plan.was.length === 0 ? [] : [code`was: ${array(plan.was.map((name) => `"${name}"`))},`])}
  key: "${plan.key}",
  id: 0x${plan.id}n,
  components: ${array(plan.components.map(({ component }) => file.value(component.name, component.file.path)))},
  ${hasValues ? "values," : "values: {},"}
  create: (${plan.init === undefined ? "" : "given"}) => ({
    ${lines(plan.components.map(created))}
  }),
};
`;
}

function created({ component: { key }, hasData, merge }: BundleComponentPlan): Layout {
  if (!hasData) return `${key}: true,`;
  return merge === undefined ? `${key}: given?.${key} ?? {},` : `${key}: ${merge.name}(given?.${key}),`;
}

/** A function, and those that it calls for its parts. */
function allOf(merge: MergePlan | undefined): MergePlan[] {
  return merge === undefined ? [] : [merge, ...merge.fields.flatMap((part) => allOf(part.merge))];
}

function mergeFunction(
  plan: BundlePlan,
  { component }: BundleComponentPlan,
  merge: MergePlan,
  file: SourceFile,
): Layout {
  const type = typeAt(initOf(component, file), merge.path);
  const from = ["values", component.key, ...merge.path].join(".");
  const takes = `given: ${type}${merge.path.length === 0 ? " | undefined" : ""}`;
  const fields = merge.fields.filter(({ said }) => said || !merge.spread);
  return code`
/** What is given for \`${[component.key, ...merge.path].join(".")}\`, over what \`${plan.key}\` says. */
${call(`function ${merge.name}`, [takes])}: ${type} {
  if (given === undefined) return ${from};
  return {
    ${merge.spread ? "...given," : undefined}
    ${lines(fields.map((part) => [merged(part, from), ","]))}
  };
}
`;
}

/** \`HullInit["armour"]\`; a part of a part is there, since it is asked for. */
function typeAt(init: string, path: readonly string[]): string {
  return path.reduce((type, name, index) => `${index === 0 ? type : `NonNullable<${type}>`}[${quoted(name)}]`, init);
}

function merged({ field, said: isSaid, merge }: MergeFieldPlan, from: string): Layout {
  const { name, optional } = field;
  const given = `given.${name}`;
  if (!isSaid) return `${name}: ${given}`;
  const said = `${from}.${name}`;
  if (!optional) {
    if (merge !== undefined) return `${name}: ${merge.name}(${given})`;
    return assignBinary(name, ":", given, "??", said);
  }
  const yes = merge === undefined ? given : `${given} && ${merge.name}(${given})`;
  return assignChoice(name, ":", `${quoted(name)} in given`, yes, said);
}
