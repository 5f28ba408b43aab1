// The rows of queries that functions take as a whole.
import type { QuerySource } from "../model/contract.js";
import type { Called } from "./callables.js";
import { planQuery, rowsOf } from "./calls.js";
import type { Files } from "./layout-of-files.js";
import { isOfRows } from "./loops.js";
import { cursorOf } from "./names.js";
import type { QueryRowsPlan, RowTermPlan } from "../model/call-plan.js";

/** A class for every parameter of a function of the app that is a query. */
export function planQueries(called: readonly Called[], files: Files): QueryRowsPlan[] {
  const plans = called
    .filter(({ callable }) => callable.rows.size > 0)
    .flatMap((one) =>
      one.callable.function.parameters.flatMap(({ name, source }) =>
        source.kind === "query" ? [planRows(one, name, source, files)] : [],
      ),
    );
  return [...new Map(plans.map((plan) => [plan.file.path, plan])).values()];
}

function planRows(
  { callable, qualified, source }: Called,
  parameter: string,
  asked: QuerySource,
  files: Files,
): QueryRowsPlan {
  const { name, from } = rowsOf(parameter, callable.rows);
  const terms = asked.terms.flatMap(({ name: member, source: of }): RowTermPlan[] => {
    if (of.kind !== "component") return [];
    const { component, optional } = of;
    const token = files.token(component);
    const sparse = files.declaration(component).storage === "sparse";
    return [{ name: member, qualified: component, token, cursor: cursorOf(token), sparse, optional }];
  });
  const filters = [...asked.with, ...asked.without, ...asked.any].map((filter) => files.declaration(filter));
  const required = terms.some(({ sparse, optional }) => sparse && !optional);
  return {
    file: { path: from, source },
    name,
    parameter,
    function: qualified,
    query: planQuery(asked.terms, asked, files),
    terms,
    listed: required || asked.with.some((filter) => files.declaration(filter).storage === "sparse"),
    perRow: asked.changes !== undefined || filters.some(isOfRows),
  };
}
