// Functions of the project that a loop hands columns to, or values of them, below the loop.
import type { ColumnFormPlan, HandedType, HelperParameterPlan, HelperPlan } from "../model/loop-plan.js";
import { bodyLines, bodyText, localLines, localsOf } from "./body-text.js";
import { columnType } from "./cursor.js";
import { call } from "./print/constructs.js";
import type { SourceFile } from "./print/source-file.js";
import { docLines, textLine } from "./print/text.js";
import { elementType } from "./table-columns.js";

/** The functions of a form: constants, of which V8 need not look for every row whether they are still what they were. */
export function helperFunctions({ helpers }: ColumnFormPlan, file: SourceFile): string[] {
  return helpers.map((plan) => helperFunction(plan, file));
}

function helperFunction(plan: HelperPlan, file: SourceFile): string {
  const { name, parameters, returns, body, function: of } = plan;
  const given = parameters.map((parameter) => parameter.name + parameterRest(parameter, file));
  const type = returns === undefined ? "" : `: ${bodyText(returns, file)}`;
  const doc = `\`${of.name}\` of ${of.file}, given ${isOfValues(plan) ? "values of a row" : "columns and a row"}.`;
  const head = textLine("", [call(`const ${name} = `, given), type, " => {"]);
  const kept = localLines({ kept: plan.kept, steady: new Map() }, file);
  return `${docLines("", doc)}${head}${kept}${bodyLines("  ", body, file)}};\n`;
}

function isOfValues({ parameters }: HelperPlan): boolean {
  return parameters.some(({ kind, ...parameter }) => kind === "entity" || ("value" in parameter && parameter.value));
}

function parameterRest(parameter: HelperParameterPlan, file: SourceFile): string {
  switch (parameter.kind) {
    case "column": {
      const { type, value, maybe } = parameter;
      return `: ${value ? valueType(type, file) : arrayType(type, file)}${maybe ? " | undefined" : ""}`;
    }
    case "vector":
      return `: readonly ${columnType(parameter.of, file)}[]`;
    case "presence":
      return ": boolean";
    case "entity":
      return `: ${file.type("Entity", "ecsgen/runtime")}`;
    case "row":
      return ": number";
    case "table":
      return `: ${file.type("Table", "ecsgen/runtime")}`;
    case "own":
      return bodyText(parameter.rest, file);
  }
}

function arrayType(type: HandedType, file: SourceFile): string {
  return "column" in type ? columnType(type.column, file) : `${elementType(type.objects, type.token, file)}[]`;
}

function valueType(type: HandedType, file: SourceFile): string {
  if (!("column" in type)) return elementType(type.objects, type.token, file);
  if (type.column === "entity") return file.type("Entity", "ecsgen/runtime");
  return type.column === "i64" || type.column === "u64" ? "bigint" : "number";
}

/** All names that stand in them, and their own. */
export function helperNames({ helpers: plans }: ColumnFormPlan): string[] {
  return plans.flatMap(({ name, parameters, taken, body }) => [
    name,
    ...parameters.map((parameter) => parameter.name),
    ...taken,
    ...localsOf(body),
  ]);
}
