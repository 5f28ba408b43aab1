import type { TypeOracle } from "../../compiler/type-oracle.js";
import type { Answer, Question } from "../../compiler/type-question.js";
import type { ReportDetails, Reporter } from "../../diagnostics/diagnostic.js";
import { suggest, suggestion } from "../../diagnostics/suggest.js";
import { recalled, type Recall } from "../../memo/recall.js";
import type { Feature, ParameterSource, ViewFunction } from "../../model/contract.js";
import type { Place } from "../../model/place.js";
import type {
  RawFunction,
  RawImplementation,
  RawParameter,
  RawProvision,
  RawSystemModule,
  RawType,
} from "../../model/raw.js";
import { contractOf, type Grounds } from "../grounds.js";
import { queryDifference } from "../query-parameters.js";
import { declarationOf, isQuery, wordOf } from "../symbols.js";
import { reportUntyped } from "../view-functions.js";
import { symbolKey } from "../../model/symbol.js";

/** Why a function of a system module does not count for its feature. */
export interface Shortcoming {
  /** In a few words, to follow the module's name: "has no `integrate` of `integration`". */
  readonly text: string;
  /** What is to be reported of it; undefined where a finding about what could not be read says it already. */
  readonly finding: Finding | undefined;
  /** The function that is there, but still to be written: "`push` of `impulses`". */
  readonly stub?: string;
}

/** A finding that is not reported yet: what requires the function is still to be added. */
export interface Finding {
  readonly code: "ECS3004" | "ECS3005" | "ECS3006";
  readonly place: Place;
  readonly message: string;
  readonly more: ReportDetails;
}

/** What a system module is really worth. */
export interface Assessment {
  readonly module: RawSystemModule;
  /** Its exported name, or the name of its folder for a default export. */
  readonly name: string;
  readonly core: string;
  /** For each feature that it provides, what keeps it from being covered; nothing when it is. */
  readonly features: ReadonlyMap<string, readonly Shortcoming[]>;
  readonly provisions: ReadonlyMap<string, RawProvision>;
}

/** Who judges, and by what. */
export interface Judge {
  readonly grounds: Grounds;
  readonly reporter: Reporter;
}

/** A function that a View asks for, and what a module has for it. */
interface Claim {
  readonly module: RawSystemModule;
  readonly feature: Feature;
  readonly provision: RawProvision;
  readonly declared: ViewFunction;
  readonly implementation: RawImplementation | undefined;
}

/** Looks at what each module really implements of what it claims to have. By symbol. */
export function assessModules(
  modules: readonly RawSystemModule[],
  types: TypeOracle,
  judge: Judge,
  recall?: Recall<RawSystemModule, readonly Verdict[]>,
): ReadonlyMap<string, Assessment> {
  const around = { questions: judge.grounds, reporter: judge.reporter };
  const judged = modules.map((module) => ({
    module,
    verdicts: recalled(recall, module, [], around, (grounds, reporter) => judgeModule(module, { grounds, reporter })),
  }));
  const open = judged.flatMap(({ verdicts }) => verdicts.filter(({ question }) => question !== undefined));
  const answers = types.assignable(open.flatMap(({ question }) => question ?? []));
  const mistakes = new Map(open.map(({ claim }, index) => [claim, mistyped(claim, answers[index], judge)]));
  return new Map(
    judged.flatMap(({ module, verdicts }) => {
      const core = contractOf(judge.grounds, module.core);
      if (core === undefined) return [];
      const provisions = module.provides.filter(({ feature }) => core.features.some(({ name }) => name === feature));
      const features = provisions.map(({ feature }): [string, Shortcoming[]] => [
        feature,
        verdicts
          .filter(({ claim }) => claim.feature.name === feature)
          .flatMap(({ claim, shortcoming }) => shortcoming ?? mistakes.get(claim) ?? []),
      ]);
      const assessment: Assessment = {
        module,
        name: moduleName(module),
        core: core.name,
        features: new Map(features),
        provisions: new Map(provisions.map((provision) => [provision.feature, provision])),
      };
      return [[symbolKey(module.symbol), assessment]];
    }),
  );
}

/** A module's exported name, or the name of its folder for a default export. */
export function moduleName({ symbol, place }: RawSystemModule): string {
  if (symbol.name !== "default") return symbol.name;
  const [file = "", folder = file.replace(/\.\w+$/, "")] = place.file.split("/").reverse();
  return /^index\.\w+$/.test(file) ? folder : file.replace(/\.\w+$/, "");
}

function claimsOf(module: RawSystemModule, judge: Judge): Claim[] {
  const core = contractOf(judge.grounds, module.core);
  if (core === undefined) {
    if (module.core === undefined) return [];
    const message = `\`${moduleName(module)}\` serves \`${module.core.name}\`, which is no core`;
    judge.reporter.report("ECS3001", module.place, message, { help: "name a constant made with `core(…)`" });
    return [];
  }
  return module.provides.flatMap((provision) => {
    const feature = core.features.find(({ name }) => name === provision.feature);
    if (feature === undefined) {
      judge.reporter.report("ECS3009", provision.place, `\`${core.name}\` has no feature \`${provision.feature}\``, {
        help: suggestion(
          provision.feature,
          core.features.map(({ name }) => name),
        ),
      });
      return [];
    }
    if (provision.unknown) return [];
    return feature.view.functions.map((declared) => ({
      module,
      feature,
      provision,
      declared,
      implementation: provision.functions.find(({ name }) => name === declared.name),
    }));
  });
}

/** What is found of a claim by looking; `question` is what the types have to say. */
export interface Verdict {
  readonly claim: Claim;
  readonly shortcoming: Shortcoming | undefined;
  readonly question: Question | undefined;
}

function judgeModule(module: RawSystemModule, judge: Judge): Verdict[] {
  return claimsOf(module, judge).map((claim) => {
    if (claim.implementation !== undefined) reportUntyped(claim.implementation.signature, judge.reporter);
    const shortcoming =
      absent(claim, judge) ??
      stub(claim) ??
      unread(claim, judge) ??
      misnamed(claim, judge) ??
      unexpectedResult(claim, judge);
    return { claim, shortcoming, question: shortcoming === undefined ? questionOf(claim, judge) : undefined };
  });
}

function nameOf({ feature, declared }: Claim): string {
  return `\`${declared.name}\` of \`${feature.name}\``;
}

function absent(claim: Claim, judge: Judge): Shortcoming | undefined {
  const { implementation, provision, feature, declared, module } = claim;
  if (implementation !== undefined) return undefined;
  const { place, functions, unread } = provision;
  if (unread.includes("*") || unread.includes(declared.name)) {
    return { text: `has ${nameOf(claim)} in a form that cannot be read`, finding: undefined };
  }
  const others = functions.map(({ name }) => name).filter((name) => !isAskedFor(feature, name));
  const near = suggest(declared.name, others);
  const more: ReportDetails = {
    why: [`It says that it provides \`${feature.name}\`, whose View asks for \`${declared.name}\`.`],
    help:
      near === undefined
        ? `export a function \`${declared.name}\` there; \`ecsgen scaffold\` writes a typed stub`
        : `there is \`${near}\`: rename it if it is the one that is meant`,
    related: declarationPlaces(claim, judge),
  };
  const text = `has no ${nameOf(claim)}`;
  return { text, finding: { code: "ECS3004", place, message: `\`${moduleName(module)}\` ${text}`, more } };
}

function isAskedFor({ view }: Feature, name: string): boolean {
  return view.functions.some((declared) => declared.name === name);
}

/** Where the View declares the function. */
function declarationPlaces(claim: Claim, judge: Judge): { readonly place: Place; readonly message: string }[] {
  const declared = expectedOf(claim, judge);
  return declared === undefined ? [] : [{ place: declared.expected.place, message: "declared here" }];
}

function stub(claim: Claim): Shortcoming | undefined {
  const { implementation, module, feature } = claim;
  if (implementation?.stub !== true) return undefined;
  const why = [`It throws \`NotImplemented\`, so \`${moduleName(module)}\` does not cover \`${feature.name}\`.`];
  return {
    text: `has only a stub for ${nameOf(claim)}`,
    finding: {
      code: "ECS3006",
      place: implementation.signature.place,
      message: `${nameOf(claim)} is still a stub`,
      more: { why, help: "write it" },
    },
    stub: nameOf(claim),
  };
}

/** A finding about a name that leads nowhere tells more than one about a type that does not fit. */
function unread(claim: Claim, judge: Judge): Shortcoming | undefined {
  if (!isLost(claim.implementation?.signature) && !isLost(expectedOf(claim, judge)?.expected)) return undefined;
  return { text: `has ${nameOf(claim)} with a type that cannot be read`, finding: undefined };
}

function isLost(signature: RawFunction | undefined): boolean {
  if (signature === undefined) return false;
  const { parameters, returns } = signature;
  return (
    parameters.some(({ type }) => type !== undefined && hasLost(type)) || (returns !== undefined && hasLost(returns))
  );
}

function hasLost({ lost, arguments: given, properties = [], elements = [] }: RawType): boolean {
  return lost || given.some(hasLost) || properties.some(({ type }) => hasLost(type)) || elements.some(hasLost);
}

/** TypeScript takes one component for another when their fields are alike; an entity does not. */
function misnamed(claim: Claim, judge: Judge): Shortcoming | undefined {
  const { implementation, declared } = claim;
  for (const [index, parameter] of (implementation?.signature.parameters ?? []).entries()) {
    const text = difference(parameter, declared.parameters[index]?.source, judge);
    if (text === undefined) continue;
    return mistake(claim, parameter.place, `parameter \`${parameter.name}\`: ${text}`, judge);
  }
  return undefined;
}

function difference(parameter: RawParameter, source: ParameterSource | undefined, judge: Judge): string | undefined {
  if (source?.kind === "query" && isQuery(parameter.type?.symbol)) {
    return queryDifference(parameter.type, source, judge.grounds);
  }
  const given = givenBy(parameter, judge);
  const expected = expectedBy(source);
  if (given === undefined || expected === undefined || given === expected) return undefined;
  return `the View gives \`${expected}\`, not \`${given}\``;
}

/** The declaration that a parameter is about: a component, a resource, or the event of a reader or a writer. */
function givenBy({ type }: RawParameter, { grounds }: Judge): string | undefined {
  const word = wordOf(type?.symbol);
  const about = word === "EventReader" || word === "EventWriter" ? type?.arguments[0]?.symbol : type?.symbol;
  return declarationOf(grounds, about)?.name;
}

function expectedBy(source: ParameterSource | undefined): string | undefined {
  switch (source?.kind) {
    case "component":
      return source.component;
    case "resource":
      return source.resource;
    case "event-reader":
    case "event-writer":
      return source.event;
    default:
      return undefined;
  }
}

/** TypeScript lets a function give back what nobody asked for; a loop would drop it, and wait for no promise. */
function unexpectedResult(claim: Claim, judge: Judge): Shortcoming | undefined {
  const { implementation, declared } = claim;
  if (implementation === undefined || declared.returns !== "void") return undefined;
  const { returns, async, generator, place } = implementation.signature;
  if (async) return mistake(claim, returns?.place ?? place, "it is `async`, and nobody waits for it", judge);
  if (generator)
    return mistake(claim, returns?.place ?? place, "it is a generator, and nobody asks it for values", judge);
  if (returns === undefined || /^(?:void|undefined|never)$/.test(returns.text)) return undefined;
  return mistake(claim, returns.place, `it gives back \`${returns.text}\`, and the View expects nothing`, judge);
}

function questionOf(claim: Claim, judge: Judge): Question | undefined {
  const found = expectedOf(claim, judge);
  const { implementation } = claim;
  if (found === undefined || implementation === undefined) return undefined;
  return { implementation: implementation.symbol, signature: implementation.signature, ...found };
}

/** The View and its function, as they are written. */
function expectedOf(
  { module, feature, declared }: Claim,
  { grounds }: Judge,
): Pick<Question, "view" | "expected"> | undefined {
  const core = module.core && grounds.core(symbolKey(module.core));
  const view = core?.features.find(({ name }) => name === feature.name)?.view;
  const expected = view && grounds.view(symbolKey(view))?.functions.find(({ name }) => name === declared.name);
  return view && expected && { view, expected };
}

function mistyped(claim: Claim, answer: Answer | undefined, judge: Judge): Shortcoming | undefined {
  if (answer === undefined || answer.ok || claim.implementation === undefined) return undefined;
  const { parameters, place } = claim.implementation.signature;
  const about = answer.parameter === undefined ? undefined : parameters[answer.parameter];
  return mistake(claim, about?.place ?? place, answer.text, judge);
}

function mistake(claim: Claim, place: Place, text: string, judge: Judge): Shortcoming {
  const more: ReportDetails = {
    why: [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`],
    help: "give it the parameters and the result that the View declares",
    related: declarationPlaces(claim, judge),
  };
  return {
    text: `has ${nameOf(claim)} with a wrong type`,
    finding: { code: "ECS3005", place, message: `${nameOf(claim)} does not fit its View`, more },
  };
}
