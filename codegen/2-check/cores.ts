import { suggestion } from "../diagnostics/suggest.js";
import type { Reporter } from "../diagnostics/diagnostic.js";
import { recalled, type Recall } from "../memo/recall.js";
import { compareText } from "../model/compare.js";
import { kebab } from "../model/file-name.js";
import type {
  CoreContract,
  Feature,
  ParameterSource,
  QuerySource,
  ScheduledRun,
  View,
  ViewFunction,
} from "../model/contract.js";
import type { RawCore, RawFeature, RawView } from "../model/raw.js";
import { closeFeatures } from "./features.js";
import { hashValue } from "./hash.js";
import { whyNoField } from "./identifiers.js";
import { idOf } from "./ids.js";
import { scheduledSets, type CheckedSchedule } from "./schedule/checked-lines.js";
import { reportName, reportSharedFiles, type FileOwner } from "./report-name.js";
import { checkCoreSchedule } from "./schedule/core-schedule.js";
import type { Phases } from "./schedule/phases.js";
import { type Named, type NamedCore, type Symbols } from "./symbols.js";
import { checkFunction } from "./view-functions.js";
import { symbolKey } from "../model/symbol.js";

/** A core, and what it says of a step with places, which the contract does not hold. */
export interface CheckedCore {
  readonly contract: CoreContract;
  readonly schedule: CheckedSchedule<ScheduledRun>;
}

/** What cores say of a step, by their names. */
export type CoreSchedules = ReadonlyMap<string, CheckedCore["schedule"]>;

/** Proves all cores, sorted by name. */
export function checkCores(
  { cores }: Named,
  symbols: Symbols,
  phases: Phases,
  reporter: Reporter,
  recall?: Recall<RawCore, CheckedCore>,
): CheckedCore[] {
  const around = { questions: symbols, reporter };
  return [...cores.values()]
    .map((core) =>
      recalled(recall, core.raw, [phases.declared.get(core.name), phases.names], around, (questions, listening) =>
        checkCore(core, phases, questions, listening),
      ),
    )
    .sort((a, b) => compareText(a.contract.name, b.contract.name));
}

function checkCore(core: NamedCore, phases: Phases, symbols: Symbols, reporter: Reporter): CheckedCore {
  const { raw, name, id } = core;
  const features = checkFeatures(core, symbols, reporter);
  const schedule = checkCoreSchedule(core, features, phases, symbols, reporter);
  const own = phases.declared.get(name) ?? [];
  const contract = {
    doc: raw.doc,
    features: [...features].sort((a, b) => compareText(a.name, b.name)),
    id,
    name,
    phases: own.length === 0 ? undefined : own,
    schedule: schedule.lines.map(({ run }) => run),
    sets: schedule.sets.length === 0 ? undefined : scheduledSets(schedule.sets),
    was: raw.was.map((former) => former.value),
  };
  return { contract, schedule };
}

function checkFeatures(core: NamedCore, symbols: Symbols, reporter: Reporter): Feature[] {
  const { raw } = core;
  reportUnknownImplications(raw.features, reporter);
  reportSharedViews(raw.features, reporter);
  reportSharedFiles(functionFiles(raw.features, symbols), reporter);
  const closed = closeFeatures(raw.features, reporter);
  return raw.features.flatMap((feature): Feature[] => {
    const view = symbols.view(symbolKey(feature.view));
    if (view === undefined) return [];
    return [
      {
        doc: feature.doc === "" ? view.doc : feature.doc,
        implies: closed.get(feature.name) ?? [],
        name: feature.name,
        view: checkView(core, view, symbols, reporter),
      },
    ];
  });
}

/** A function has a file named after its feature and itself. */
function functionFiles(features: readonly RawFeature[], symbols: Symbols): FileOwner[] {
  // Features that share a file are reported as such.
  const apart = new Map(features.map((feature) => [kebab(feature.name), feature]));
  return [...apart.values()].flatMap((feature) =>
    (symbols.view(symbolKey(feature.view))?.functions ?? []).map(({ name, place }) => {
      return { name: `${feature.name}.${name}`, place, words: [feature.name, name] };
    }),
  );
}

function checkView(core: NamedCore, raw: RawView, symbols: Symbols, reporter: Reporter): View {
  for (const { name, place } of raw.functions) {
    const why = whyNoField(name);
    if (why !== undefined) reportName(reporter, place, "a function", name, why);
  }
  const functions = raw.functions
    .map((declared) => checkFunction(declared, symbols, reporter))
    .sort((a, b) => compareText(a.name, b.name));
  return {
    apiVersion: hashValue(functions.map((declared) => signatureOf(declared, symbols))),
    doc: raw.doc,
    functions,
    id: idOf("view", `${core.identity}.${raw.symbol.name}`),
    name: `${core.name}.${raw.symbol.name}`,
  };
}

/** What of a function its callers and its implementers depend on; renamed declarations stay what they were. */
function signatureOf({ name, typeParameters, parameters, returns, form }: ViewFunction, symbols: Symbols): unknown {
  return {
    form,
    name,
    parameters: parameters.map(({ source }) => identified(source, symbols)),
    returns,
    typeParameters,
  };
}

function identified(source: ParameterSource, symbols: Symbols): unknown {
  switch (source.kind) {
    case "component":
      return { ...source, component: symbols.id(source.component) };
    case "resource":
      return { ...source, resource: symbols.id(source.resource) };
    case "event-reader":
    case "event-writer":
      return { ...source, event: symbols.id(source.event) };
    case "query":
      return identifiedQuery(source, symbols);
    default:
      return source;
  }
}

function identifiedQuery(source: QuerySource, symbols: Symbols): unknown {
  const ids = (names: readonly string[]): unknown => names.map((name) => symbols.id(name)).sort();
  const terms = source.terms.map(({ name, source: of }) => ({ name, source: identified(of, symbols) }));
  const { changes } = source;
  const changed = changes && {
    changed: ids(changes.changed),
    added: ids(changes.added),
    removed: ids(changes.removed),
  };
  const lists = { any: ids(source.any), with: ids(source.with), without: ids(source.without) };
  return { ...source, ...lists, terms, changes: changed };
}

function reportUnknownImplications(features: readonly RawFeature[], reporter: Reporter): void {
  const known = features.map((feature) => feature.name);
  for (const feature of features) {
    for (const { value, place } of feature.implies) {
      if (known.includes(value)) continue;
      reporter.report("ECS2018", place, `\`${feature.name}\` implies the unknown feature \`${value}\``, {
        help: suggestion(
          value,
          known.filter((name) => name !== feature.name),
        ),
      });
    }
  }
}

function reportSharedViews(features: readonly RawFeature[], reporter: Reporter): void {
  const seen = new Map<string, RawFeature>();
  for (const feature of features) {
    const other = seen.get(symbolKey(feature.view));
    if (other === undefined) seen.set(symbolKey(feature.view), feature);
    else {
      reporter.report("ECS2020", feature.place, `\`${feature.name}\` has the View of \`${other.name}\``, {
        why: ["One feature, one View: a function belongs to the feature that asks for it."],
        help: `declare an interface of its own, or let \`${feature.name}\` imply \`${other.name}\``,
        related: [{ place: other.place, message: `\`${other.name}\` is declared here` }],
      });
    }
  }
}
