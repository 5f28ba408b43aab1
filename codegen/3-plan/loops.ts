// The loops of per-entity functions.
import { symbolKey } from "../model/symbol-key.js";
import type { RawBody } from "../model/body.js";
import type { Checked } from "../model/checked.js";
import type { Declaration, ParameterSource } from "../model/contract.js";
import type { ArgumentPlan, FormPlan, LoopNames, LoopPlan, TermPlan } from "../model/loop-plan.js";
import type { ComponentPlan, NameRef, QueryRowsPlan } from "../model/plan.js";
import type { SymbolRef } from "../model/raw.js";
import type { ResolvedApp } from "../model/resolution.js";
import { coreOf, featureOf, runCallable, viewCallable } from "./app.js";
import { argumentOf, unfiltered, type Callable, type Filters } from "./calls.js";
import { planForm, type ParameterPlan } from "./column-form.js";
import { queryParameter } from "./row-walks.js";
import type { Helpers } from "./helpers.js";
import type { Files } from "./layout-of-files.js";
import { Scope, compareText, pascal } from "./names.js";

const configuration = "ecsgen.config.ts";

/** Names that a loop with cursors uses for itself. */
const loopLocals = ["world", "query", "table", "row", "count", "end", "dense", "entity", "entered", "run"];

/** A function that is compiled into a loop, with the filters of every run that uses it. */
interface Use {
  readonly callable: Callable;
  /** `motion.integration.integrate`; of an app's own function, its name. */
  readonly qualified: string;
  readonly body: RawBody;
  readonly source: string;
  readonly filters: Filters[];
}

/** What loops are made of beside the functions. */
export interface LoopParts {
  readonly files: Files;
  /** Components by qualified name. */
  readonly components: ReadonlyMap<string, ComponentPlan>;
  /** The rows of whole queries, by their files. */
  readonly queries: ReadonlyMap<string, QueryRowsPlan>;
  readonly helpers: Helpers;
  /** The declaration that a symbol names. */
  readonly declared: (symbol: SymbolRef) => string | undefined;
}

/** A loop for every per-entity function of the app. */
export function planLoops(app: ResolvedApp, checked: Checked, parts: LoopParts): LoopPlan[] {
  const { files } = parts;
  const uses = new Map<string, Use>();
  const add = (use: Omit<Use, "filters">, filters: Filters): void => {
    if (use.callable.function.form !== "entity") return;
    const { name } = use.callable.bound;
    const known = uses.get(name) ?? { ...use, filters: [] };
    known.filters.push(filters);
    uses.set(name, known);
  };
  for (const { core, features } of app.cores) {
    const contract = coreOf(checked, core);
    const source = contract === undefined ? configuration : files.sourceOfCore(contract);
    for (const { feature, functions } of features) {
      for (const called of featureOf(checked, core, feature)?.view.functions ?? []) {
        const body = functions.find(({ name }) => name === called.name)?.body;
        if (body === undefined) continue;
        const qualified = `${core}.${feature}.${called.name}`;
        add({ callable: viewCallable(core, feature, called, files), qualified, body, source }, unfiltered);
      }
    }
  }
  for (const run of app.schedule) {
    const callable = runCallable(run.run, checked, files);
    if (run.run.kind === "view") uses.get(callable.bound.name)?.filters.push(run);
    else {
      const { symbol } = run.run;
      const body = app.bodies.get(symbolKey(symbol));
      if (body !== undefined) add({ callable, qualified: symbol.name, body, source: symbol.file }, run);
    }
  }
  return [...uses.values()].map((use) => planLoop(use, parts));
}

function planLoop(use: Use, parts: LoopParts): LoopPlan {
  const { callable, source } = use;
  const { function: called, bound, loop } = callable;
  const common = {
    file: { path: loop.from, source },
    name: loop.name,
    doc: called.doc,
    bound,
    perRow: isPerRow(use, parts),
    function: { qualified: use.qualified, place: use.body.place },
  };
  const column = planColumnLoop(use, parts);
  if (column.form.kind === "column") return { ...common, ...column, driver: undefined };
  const scope = new Scope([...loopLocals, bound.name, loop.name]);
  const { terms, given } = planParameters(callable, "entity", scope, parts.files);
  const sparse = terms.filter((term) => term.sparse && !term.optional);
  const [driver] = sparse.sort((a, b) => compareText(a.qualified, b.qualified));
  return { ...common, terms, arguments: given, driver, form: column.form };
}

/** The loop with the function's body in it, whose form says when there is none. */
function planColumnLoop(
  { callable, body }: Use,
  { files, components, queries, helpers, declared }: LoopParts,
): Pick<LoopPlan, "terms" | "arguments" | "form"> {
  const { function: called, bound, loop } = callable;
  const taken = body.kind === "body" ? body.names : [];
  const scope = new Scope([bound.name, loop.name, ...taken]);
  const names = takeNames(scope);
  const { terms, given } = planParameters(callable, names.entity, scope, files);
  const parameters = given.map((argument, index): ParameterPlan => {
    const source = called.parameters[index]?.source;
    const term = terms.find(
      ({ name, some }) => argument.kind === "local" && (name === argument.name || some === argument.name),
    );
    const component = source?.kind === "component" ? components.get(source.component) : undefined;
    if (term !== undefined && component !== undefined) return { kind: "component", term, component };
    if (argument.kind === "query") return queryParameter(argument, { queries, components });
    const kind = argument.kind === "resource" || argument.kind === "entity" ? argument.kind : "local";
    return { kind, name: argument.kind === "world" ? names.world : argument.name };
  });
  const outside = outsideOf(body, { files, helpers, declared });
  const obstacle = obstacleOf(terms, body);
  const form: FormPlan =
    obstacle === undefined
      ? planForm(body, { parameters, outside, scope, names, taken, perRow: true })
      : { kind: "cursor", obstacle };
  return { terms, arguments: given, form };
}

/** What names of the author's file are called in what is printed. */
export function outsideOf(
  body: RawBody,
  { files, helpers, declared }: Pick<LoopParts, "files" | "helpers" | "declared">,
): (name: string) => NameRef | undefined {
  return (name) => {
    const symbol = body.kind === "body" ? body.outside.get(name) : undefined;
    if (symbol === undefined) return undefined;
    const qualified = declared(symbol);
    if (qualified !== undefined) return files.token(qualified);
    return symbol.file.endsWith(".ts") ? helpers.take(symbol) : { name: symbol.name, from: symbol.file };
  };
}

/** Names for what a loop is made of. */
export function takeNames(scope: Scope): LoopNames {
  const [world, query, table, row] = [scope.take("world"), scope.take("query"), scope.take("table"), scope.take("row")];
  return { world, query, table, row, count: scope.take("count"), entity: scope.take("entity") };
}

/** Rows that are found one by one have no columns to go along. */
function obstacleOf(terms: readonly TermPlan[], body: RawBody): { why: string; place: RawBody["place"] } | undefined {
  const { place } = body;
  const sparse = terms.find((term) => term.sparse);
  return sparse && { why: `takes \`${sparse.token.name}\`, which is stored sparsely`, place };
}

function planParameters(
  { function: { parameters }, rows }: Callable,
  entity: string,
  scope: Scope,
  files: Files,
): { readonly terms: TermPlan[]; readonly given: ArgumentPlan[] } {
  const terms: TermPlan[] = [];
  const given = parameters.map(({ name, source: from }): ArgumentPlan => {
    if (from.kind === "entity" || from.kind === "world") {
      return argumentOf(from.kind === "entity" ? entity : name, from, files, () => name, rows);
    }
    const local = scope.take(name);
    if (from.kind === "query") return { kind: "query", name: local, rows: rows(name) };
    if (from.kind !== "component") return argumentOf(local, from, files, () => scope.take(`${local}Reader`), rows);
    const term = planTerm(local, from, files, scope);
    terms.push(term);
    return { kind: "local", name: from.optional ? term.some : term.name };
  });
  return { terms, given };
}

function planTerm(
  name: string,
  source: ParameterSource & { readonly kind: "component" },
  files: Files,
  scope: Scope,
): TermPlan {
  const declaration = files.declaration(source.component);
  const sparse = declaration.storage === "sparse";
  return {
    name,
    some: source.optional && sparse ? scope.take(`some${pascal(name)}`) : name,
    set: sparse ? scope.take(`${name}Set`) : "",
    dense: sparse ? scope.take(`${name}Row`) : "",
    token: files.token(source.component),
    qualified: source.component,
    cursor: files.cursor(source.component),
    sparse,
    optional: source.optional,
  };
}

function isPerRow({ filters }: Use, { files }: LoopParts): boolean {
  const filtered = filters.flatMap((filter) => [...filter.with, ...filter.without, ...filter.any]);
  const changing = filters.some(({ changes }) => changes !== undefined);
  return changing || filtered.some((name) => isOfRows(files.declaration(name)));
}

/** Whether a table alone does not say that an entity has it. */
export function isOfRows({ kind, storage }: Declaration): boolean {
  return kind === "relation" || storage === "sparse" || storage === "toggle";
}
