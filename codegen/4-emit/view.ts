import type { CorePlan, FacadeFunction, FacadeParameter, FeaturePlan } from "../model/plan.js";
import { memberStarts, memberTypes, printCall } from "./calls.js";
import { call, doc } from "./print/constructs.js";
import { code, lines, paragraphs, type Layout } from "./print/layout.js";
import { SourceFile, type FileLayout } from "./print/source-file.js";
import type { TypeText } from "../model/name-ref.js";

/** The Views of a core: a facade for each, bound to a world; in a library, where nothing is bound, their tokens. */
export function emitViews(plan: CorePlan): FileLayout {
  const names = plan.features.flatMap((feature) => [feature.name, ...parameterNames(feature)]);
  const file = new SourceFile(plan.file, [plan.name, "world", ...names]);
  const bound = plan.features.some((feature) => feature.module !== undefined);
  return file.finish(code`
${paragraphs([
  ...plan.features.map((feature) =>
    feature.module === undefined ? viewToken(feature, plan, file) : facade(feature, feature.module, plan, file),
  ),
  ...(bound ? [coreFacade(plan, file)] : []),
])}
`);
}

function parameterNames(feature: FeaturePlan): string[] {
  return feature.functions.flatMap((called) => called.parameters.map((parameter) => parameter.name));
}

function viewToken(feature: FeaturePlan, core: CorePlan, file: SourceFile): Layout {
  return code`
${doc(feature.doc === "" ? `\`${core.key}.${feature.key}\`.` : feature.doc)}
export const ${feature.name}: ${file.type("ViewType", "ecsgen/runtime")} = ${viewType(feature)};
`;
}

function viewType(feature: FeaturePlan): Layout {
  return code`
{
  kind: "view",
  name: "${feature.view}",
  id: 0x${feature.id}n,
  apiVersion: 0x${feature.apiVersion}n,
}
`;
}

function facade(feature: FeaturePlan, module: string, core: CorePlan, file: SourceFile): Layout {
  const world = file.type("World", "ecsgen/runtime");
  const provided = `\`${core.key}.${feature.key}\`, provided by \`${module}\`.`;
  const calls = feature.functions.map((called) => called.call);
  return code`
${doc(feature.doc === "" ? provided : `${feature.doc}\n\n${provided}`)}
export class ${feature.name} {
  static readonly type: ${file.type("ViewType", "ecsgen/runtime")} = ${viewType(feature)};
  readonly ${feature.world}: ${world};
  ${lines(calls.flatMap((plan) => memberTypes(plan, file)))}

  constructor(world: ${world}) {
    this.${feature.world} = world;
    ${lines(calls.flatMap((plan) => memberStarts(plan, file)))}
  }

  ${paragraphs(feature.functions.map((called) => facadeMethod(called, feature, file)))}
}
`;
}

function facadeMethod(called: FacadeFunction, feature: FeaturePlan, file: SourceFile): Layout {
  const given = called.parameters.map((parameter) => printParameter(parameter, file));
  const types = called.typeParameters.map((type) => printType(type, file));
  const name = types.length === 0 ? called.name : `${called.name}<${types.join(", ")}>`;
  const returned = called.call.kind === "loop" || called.returns.join() === "void" ? "" : "return ";
  return code`
${doc(called.doc)}
${call(name, given)}: ${printType(called.returns, file)} {
  ${returned}${printCall(called.call, `this.${feature.world}`, file)};
}
`;
}

function printParameter({ name, type, optional, rest }: FacadeParameter, file: SourceFile): string {
  return `${rest ? "..." : ""}${name}${optional ? "?" : ""}: ${printType(type, file)}`;
}

function printType(type: TypeText, file: SourceFile): string {
  return type.map((part) => (typeof part === "string" ? part : file.type(part.name, part.from))).join("");
}

function coreFacade(plan: CorePlan, file: SourceFile): Layout {
  const world = file.type("World", "ecsgen/runtime");
  return code`
${doc(plan.doc === "" ? `The Views of \`${plan.key}\`.` : plan.doc)}
export class ${plan.name} {
  ${lines(plan.features.map((feature) => `readonly ${feature.key}: ${feature.name};`))}

  constructor(world: ${world}) {
    ${lines(plan.features.map((feature) => `this.${feature.key} = new ${feature.name}(world);`))}
  }
}
`;
}
