import type { Answer, Question, TypeOracle } from "../../compiler/type-oracle.js";
import type { Reporter } from "../../diagnostics/diagnostic.js";
import { suggestion } from "../../diagnostics/suggest.js";
import type { CoreContract, Feature, ViewFunction } from "../../model/contract.js";
import type { Contract } from "../../model/contract.js";
import type { Place } from "../../model/place.js";
import type { RawImplementation, RawProvision, RawSystemModule } from "../../model/raw.js";
import { declarationOf, symbolKey, type Symbols } from "../symbols.js";

/** Why a function of a system module does not count for its feature. */
export interface Shortcoming {
  /** In a few words, to follow the module's name: "has no `integrate` of `integration`". */
  readonly text: string;
  readonly place: Place;
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

/** What system modules are judged by. */
export interface Judge {
  readonly contract: Contract;
  readonly symbols: Symbols;
  readonly types: TypeOracle;
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

/** Looks at what each module really implements, and reports what it claims and does not have. By symbol. */
export function assessModules(modules: readonly RawSystemModule[], judge: Judge): ReadonlyMap<string, Assessment> {
  const claims = modules.flatMap((module) => claimsOf(module, judge));
  const shortcomings = judgeClaims(claims, judge);
  return new Map(
    modules.flatMap((module) => {
      const core = coreServed(module, judge);
      if (core === undefined) return [];
      const provisions = module.provides.filter(({ feature }) => core.features.some(({ name }) => name === feature));
      const features = provisions.map(({ feature }): [string, Shortcoming[]] => [
        feature,
        claims
          .filter((claim) => claim.module === module && claim.feature.name === feature)
          .flatMap((claim) => shortcomings.get(claim) ?? []),
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

/** The core that a module serves. */
export function coreServed(module: RawSystemModule, { contract, symbols }: Judge): CoreContract | undefined {
  const named = symbols.cores.get(symbolKey(module.core));
  return contract.cores.find((core) => core.name === named?.name);
}

function claimsOf(module: RawSystemModule, judge: Judge): Claim[] {
  const core = coreServed(module, judge);
  if (core === undefined) {
    judge.reporter.report(
      "ECS3001",
      module.place,
      `\`${moduleName(module)}\` serves \`${module.core.name}\`, which is no core`,
      {
        help: "name a constant made with `core(…)`",
      },
    );
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
    return feature.view.functions.map((declared) => ({
      module,
      feature,
      provision,
      declared,
      implementation: provision.functions.find(({ name }) => name === declared.name),
    }));
  });
}

function judgeClaims(claims: readonly Claim[], judge: Judge): ReadonlyMap<Claim, Shortcoming> {
  const found = new Map<Claim, Shortcoming>();
  const open: { readonly claim: Claim; readonly question: Question }[] = [];
  for (const claim of claims) {
    const shortcoming = absent(claim, judge) ?? stub(claim, judge) ?? misnamed(claim, judge);
    const question = questionOf(claim, judge);
    if (shortcoming !== undefined) found.set(claim, shortcoming);
    else if (question !== undefined) open.push({ claim, question });
  }
  const answers = judge.types.assignable(open.map(({ question }) => question));
  for (const [index, { claim }] of open.entries()) {
    const shortcoming = mistyped(claim, answers[index], judge);
    if (shortcoming !== undefined) found.set(claim, shortcoming);
  }
  return found;
}

function nameOf({ feature, declared }: Claim): string {
  return `\`${declared.name}\` of \`${feature.name}\``;
}

function absent(claim: Claim, { reporter }: Judge): Shortcoming | undefined {
  const { implementation, provision, feature, declared, module } = claim;
  if (implementation !== undefined) return undefined;
  reporter.report("ECS3004", provision.place, `\`${moduleName(module)}\` has no ${nameOf(claim)}`, {
    why: [`It says that it provides \`${feature.name}\`, whose View asks for \`${declared.name}\`.`],
    help: `export a function \`${declared.name}\` there; \`ecsgen scaffold\` writes a typed stub`,
  });
  return { text: `has no ${nameOf(claim)}`, place: provision.place };
}

function stub(claim: Claim, { reporter }: Judge): Shortcoming | undefined {
  const { implementation, module } = claim;
  if (implementation?.stub !== true) return undefined;
  const { place } = implementation.signature;
  reporter.report("ECS3006", place, `${nameOf(claim)} is still a stub`, {
    why: [`It only throws \`NotImplemented\`, so \`${moduleName(module)}\` does not cover \`${claim.feature.name}\`.`],
    help: "write it",
  });
  return { text: `has only a stub for ${nameOf(claim)}`, place };
}

/** TypeScript takes one component for another when their fields are alike; an entity does not. */
function misnamed(claim: Claim, judge: Judge): Shortcoming | undefined {
  const { implementation, declared } = claim;
  for (const [index, parameter] of (implementation?.signature.parameters ?? []).entries()) {
    const given = declarationOf(judge.symbols, parameter.type?.symbol)?.name;
    const source = declared.parameters[index]?.source;
    const expected =
      source?.kind === "component" ? source.component : source?.kind === "resource" ? source.resource : undefined;
    if (given === undefined || expected === undefined || given === expected) continue;
    const text = `parameter \`${parameter.name}\`: the View gives \`${expected}\`, not \`${given}\``;
    return reportMistyped(claim, parameter.place, text, judge);
  }
  return undefined;
}

function questionOf({ feature, declared, implementation }: Claim, { symbols, contract }: Judge): Question | undefined {
  const core = contract.cores.find((candidate) => candidate.features.includes(feature));
  const named = [...symbols.cores.values()].find(({ name }) => name === core?.name);
  const view = named?.raw.features.find(({ name }) => name === feature.name)?.view;
  const expected = view && symbols.views.get(symbolKey(view))?.functions.find(({ name }) => name === declared.name);
  if (view === undefined || expected === undefined || implementation === undefined) return undefined;
  return { implementation: implementation.symbol, signature: implementation.signature, view, expected };
}

function mistyped(claim: Claim, answer: Answer | undefined, judge: Judge): Shortcoming | undefined {
  if (answer === undefined || answer.ok || claim.implementation === undefined) return undefined;
  return reportMistyped(claim, claim.implementation.signature.place, answer.text, judge);
}

function reportMistyped(claim: Claim, place: Place, text: string, { reporter, symbols }: Judge): Shortcoming {
  const expected = [...symbols.views.values()]
    .filter((view) => claim.feature.view.name.endsWith(`.${view.symbol.name}`))
    .flatMap((view) => view.functions.filter(({ name }) => name === claim.declared.name));
  reporter.report("ECS3005", place, `${nameOf(claim)} does not fit its View`, {
    why: [`${text.charAt(0).toUpperCase()}${text.slice(1)}.`],
    help: "give it the parameters and the result that the View declares",
    related: expected.map((declared) => ({ place: declared.place, message: "declared here" })),
  });
  return { text: `has ${nameOf(claim)} with a wrong type`, place };
}
