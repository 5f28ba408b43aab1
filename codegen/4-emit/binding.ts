import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { BindingPlan, BoundFunction, ProofPlan } from "../model/plan.js";
import { generic, moduleLine, objectType } from "./print/constructs.js";
import { compareSpecifiers, SourceFile, specifierOf } from "./print/source-file.js";
import { textLine, textOfAll } from "./print/text.js";

/** The one file that imports system modules, with the proof that they are what the Views ask for. */
export function emitBinding(plan: BindingPlan, ending: ImportEnding): GeneratedFile {
  const file = new SourceFile(plan.file, ["Proof"], ending);
  const exported = exportLines(plan, ending);
  const body = [
    ...(exported === "" ? [] : [exported]),
    ...plan.functions.flatMap((bound) => narrowerFunction(bound, file)),
    ...(plan.proofs.length === 0 ? [] : [proof(plan, file)]),
  ];
  return file.finish(body, "// The one file that joins the contract and the system modules.\n");
}

function exportLines(plan: BindingPlan, ending: ImportEnding): string {
  const byFile = new Map<string, BoundFunction[]>();
  for (const bound of plan.functions.filter(({ as }) => as === undefined)) {
    const specifier = specifierOf(plan.file.path, bound.symbol.from, ending);
    const functions = byFile.get(specifier);
    if (functions === undefined) byFile.set(specifier, [bound]);
    else functions.push(bound);
  }
  const files = [...byFile].sort(([a], [b]) => compareSpecifiers(a, b));
  return textOfAll(files, ([specifier, functions]) =>
    textLine("", moduleLine("export", functions.map(renamed), specifier)),
  );
}

/** Callers give all that the View says, so it is known to them by the View's type. */
function narrowerFunction({ name, symbol, as }: BoundFunction, file: SourceFile): string[] {
  if (as === undefined) return [];
  const type = `${file.type(as.view.name, as.view.from)}["${as.function}"]`;
  return [
    `/** It may take fewer parameters than its View gives. */
export const ${name}: ${type} = ${file.ref(symbol)};
`,
  ];
}

function renamed({ name, symbol }: BoundFunction): string {
  return name === symbol.name ? name : `${symbol.name} as ${name}`;
}

function proof({ modules, proofs }: BindingPlan, file: SourceFile): string {
  const names = modules.map((name) => `\`${name}\``);
  return `/** \`tsc\` fails here when ${names.join(" or ")} no longer satisfies a View that the app requires of it. */
export type Proof = [
${textOfAll(proofs, (part) => satisfied(part, file))}];
`;
}

function satisfied({ feature, functions, view }: ProofPlan, file: SourceFile): string {
  const types = functions.map(({ name, symbol }) => `${name}: typeof ${file.type(symbol.name, symbol.from)}`);
  const of = file.type(view.name, view.from);
  const line = generic(file.type("Satisfies", "ecsgen/runtime"), [objectType(types), of]);
  return `  // ${feature}\n${textLine("  ", line, ",")}`;
}
