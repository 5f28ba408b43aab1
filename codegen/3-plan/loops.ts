// The loops of per-entity functions.
import { alone, recalled, type Recall } from "../memo/recall.js";
import type { RawBody } from "../model/body.js";
import { obstacle, type Obstacle } from "../model/obstacles.js";
import type { Declaration, ParameterSource } from "../model/contract.js";
import type { ArgumentPlan, FormPlan, LoopNames, LoopPlan, TermPlan } from "../model/loop-plan.js";
import type { ResolvedRun } from "../model/resolution.js";
import { callKey, type Callable, type Called } from "./callables.js";
import { argumentOf, rowsOf, type Filters } from "./calls.js";
import { namesOf } from "./body-names.js";
import type { ParameterPlan, Shape } from "./column-context.js";
import { planForm } from "./column-form.js";
import type { FunctionGrounds } from "./grounds.js";
import { camel, compareText, cursorOf, pascal, Scope, simpleName } from "./names.js";
import { queryParameter } from "./row-walks.js";

/** Names that a loop with cursors uses for itself. */
const loopLocals = ["world", "query", "table", "row", "count", "end", "dense", "entity", "entered", "run"];

/** Loops of earlier rounds of a session. */
export type LoopRecall = Recall<RawBody, LoopPlan>;

/** A function that is compiled into a loop. */
interface Looped {
  readonly called: Called;
  readonly body: RawBody;
  /** Whether the filter of some run asks for what only a row can tell. */
  readonly perRow: boolean;
}

/** A loop for every per-entity function of the app. */
export function planLoops(
  called: readonly Called[],
  schedule: readonly ResolvedRun[],
  grounds: FunctionGrounds,
  recall?: LoopRecall,
): LoopPlan[] {
  const perRow = new Set(schedule.filter((run) => isPerRow(run, grounds)).map(({ run }) => callKey(run)));
  // A schedule may name a function of the app's own twice.
  const each = new Map<string, Looped>();
  for (const one of called) {
    const { key, body, callable } = one;
    if (callable.function.form !== "entity" || body === undefined) continue;
    each.set(key, { called: one, body, perRow: perRow.has(key) });
  }
  const around = { ...alone, questions: grounds };
  return [...each.values()].map((one) => {
    const {
      called: { callable, qualified, source },
      body,
      perRow,
    } = one;
    const { function: declared, bound, loop } = callable;
    // Where its rows are follows from where it is itself.
    const values = [declared, bound.name, loop.from, qualified, source, perRow];
    return recalled(recall, body, values, around, (questions) => planLoop(one, questions));
  });
}

function planLoop(one: Looped, grounds: FunctionGrounds): LoopPlan {
  const column = planColumnLoop(one, grounds);
  return column.form.kind === "column" ? loopOf(one, column, undefined) : planCursorLoop(one, column.form, grounds);
}

function planCursorLoop(one: Looped, form: FormPlan, grounds: FunctionGrounds): LoopPlan {
  const { callable } = one.called;
  const scope = new Scope([...loopLocals, callable.bound.name, callable.loop.name]);
  const { terms, given } = planParameters(callable, "entity", scope, grounds);
  const sparse = terms.filter((term) => term.sparse && !term.optional);
  const [driver] = sparse.sort((a, b) => compareText(a.qualified, b.qualified));
  return loopOf(one, { terms, arguments: given, form }, driver);
}

type LoopParts = Pick<LoopPlan, "terms" | "arguments" | "form">;

function loopOf(
  { called: { callable, source, qualified }, body, perRow }: Looped,
  { terms, arguments: given, form }: LoopParts,
  driver: TermPlan | undefined,
): LoopPlan {
  const { function: called, bound, loop } = callable;
  return {
    file: { path: loop.from, source },
    name: loop.name,
    doc: called.doc,
    bound,
    terms,
    arguments: given,
    driver,
    perRow,
    form,
    function: { qualified, place: body.place },
  };
}

/** The loop with the function's body in it, whose form says when there is none. */
function planColumnLoop({ called: { callable }, body }: Looped, grounds: FunctionGrounds): LoopParts {
  const { function: called, bound, loop } = callable;
  const shapes = called.parameters.map(({ source }) => shapeOf(source, grounds));
  const named = namesOf(body, shapes, grounds);
  const scope = new Scope([bound.name, loop.name, ...named.taken]);
  const names = takeNames(scope);
  const { terms, given } = planParameters(callable, names.entity, scope, grounds);
  const parameters = given.map((argument, index): ParameterPlan => {
    const term = terms.find(
      ({ name, some }) => argument.kind === "local" && (name === argument.name || some === argument.name),
    );
    const component = shapes[index]?.component;
    if (term !== undefined && component !== undefined) return { kind: "component", term, component };
    if (argument.kind === "query") return queryParameter(argument, grounds);
    const kind = argument.kind === "resource" || argument.kind === "entity" ? argument.kind : "local";
    return { kind, name: argument.kind === "world" ? names.world : argument.name };
  });
  const known = obstacleOf(terms, body);
  const form: FormPlan =
    known === undefined
      ? planForm(body, { parameters, author: named, scope, names, perRow: true })
      : { kind: "cursor", obstacle: known };
  return { terms, arguments: given, form };
}

function shapeOf(source: ParameterSource, grounds: FunctionGrounds): Shape | undefined {
  const component = source.kind === "component" ? grounds.component(source.component) : undefined;
  if (source.kind !== "component" || component === undefined) return undefined;
  return { component, optional: source.optional, steps: [] };
}

/** Names for what a loop is made of. */
export function takeNames(scope: Scope): LoopNames {
  return {
    world: scope.take("world"),
    query: scope.take("query"),
    table: scope.take("table"),
    row: scope.take("row"),
    count: scope.take("count"),
    entity: scope.take("entity"),
    columns: scope.take("columns"),
    columnsIn: scope.take("columnsIn"),
  };
}

/** Rows that are found one by one have no columns to go along. */
function obstacleOf(terms: readonly TermPlan[], { place }: RawBody): Obstacle | undefined {
  const sparse = terms.find((term) => term.sparse);
  return sparse && obstacle("sparse", place, { name: sparse.token.name });
}

function planParameters(
  { function: { parameters }, rows }: Callable,
  entity: string,
  scope: Scope,
  grounds: FunctionGrounds,
): { readonly terms: TermPlan[]; readonly given: ArgumentPlan[] } {
  const terms: TermPlan[] = [];
  const given = parameters.map(({ name, source: from }): ArgumentPlan => {
    if (from.kind === "entity" || from.kind === "world") {
      return argumentOf(from.kind === "entity" ? entity : name, from, grounds, () => name, rows);
    }
    const local = scope.take(wordFor(name, from));
    if (from.kind === "query") return { kind: "query", name: local, rows: rowsOf(name, rows) };
    if (from.kind !== "component") return argumentOf(local, from, grounds, () => scope.take(`${local}Reader`), rows);
    const term = planTerm(local, from, grounds, scope);
    terms.push(term);
    return { kind: "local", name: from.optional ? term.some : term.name };
  });
  return { terms, given };
}

/** What to call a parameter: one that is taken apart has no name of its own. */
function wordFor(name: string, source: ParameterSource): string {
  if (!/^_\d+$/.test(name)) return name;
  if (source.kind === "component") return camel(simpleName(source.component));
  return source.kind === "resource" ? camel(simpleName(source.resource)) : name;
}

function planTerm(
  name: string,
  source: ParameterSource & { readonly kind: "component" },
  grounds: FunctionGrounds,
  scope: Scope,
): TermPlan {
  const token = grounds.token(source.component);
  const sparse = grounds.declaration(source.component).storage === "sparse";
  return {
    name,
    some: source.optional && sparse ? scope.take(`some${pascal(name)}`) : name,
    set: sparse ? scope.take(`${name}Set`) : "",
    dense: sparse ? scope.take(`${name}Row`) : "",
    token,
    qualified: source.component,
    cursor: cursorOf(token),
    sparse,
    optional: source.optional,
  };
}

function isPerRow(filters: Filters, { declaration }: Pick<FunctionGrounds, "declaration">): boolean {
  const named = [...filters.with, ...filters.without, ...filters.any];
  return filters.changes !== undefined || named.some((name) => isOfRows(declaration(name)));
}

/** Whether a table alone does not say that an entity has it. */
export function isOfRows({ kind, storage }: Declaration): boolean {
  return kind === "relation" || storage === "sparse" || storage === "toggle";
}
