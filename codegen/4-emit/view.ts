import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { TypeText } from "../model/name-ref.js";
import type { CorePlan, FacadeFunction, FacadeParameter, FeaturePlan } from "../model/plan.js";
import { memberStarts, memberTypes, printCall } from "./calls.js";
import { call } from "./print/constructs.js";
import { SourceFile } from "./print/source-file.js";
import { docLines, textLine, textLines, textOfAll } from "./print/text.js";

/** The Views of a core: a facade for each, bound to a world; in a library, where nothing is bound, their tokens. */
export function emitViews(plan: CorePlan, ending: ImportEnding): GeneratedFile {
  const names = plan.features.flatMap((feature) => [feature.name, ...parameterNames(feature)]);
  const file = new SourceFile(plan.file, [plan.name, "world", ...names], ending);
  const bound = plan.features.some((feature) => feature.module !== undefined);
  return file.finish([
    ...plan.features.map((feature) =>
      feature.module === undefined ? viewToken(feature, plan, file) : facade(feature, feature.module, plan, file),
    ),
    ...(bound ? [coreFacade(plan, file)] : []),
  ]);
}

function parameterNames(feature: FeaturePlan): string[] {
  return feature.functions.flatMap((called) => called.parameters.map((parameter) => parameter.name));
}

function viewToken(feature: FeaturePlan, core: CorePlan, file: SourceFile): string {
  const doc = docLines("", feature.doc === "" ? `\`${core.key}.${feature.key}\`.` : feature.doc);
  return `${doc}export const ${feature.name}: ${viewType("", feature, file)}`;
}

/** Its type, and what it is. */
function viewType(margin: string, { view, id, apiVersion }: FeaturePlan, file: SourceFile): string {
  return `${file.type("ViewType", "ecsgen/runtime")} = {
${margin}  kind: "view",
${margin}  name: "${view}",
${margin}  id: 0x${id}n,
${margin}  apiVersion: 0x${apiVersion}n,
${margin}};
`;
}

function facade(feature: FeaturePlan, module: string, core: CorePlan, file: SourceFile): string {
  const world = file.type("World", "ecsgen/runtime");
  const provided = `\`${core.key}.${feature.key}\`, provided by \`${module}\`.`;
  const type = viewType("  ", feature, file);
  const { functions, world: member } = feature;
  const types = textOfAll(functions, (of) => textLines("  ", memberTypes(of.call, file)));
  const starts = textOfAll(functions, (of) => textOfAll(memberStarts(of.call, file), (each) => textLine("    ", each)));
  return `${docLines("", feature.doc === "" ? provided : `${feature.doc}\n\n${provided}`)}export class ${feature.name} {
  static readonly type: ${type}  readonly ${member}: ${world};
${types}
  constructor(world: ${world}) {
    this.${member} = world;
${starts}  }
${textOfAll(functions, (called) => facadeMethod(called, feature, file))}}
`;
}

/** Behind a blank line. */
function facadeMethod(called: FacadeFunction, feature: FeaturePlan, file: SourceFile): string {
  const given = called.parameters.map((parameter) => printParameter(parameter, file));
  const types = called.typeParameters.map((type) => printType(type, file));
  const name = types.length === 0 ? called.name : `${called.name}<${types.join(", ")}>`;
  const head = textLine("  ", call(name, given), `: ${printType(called.returns, file)} {`);
  const returned = called.call.kind === "loop" || called.returns.join() === "void" ? "" : "return ";
  return `
${docLines("  ", called.doc)}${head}${textLine("    ", [returned, printCall(called.call, `this.${feature.world}`, file)], ";")}  }
`;
}

function printParameter({ name, type, optional, rest }: FacadeParameter, file: SourceFile): string {
  return `${rest ? "..." : ""}${name}${optional ? "?" : ""}: ${printType(type, file)}`;
}

function printType(type: TypeText, file: SourceFile): string {
  return type.map((part) => (typeof part === "string" ? part : file.type(part.name, part.from))).join("");
}

function coreFacade(plan: CorePlan, file: SourceFile): string {
  const world = file.type("World", "ecsgen/runtime");
  const doc = docLines("", plan.doc === "" ? `The Views of \`${plan.key}\`.` : plan.doc);
  return `${doc}export class ${plan.name} {
${textOfAll(plan.features, ({ key, name }) => `  readonly ${key}: ${name};\n`)}
  constructor(world: ${world}) {
${textOfAll(plan.features, ({ key, name }) => `    this.${key} = new ${name}(world);\n`)}  }
}
`;
}
