import type { Reporter } from "../diagnostics/diagnostic.js";
import type { Parameter, ParameterSource, ViewFunction } from "../model/contract.js";
import type { Place } from "../model/place.js";
import type { RawFunction, RawParameter, RawType } from "../model/raw.js";
import { whyNoFile } from "./identifiers.js";
import { reportName, reportSharedFiles } from "./report-name.js";
import { querySource, reportWaiting } from "./query-parameters.js";
import { aKind, declarationOf, isLost, isQuery, meantBy, vocabularyName, wordOf, type Symbols } from "./symbols.js";
import type { SymbolRef } from "../model/symbol.js";

/** Proves one function: of a View, or of the app's own. */
export function checkFunction(raw: RawFunction, symbols: Symbols, reporter: Reporter): ViewFunction {
  const perEntity = raw.parameters.some((parameter) => takesComponent(parameter, symbols));
  const parameters = raw.parameters.map((parameter, index): Parameter => {
    return {
      name: parameter.name,
      source: isOtherWorld(raw.parameters, index)
        ? { kind: "value", optional: parameter.optional, rest: parameter.rest, type: "World" }
        : sourceOf(parameter, perEntity, symbols, reporter),
    };
  });
  const form = formOf(parameters);
  reportUntyped(raw, reporter);
  reportWaiting(raw, { parameters }, reporter);
  reportRowFiles(raw, parameters, reporter);
  if (perEntity) checkPerEntity(raw, parameters, symbols, reporter);
  if (raw.typeParameters.length > 0) checkGeneric(raw, symbols, reporter);
  return {
    doc: raw.doc,
    form: perEntity ? "entity" : form,
    name: raw.name,
    parameters,
    returns: resultOf(raw, symbols),
    typeParameters: raw.typeParameters.map((parameter) => canonicalText(parameter, symbols)),
  };
}

/** A generator gives back itself, whatever its body returns. */
function resultOf(raw: RawFunction, symbols: Symbols): string {
  if (raw.generator) return "Generator";
  if (raw.returns !== undefined) return canonicalText(raw.returns, symbols);
  return raw.async ? "Promise<void>" : "void";
}

/** The rows of each query have a file named after its parameter. */
function reportRowFiles(raw: RawFunction, parameters: readonly Parameter[], reporter: Reporter): void {
  const queries = raw.parameters.filter((_, index) => parameters[index]?.source.kind === "query");
  for (const { name, place } of queries) {
    const why = whyNoFile(name);
    if (why !== undefined) reportName(reporter, place, "a query", name, why);
  }
  reportSharedFiles(queries, reporter);
}

/** The first world is the one that the function is called for; any other is given by the caller. */
function isOtherWorld(parameters: readonly RawParameter[], index: number): boolean {
  const isWorld = (parameter: RawParameter | undefined): boolean => wordOf(parameter?.type?.symbol) === "World";
  return isWorld(parameters[index]) && parameters.slice(0, index).some(isWorld);
}

function formOf(parameters: readonly Parameter[]): "system" | "call" {
  return parameters.some((parameter) => parameter.source.kind === "value") ? "call" : "system";
}

function takesComponent(parameter: RawParameter, symbols: Symbols): boolean {
  const declaration = parameter.rest ? undefined : declarationOf(symbols, parameter.type?.symbol);
  return declaration?.kind === "component";
}

function sourceOf(parameter: RawParameter, perEntity: boolean, symbols: Symbols, reporter: Reporter): ParameterSource {
  const { type, optional, rest } = parameter;
  if (type === undefined) return { kind: "value", optional, rest, type: "unknown" };
  if (!rest && isQuery(type.symbol)) return querySource(type, symbols, reporter);
  const given = rest
    ? undefined
    : (declaredSource(parameter, type, symbols, reporter) ?? wordSource(type, perEntity, symbols, reporter));
  return given ?? { kind: "value", optional, rest, type: canonicalText(type, symbols) };
}

function declaredSource(
  parameter: RawParameter,
  type: RawType,
  symbols: Symbols,
  reporter: Reporter,
): ParameterSource | undefined {
  const declaration = declarationOf(symbols, type.symbol);
  if (declaration === undefined) return undefined;
  const access = type.readonly ? "read" : "write";
  const { kind, storage, called, name } = declaration;
  if (kind === "resource") return { access, kind: "resource", resource: name };
  if (kind === "component") {
    reportMarker(parameter, storage, called, reporter);
    return { access, component: name, kind: "component", optional: parameter.optional };
  }
  if (kind === "relation") {
    reportRelation(type, called, reporter);
    return { kind: "entity" };
  }
  if (kind === "event") {
    reporter.report("ECS2012", type.place, `\`${called}\` is an event, which comes through a reader`, {
      why: ["Any number of events may have happened since the last step."],
      help: `take \`EventReader<${called}>\` to read them, or \`EventWriter<${called}>\` to emit them`,
    });
  }
  return undefined;
}

/** What stands in its place then is never used. */
function reportRelation(type: RawType, name: string, reporter: Reporter): void {
  reporter.report("ECS2026", type.place, `\`${name}\` is a relation, which has no row to pass`, {
    why: ["An entity can have any number of its edges, and each is between two entities."],
    help: `take \`World\` and ask \`world.relations\`, or name it in the schedule: \`{ run: …, with: [${name}] }\``,
  });
}

function reportMarker(parameter: RawParameter, storage: string, name: string, reporter: Reporter): void {
  if (storage !== "tag" && storage !== "toggle") return;
  reporter.report("ECS2013", parameter.place, `\`${name}\` is a ${storage}, which has no data to pass`, {
    help: `name it in the schedule instead: \`{ run: …, with: [${name}] }\` or \`without: [${name}]\``,
  });
}

function wordSource(
  type: RawType,
  perEntity: boolean,
  symbols: Symbols,
  reporter: Reporter,
): ParameterSource | undefined {
  const word = wordOf(type.symbol);
  switch (word) {
    case "World":
      return { kind: "world" };
    case "Commands":
      return { kind: "commands" };
    case "Entity":
      return perEntity ? { kind: "entity" } : undefined;
    case "EventReader":
    case "EventWriter":
      return eventSource(word, type, symbols, reporter);
    case undefined:
      return undefined;
  }
}

function eventSource(
  word: "EventReader" | "EventWriter",
  type: RawType,
  symbols: Symbols,
  reporter: Reporter,
): ParameterSource | undefined {
  const symbol = type.arguments[0]?.symbol;
  const declaration = declarationOf(symbols, symbol);
  if (isLost(symbol)) return undefined;
  if (declaration?.kind === "event") {
    return { event: declaration.name, kind: word === "EventReader" ? "event-reader" : "event-writer" };
  }
  const is = declaration === undefined ? "no declaration" : aKind(declaration.kind);
  reporter.report("ECS2012", type.place, `\`${type.text}\` does not name an event`, {
    why: [`What it names is ${is} of this project.`],
    help:
      (declaration === undefined ? meantBy(type.text, symbols) : undefined) ??
      `name a class made with \`event(…)\`, such as \`${word}<Hit>\``,
  });
  return undefined;
}

/** What the facade of a generic function must be able to write out. */
function checkGeneric(raw: RawFunction, symbols: Symbols, reporter: Reporter): void {
  const types = raw.parameters.map(({ type }) => type);
  for (const { text, names } of [...raw.typeParameters, ...types, raw.returns].filter((part) => part !== undefined)) {
    const unknown = names.find(({ symbol }) => !isSpeakable(symbol, symbols));
    if (unknown === undefined) continue;
    reporter.report("ECS2025", raw.place, `\`${raw.name}\` is generic, and names \`${unknown.name}\``, {
      why: [`Its facade would have to repeat \`${text}\`, and \`${unknown.name}\` is a type of your own.`],
      help: `write out what \`${unknown.name}\` stands for, or do without type parameters`,
    });
  }
}

function isSpeakable(symbol: SymbolRef, symbols: Symbols): boolean {
  if (symbol.file === "") return true;
  return vocabularyName(symbol) !== undefined || declarationOf(symbols, symbol) !== undefined;
}

function checkPerEntity(
  raw: RawFunction,
  parameters: readonly Parameter[],
  symbols: Symbols,
  reporter: Reporter,
): void {
  reportValues(raw, parameters, symbols, reporter);
  reportTwins(raw, parameters, reporter);
  if (parameters.every(({ source }) => source.kind !== "component" || source.optional)) {
    reporter.report("ECS2017", raw.place, `\`${raw.name}\` requires no component`, {
      why: ["All its components are optional, so it would run for every entity there is."],
      help: "require at least one component",
    });
  }
  reportResult(raw, symbols, reporter);
}

function reportValues(raw: RawFunction, parameters: readonly Parameter[], symbols: Symbols, reporter: Reporter): void {
  parameters.forEach(({ name, source }, index) => {
    const parameter = raw.parameters[index];
    if (source.kind !== "value" || isReported(parameter, symbols)) return;
    reporter.report(
      "ECS2014",
      parameter?.place ?? raw.place,
      `\`${raw.name}\` takes components and the value \`${name}\``,
      {
        why: ["It runs once for every matching entity, and nobody is there to give the value."],
        help:
          meantBy(parameter?.type?.text ?? "", symbols) ??
          "take the value from a resource, or take `World` and an `Entity` instead of components",
      },
    );
  });
}

function reportTwins(raw: RawFunction, parameters: readonly Parameter[], reporter: Reporter): void {
  const seen = new Map<string, Place>();
  parameters.forEach(({ source }, index) => {
    if (source.kind !== "component") return;
    const place = raw.parameters[index]?.place ?? raw.place;
    const twin = seen.get(source.component);
    seen.set(source.component, place);
    if (twin === undefined) return;
    reporter.report("ECS2016", place, `\`${raw.name}\` takes \`${source.component}\` twice`, {
      why: ["An entity has each component once, so both would be the same row."],
      help: "remove one of the two parameters",
      related: [{ place: twin, message: "the first one" }],
    });
  });
}

function reportResult(raw: RawFunction, symbols: Symbols, reporter: Reporter): void {
  const returns = raw.returns && canonicalText(raw.returns, symbols);
  if (!raw.async && !raw.generator && (returns === undefined || /^(?:void|undefined)$/.test(returns))) return;
  reporter.report("ECS2015", raw.returns?.place ?? raw.place, `\`${raw.name}\` gives something back for every entity`, {
    why: raw.generator
      ? ["It is a generator, and the loop that calls it asks it for no values, without which it does nothing."]
      : ["It is called in a loop, which has nowhere to put results and waits for nothing."],
    help: raw.generator
      ? "write it without `*`, and results into a component, a resource or an event"
      : "return `void`, and write results into a component or resource",
  });
}

/** Its type is missing, or is an event that is taken the wrong way: both are findings already. */
function isReported(parameter: RawParameter | undefined, symbols: Symbols): boolean {
  const symbol = parameter?.type?.symbol;
  if (
    parameter?.type === undefined ||
    parameter.type.lost ||
    isLost(symbol) ||
    declarationOf(symbols, symbol)?.kind === "event"
  )
    return true;
  return wordOf(symbol) === "EventReader" || wordOf(symbol) === "EventWriter";
}

/** Reports parameters without a type: nobody can say where their value comes from, or what may be written. */
export function reportUntyped(raw: RawFunction, reporter: Reporter): void {
  for (const parameter of raw.parameters) {
    if (parameter.type !== undefined) continue;
    reporter.report("ECS2011", parameter.place, `the parameter \`${parameter.name}\` has no type`, {
      why: [
        "The type of a parameter says where its value comes from.",
        ...(parameter.default === undefined ? [] : ["It is taken from a default only if that is a plain literal."]),
      ],
      help:
        parameter.default === undefined
          ? "write its type, such as a component, a resource or `World`"
          : `write it as \`${annotated(parameter.name, parameter.default)}\`, with the type that the View gives`,
    });
  }
}

function annotated(name: string, text: string): string {
  const shown = /\n/.test(text) || text.length > 30 ? "…" : text;
  return `${/^_\d+$/.test(name) ? "{ … }" : name}: Type = ${shown}`;
}

/** A type's text with declarations by their qualified names and words of the vocabulary by their own. */
function canonicalText(type: Pick<RawType, "text" | "names">, symbols: Symbols): string {
  const renamed = new Map<string, string>();
  for (const { name, symbol } of type.names) {
    const known = declarationOf(symbols, symbol)?.name ?? vocabularyName(symbol);
    if (known !== undefined) renamed.set(name, known);
  }
  const pattern =
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_$][\w$]*\??:(?!:)|[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/g;
  return type.text.replace(pattern, (part) => renamed.get(part) ?? part);
}
