import type { Reporter } from "../../diagnostics/diagnostic.js";
import { recalled, type Recall } from "../../memo/recall.js";
import type { Field, Parameter, ParameterSource, ViewFunction } from "../../model/contract.js";
import type { ParameterUse, RawImplementation, RawParameter, RawProject, RawSystemModule } from "../../model/raw.js";
import { changes, isPlainValue, typeAt } from "../field-paths.js";
import { contractOf, type Grounds } from "../grounds.js";
import { declarationOf, wordOf, type DeclarationHead } from "../symbols.js";
import { dataOf } from "../data-of.js";
import { inRow } from "../query-members.js";
import { checkKept } from "./kept.js";
import { checkQueryUse } from "./query-access.js";
import { reportSpread } from "./spread.js";

/** What a function says it reads and writes is what it does: schedules are made from it. */
export function checkAccess(
  raw: RawProject,
  grounds: Grounds,
  reporter: Reporter,
  recall?: Recall<RawSystemModule, void>,
): void {
  const around = { questions: grounds, reporter };
  for (const module of raw.systemModules) {
    recalled(recall, module, [], around, (questions, listening) => checkModule(module, questions, listening));
  }
  for (const implementation of raw.app?.functions ?? []) checkUses(implementation, undefined, grounds, reporter);
}

function checkModule(module: RawSystemModule, grounds: Grounds, reporter: Reporter): void {
  for (const { implementation, declared } of implementationsOf(module, grounds)) {
    checkUses(implementation, declared, grounds, reporter);
  }
}

function implementationsOf(
  module: RawSystemModule,
  grounds: Grounds,
): { readonly implementation: RawImplementation; readonly declared: ViewFunction }[] {
  const core = contractOf(grounds, module.core);
  return module.provides.flatMap((provision) => {
    const view = core?.features.find(({ name }) => name === provision.feature)?.view;
    return provision.functions.flatMap((implementation) => {
      const declared = view?.functions.find(({ name }) => name === implementation.name);
      return declared === undefined ? [] : [{ implementation, declared }];
    });
  });
}

function checkUses(
  { stub, signature, uses }: RawImplementation,
  declared: ViewFunction | undefined,
  grounds: Grounds,
  reporter: Reporter,
): void {
  checkKept(signature.parameters, uses, grounds, reporter);
  signature.parameters.forEach((parameter, index) => {
    const source = declared?.parameters[index]?.source;
    const expected = readByView(declared?.parameters[index]);
    const declaration = dataOf(parameter, grounds);
    if (declaration !== undefined && isOfAnother(declaration, source)) return;
    const found = uses.find((candidate) => candidate.parameter === parameter.name);
    const use = found !== undefined && declaration?.random === true ? withDraws(found) : found;
    if (!stub && found !== undefined && wordOf(parameter.type?.symbol) === "EventReader")
      reportEventWrites(parameter, found, grounds, reporter);
    const query = source?.kind === "query" ? source : undefined;
    checkQueryUse(signature.name, parameter, query, stub ? undefined : use, grounds, reporter);
    if (declaration?.kind === "component" && use !== undefined) {
      reportSpread(
        { name: shown(parameter, declaration.called) },
        use,
        grounds.fields(declaration.name) ?? [],
        reporter,
      );
    }
    const readonly = parameter.type?.readonly === true;
    const name = declaration?.called;
    if (name !== undefined && !readonly && expected !== undefined) {
      reportPromise(signature.name, name, parameter, reporter);
    } else if (!stub && use !== undefined && (expected !== undefined || (readonly && name !== undefined))) {
      reportWrites(parameter, expected ?? name ?? "", use, reporter);
    } else if (!stub && use !== undefined && declaration !== undefined) {
      if (!mayWrite(use, grounds.fields(declaration.name) ?? [])) {
        reportUnwritten(signature.name, declaration, parameter, reporter);
      }
    }
  });
}

/** Another component or resource than the View gives is a mistake of its own. */
function isOfAnother({ name }: DeclarationHead, source: ParameterSource | undefined): boolean {
  if (source?.kind === "component") return source.component !== name;
  return source?.kind === "resource" && source.resource !== name;
}

/** Whatever a generator of random numbers is asked for changes it, but for a fork. */
function withDraws(use: ParameterUse): ParameterUse {
  const draws = use.calls.filter(({ path }) => path.at(-1) !== "fork");
  return { ...use, writes: [...use.writes, ...draws], calls: [] };
}

/** The component or resource that the View gives to be read only, by its own name. */
function readByView(parameter: Parameter | undefined): string | undefined {
  const source = parameter?.source;
  if (source?.kind !== "component" && source?.kind !== "resource") return undefined;
  const name = source.kind === "component" ? source.component : source.resource;
  return source.access === "read" ? name.slice(name.indexOf(".") + 1) : undefined;
}

/** A View that gives `Readonly<Velocity>` promises everyone that nobody writes it. */
function reportPromise(called: string, name: string, { place }: RawParameter, reporter: Reporter): void {
  reporter.report("ECS4008", place, `\`${called}\` takes \`${name}\` to write it`, {
    why: [`The View gives \`Readonly<${name}>\`: who schedules it counts on \`${name}\` not being written.`],
    help: `write \`Readonly<${name}>\`, or change the View`,
  });
}

/** All who read an event are given the same object; those of the host in it are there to be shared. */
function reportEventWrites(
  { name, type }: RawParameter,
  { writes }: ParameterUse,
  grounds: Grounds,
  reporter: Reporter,
): void {
  const event = type?.arguments[0];
  const called = event?.text ?? "event";
  const fields = grounds.fields(declarationOf(grounds, event?.symbol)?.name ?? "") ?? [];
  for (const { path, place, by } of writes) {
    if (isInObject(inRow(path), fields)) continue;
    reporter.report("ECS4006", place, `an event of \`${name}\` is written, but was taken to be read`, {
      why: [
        `Whoever reads this \`${called}\` later is given what was written.`,
        ...(by === undefined ? [] : [`\`${by}\`, which it is handed to, writes it.`]),
      ],
      help: `copy what has to be changed, or emit another \`${called}\``,
    });
  }
}

/** Whether a path leads into an object of the host. */
function isInObject(path: readonly string[], fields: readonly Field[]): boolean {
  return typeAt(path, fields)?.kind === "object" && typeAt(path.slice(0, -1), fields)?.kind === "object";
}

/** How many places are shown where a parameter is written. */
const mostShown = 4;

/** One finding for a parameter, however often it is written: it is the promise or all of them that is wrong. */
function reportWrites(parameter: RawParameter, name: string, { writes }: ParameterUse, reporter: Reporter): void {
  const [first, ...others] = writes;
  if (first === undefined) return;
  const readonly = parameter.type?.readonly === true;
  const promise = readonly ? `Its type is \`Readonly<${name}>\`.` : `The View gives \`Readonly<${name}>\`.`;
  const handed = first.by === undefined ? [] : [`\`${first.by}\`, which it is handed to, writes it.`];
  const rest = others.length - mostShown;
  reporter.report("ECS4006", first.place, `\`${shown(parameter, name)}\` is written, but was taken to be read`, {
    why: [promise, ...handed, ...(rest > 0 ? [`It is written in ${rest} more places than these.`] : [])],
    help: `take \`${name}\` without \`Readonly\`, in the View as well, or do not write it`,
    related: others.slice(0, mostShown).map(({ place, by }) => ({
      place,
      message: by === undefined ? "written here as well" : `\`${by}\` writes it as well`,
    })),
  });
}

function reportUnwritten(
  called: string,
  { called: name }: DeclarationHead,
  parameter: RawParameter,
  reporter: Reporter,
): void {
  reporter.report("ECS4007", parameter.place, `\`${called}\` never writes \`${shown(parameter, name)}\``, {
    why: ["What is only read can be read by others at the same time, and says so to whoever reads the signature."],
    help: `take it as \`Readonly<${name}>\``,
  });
}

/** A parameter that is taken apart has no name of its own. */
function shown({ name }: RawParameter, declaration: string): string {
  return /^_\d+$/.test(name) ? declaration : name;
}

/** A parameter is written, or it or a part that is more than a plain value gets out of sight. */
function mayWrite({ writes, escapes, calls }: ParameterUse, fields: readonly Field[]): boolean {
  if (writes.length > 0) return true;
  return escapes.some(({ path }) => !isPlainValue(typeAt(path, fields))) || calls.some((call) => changes(call, fields));
}
