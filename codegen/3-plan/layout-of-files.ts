import type { Checked } from "../model/checked.js";
import type { Contract, CoreContract, Declaration } from "../model/contract.js";
import type { ResolvedApp, ResolvedCall } from "../model/resolution.js";
import { trackedBy } from "./tracked.js";
import { Scope, camel, compareText, coreName, joined, pascal, simpleName } from "./names.js";
import { kebab } from "../model/file-name.js";
import { symbolKey, type SymbolRef } from "../model/symbol.js";
import type { NameRef } from "../model/name-ref.js";

const folders = {
  component: "components",
  relation: "relations",
  resource: "resources",
  event: "events",
  model: "models",
} as const;
/** What is not known to come from elsewhere comes from here. */
export const configuration = "ecsgen.config.ts";

type OwnCall = Extract<ResolvedCall, { readonly kind: "function" }>;

/** Where everything goes, and what it is called there. */
export class Files {
  private readonly checked: Checked;
  private readonly declarations: ReadonlyMap<string, Declaration>;
  private readonly tracked: ReadonlySet<string>;
  private readonly appNames = new Map<string, string>();
  private readonly tokens = new Map<string, NameRef>();

  constructor(checked: Checked) {
    this.checked = checked;
    this.declarations = new Map(declarationsOf(checked.contract).map((declaration) => [declaration.name, declaration]));
    this.tracked = trackedBy(checked);
    // Each has a file, named after it.
    const scope = new Scope([], kebab);
    for (const symbol of ownFunctions(checked.app)) {
      const key = symbolKey(symbol);
      if (!this.appNames.has(key)) this.appNames.set(key, scope.take(joined("app", symbol.name)));
    }
  }

  /** A file at the top of the output. */
  at(path: string): string {
    return `${this.checked.output}/${path}`;
  }

  /** The author's file of a declaration, View or core; what is not known came from the configuration. */
  source(qualified: string): string {
    return this.checked.sources.symbols.get(qualified)?.file ?? configuration;
  }

  /** The file that defines a core: its own, or that of its first View. */
  sourceOfCore(core: CoreContract): string {
    const known = [core.name, ...core.features.map((feature) => feature.view.name)];
    return known.map((name) => this.source(name)).find((file) => file !== configuration) ?? configuration;
  }

  /** The file of a declaration. */
  pathOf(declaration: Declaration): string {
    return this.at(`${folders[declaration.kind]}/${kebab(simpleName(declaration.name))}.ts`);
  }

  /** The token of a declaration: named wherever it is used, so it is made once. */
  token(qualified: string): NameRef {
    let token = this.tokens.get(qualified);
    if (token === undefined) {
      token = { name: simpleName(qualified), from: this.pathOf(this.declaration(qualified)) };
      this.tokens.set(qualified, token);
    }
    return token;
  }

  /** Whether the contract declares a name. */
  declares(qualified: string): boolean {
    return this.declarations.has(qualified);
  }

  /** The declaration of a name. */
  declaration(qualified: string): Declaration {
    const found = this.declarations.get(qualified);
    if (found === undefined) throw new Error(`the contract does not declare \`${qualified}\``);
    return found;
  }

  /** Whether the rows of a component keep when they were added and written. */
  isTracked(qualified: string): boolean {
    return this.tracked.has(qualified);
  }

  /** The name that the binding gives to a function of a View. */
  viewFunction(core: string, feature: string, name: string): NameRef {
    return { name: joined(core, feature, name), from: this.at("binding.ts") };
  }

  /** The name that the binding gives to a function of the app's own. */
  appFunction(symbol: { readonly file: string; readonly name: string }): NameRef {
    const name = this.appNames.get(symbolKey(symbol)) ?? joined("app", symbol.name);
    return { name, from: this.at("binding.ts") };
  }

  /** The loop of a function that the binding knows by this name. */
  loop(bound: NameRef, folder: string, words: readonly string[]): NameRef {
    return {
      name: `loop${pascal(bound.name)}`,
      from: this.at(`loops/${kebab(folder)}/${words.map(kebab).join("-")}.ts`),
    };
  }

  /** The rows of a query that is a parameter of a function that the binding knows by this name. */
  rows(bound: NameRef, folder: string, words: readonly string[], parameter: string): NameRef {
    return {
      name: pascal(joined(bound.name, parameter)),
      from: this.at(`queries/${kebab(folder)}/${words.map(kebab).join("-")}/${kebab(parameter)}.ts`),
    };
  }

  /** The token of a bundle or prefab. */
  bundle(qualified: string): NameRef {
    const name = simpleName(qualified);
    return { name: pascal(name), from: this.at(`bundles/${kebab(name)}.ts`) };
  }

  /** The facade of a core. */
  core(name: string): NameRef {
    return { name: pascal(name), from: this.at(`views/${kebab(name)}.ts`) };
  }

  /** The validator of a declaration, in the file of all of its core. */
  validator(qualified: string): NameRef {
    const name = `${camel(simpleName(qualified))}Validator`;
    return { name, from: this.at(`validators/${kebab(coreName(qualified))}.ts`) };
  }
}

/** The functions of the app's own that its step calls, those that run before conditions. */
export function ownFunctions(app: ResolvedApp | undefined): SymbolRef[] {
  return ownCalls(app).map(({ symbol }) => symbol);
}

/** Calls of functions of the app's own, those that run before conditions. */
export function ownCalls(app: Pick<ResolvedApp, "schedule" | "sets"> | undefined): OwnCall[] {
  const conditions = [...(app?.schedule ?? []), ...(app?.sets ?? [])].map(({ condition }) => condition);
  const calls = [...(app?.schedule ?? []).map(({ run }) => run), ...conditions];
  return calls.filter((called): called is OwnCall => called?.kind === "function");
}

/** All declarations of a contract, by kind, then by name. */
function declarationsOf(contract: Contract): readonly Declaration[] {
  const { components, relations, resources, events, models } = contract;
  return [components, relations, resources, events, models].flatMap((kind) =>
    [...kind].sort((a, b) => compareText(a.name, b.name)),
  );
}
