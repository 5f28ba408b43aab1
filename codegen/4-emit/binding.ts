import type { BindingPlan, BoundFunction, ProofPlan } from "../model/plan.js";
import { generic, moduleLine, objectType } from "./print/constructs.js";
import { code, lines, paragraphs, type Layout } from "./print/layout.js";
import { compareSpecifiers, SourceFile, specifierOf, type FileLayout } from "./print/source-file.js";

/** The one file that imports system modules, with the proof that they are what the Views ask for. */
export function emitBinding(plan: BindingPlan): FileLayout {
  const file = new SourceFile(plan.file, ["Proof"]);
  const body = code`
${paragraphs([
  code`${lines(exportLines(plan))}`,
  ...plan.functions.flatMap((bound) => shorterFunction(bound, file)),
  ...(plan.proofs.length === 0 ? [] : [proof(plan, file)]),
])}
`;
  return file.finish(body, "// The one file that joins the contract and the system modules.");
}

function exportLines(plan: BindingPlan): Layout[] {
  const byFile = new Map<string, BoundFunction[]>();
  for (const bound of plan.functions.filter(({ as }) => as === undefined)) {
    const specifier = specifierOf(plan.file.path, bound.symbol.from);
    byFile.set(specifier, [...(byFile.get(specifier) ?? []), bound]);
  }
  return [...byFile]
    .sort(([a], [b]) => compareSpecifiers(a, b))
    .map(([specifier, functions]) => moduleLine("export", functions.map(renamed), specifier));
}

/** Callers give all that the View says, so it is known to them by the View's type. */
function shorterFunction({ name, symbol, as }: BoundFunction, file: SourceFile): Layout[] {
  if (as === undefined) return [];
  const type = `${file.type(as.view.name, as.view.from)}["${as.function}"]`;
  return [
    code`
/** It takes fewer parameters than its View gives. */
export const ${name}: ${type} = ${file.ref(symbol)};
`,
  ];
}

function renamed({ name, symbol }: BoundFunction): string {
  return name === symbol.name ? name : `${symbol.name} as ${name}`;
}

function proof(plan: BindingPlan, file: SourceFile): Layout {
  const names = plan.modules.map((name) => `\`${name}\``);
  return code`
/** \`tsc\` fails here when ${names.join(" or ")} no longer satisfies a View that the app requires of it. */
export type Proof = [
  ${lines(plan.proofs.map((part) => satisfied(part, file)))}
];
`;
}

function satisfied(part: ProofPlan, file: SourceFile): Layout {
  const functions = part.functions.map(({ name, symbol }) => `${name}: typeof ${file.type(symbol.name, symbol.from)}`);
  const view = file.type(part.view.name, part.view.from);
  return code`
// ${part.feature}
${generic(file.type("Satisfies", "ecsgen/runtime"), [objectType(functions), view])},
`;
}
