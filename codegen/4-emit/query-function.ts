// A function that takes whole queries, with its body in it.
import type { ColumnFormPlan, FunctionParameterPlan, QueryFunctionPlan } from "../model/loop-plan.js";
import { bodyLines, localLines, localsOf, walkFunctions } from "./body-text.js";
import { readerType } from "./calls.js";
import { helperFunctions, helperNames } from "./helpers.js";
import { call } from "./print/constructs.js";
import { SourceFile } from "./print/source-file.js";
import { docLines, textLine } from "./print/text.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { TypeText } from "../model/name-ref.js";

/** A function whose body can be printed. */
export type PrintedFunction = QueryFunctionPlan & { readonly form: ColumnFormPlan };

/** Whether the body of a function can be printed. */
export function isPrinted(plan: QueryFunctionPlan): plan is PrintedFunction {
  return plan.form.kind === "column";
}

/** Prints the column form of a function that runs once. */
export function emitQueryFunction(plan: PrintedFunction, ending: ImportEnding): GeneratedFile {
  const { form } = plan;
  const names = plan.parameters.map(({ argument }) => argument.name);
  const own = [
    plan.name,
    ...names,
    ...form.taken,
    ...form.steady.values(),
    ...localsOf(form.body),
    ...helperNames(form),
  ];
  const file = new SourceFile(plan.file, own, ending);
  const parameters = plan.parameters.map((parameter) => parameterText(parameter, form, file));
  const { qualified, place } = plan.function;
  const head = [call(`export function ${plan.name}`, parameters), `: ${typeOf(plan.returns, file)} {`];
  return file.finish([
    `${docLines("", plan.doc)}${textLine("", head)}${localLines(form, file)}\
  // The body of \`${qualified.replace(/^.*[.#]/, "")}\` in ${place.file}.
${bodyLines("  ", form.body, file)}}
`,
    ...helperFunctions(form, file),
    ...walkFunctions(form.body, file),
  ]);
}

function parameterText(parameter: FunctionParameterPlan, { used }: ColumnFormPlan, file: SourceFile): string {
  const { argument, optional, rest } = parameter;
  const name = argument.name.replace(/^\.\.\./, "");
  return `${rest ? "..." : ""}${used.has(name) || name.startsWith("_") ? "" : "_"}${name}${optional ? "?" : ""}: ${parameterType(parameter, file)}`;
}

function parameterType({ argument, type }: FunctionParameterPlan, file: SourceFile): string {
  switch (argument.kind) {
    case "world":
      return file.type("World", "ecsgen/runtime");
    case "commands":
      return file.type("Commands", "ecsgen/runtime");
    case "entity":
      return file.type("Entity", "ecsgen/runtime");
    case "resource":
      return file.type(argument.token.name, argument.token.from);
    case "writer":
      return `${file.type("EventWriter", "ecsgen/runtime")}<${file.type(argument.token.name, argument.token.from)}>`;
    case "reader":
      return readerType(argument, file);
    case "query":
      return file.type(argument.rows.name, argument.rows.from);
    case "local":
      return typeOf(type, file);
  }
}

function typeOf(type: TypeText, file: SourceFile): string {
  return type.map((part) => (typeof part === "string" ? part : file.type(part.name, part.from))).join("");
}
