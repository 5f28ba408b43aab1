import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { BundleComponentPlan, BundlePlan, MergeFieldPlan, MergePlan } from "../model/plan.js";
import { literal } from "./literal.js";
import { assignBinary, assignChoice, call, object, quoted } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import { SourceFile } from "./print/source-file.js";
import { docLines, textArray, textLine, textLines, textOfAll } from "./print/text.js";

/** A bundle or prefab: what its spawner takes, its values, and its token, which puts the one over the other. */
export function emitBundle(plan: BundlePlan, ending: ImportEnding): GeneratedFile {
  const valued = plan.components.filter(({ merge }) => merge !== undefined);
  const merges = valued.flatMap((part) => allOf(part.merge).map((merge) => ({ part, merge })));
  const own = [plan.name, ...(plan.init === undefined ? [] : [plan.init]), ...merges.map(({ merge }) => merge.name)];
  const file = new SourceFile(plan.file, [...own, "values"], ending);
  return file.finish([
    ...(plan.init === undefined ? [] : [initInterface(plan, plan.init, file)]),
    ...(valued.length === 0 ? [] : [values(plan, valued, file)]),
    token(plan, valued.length > 0, file),
    ...merges.map(({ part, merge }) => mergeFunction(plan, part, merge, file)),
  ]);
}

function initInterface(plan: BundlePlan, init: string, file: SourceFile): string {
  const members = plan.components.filter(({ hasData }) => hasData);
  const said = members.some(({ merge }) => merge !== undefined);
  const missing = `what is missing takes ${said ? "what the prefab says, or its default" : "its default"}`;
  const given = textOfAll(members, ({ component }) => {
    return `${docLines("  ", component.doc)}  ${component.key}?: ${initOf(component, file)} | undefined;\n`;
  });
  return `/** What may be given for \`${plan.key}\`; ${missing}. */
export interface ${init} {
${given}}
`;
}

function initOf(component: BundleComponentPlan["component"], file: SourceFile): string {
  return file.type(`${component.name}Init`, component.file.path);
}

function values(plan: BundlePlan, valued: readonly BundleComponentPlan[], file: SourceFile): string {
  const said = valued.map(({ component, values: given }): Inline => {
    return [`${component.key}: `, literal({ kind: "group", group: component.row }, given, file)];
  });
  return `/** What \`${plan.key}\` says of its components. */
${textLine("", ["const values = ", object(said), ` satisfies ${plan.init}`], ";")}`;
}

function token(plan: BundlePlan, hasValues: boolean, file: SourceFile): string {
  const type = file.type("BundleType", "ecsgen/runtime");
  const was = plan.was.map((name) => `"${name}"`);
  const components = plan.components.map(({ component }) => file.value(component.name, component.file.path));
  return `${docLines("", plan.doc)}export const ${plan.name}: ${type}<${plan.init ?? "never"}> = {
  kind: "${plan.kind}",
  name: "${plan.qualified}",
${was.length === 0 ? "" : textArray("  ", "was: ", was, ",")}  key: "${plan.key}",
  id: 0x${plan.id}n,
${textArray("  ", "components: ", components, ",")}  ${hasValues ? "values," : "values: {},"}
  create: (${plan.init === undefined ? "" : "given"}) => ({
${textLines("    ", plan.components.map(created))}  }),
};
`;
}

function created({ component: { key }, hasData, merge }: BundleComponentPlan): string {
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
): string {
  const type = typeAt(initOf(component, file), merge.path);
  const from = ["values", component.key, ...merge.path].join(".");
  const takes = `given: ${type}${merge.path.length === 0 ? " | undefined" : ""}`;
  const fields = merge.fields.filter(({ said }) => said || !merge.spread);
  const head = textLine("", call(`function ${merge.name}`, [takes]), `: ${type} {`);
  return `/** What is given for \`${[component.key, ...merge.path].join(".")}\`, over what \`${plan.key}\` says. */
${head}  if (given === undefined) return ${from};
  return {
${merge.spread ? "    ...given,\n" : ""}${textOfAll(fields, (part) => textLine("    ", merged(part, from), ","))}  };
}
`;
}

/** \`HullInit["armour"]\`; a part of a part is there, since it is asked for. */
function typeAt(init: string, path: readonly string[]): string {
  return path.reduce((type, name, index) => `${index === 0 ? type : `NonNullable<${type}>`}[${quoted(name)}]`, init);
}

function merged({ field, said: isSaid, merge }: MergeFieldPlan, from: string): Inline {
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
