// The functions that an app has, and where the binding, their loops and the rows of their queries are.
import type { RawBody } from "../model/body.js";
import type { Checked } from "../model/checked.js";
import type { CoreContract, Feature, ViewFunction } from "../model/contract.js";
import type { ResolvedApp, ResolvedCall } from "../model/resolution.js";
import { ownCalls, type Files } from "./layout-of-files.js";
import { symbolKey, type SymbolRef } from "../model/symbol.js";
import type { NameRef } from "../model/name-ref.js";

const configuration = "ecsgen.config.ts";

/** A function, with where the binding and its loop are. */
export interface Callable {
  readonly function: ViewFunction;
  readonly bound: NameRef;
  readonly loop: NameRef;
  /** The rows of its parameters that are whole queries. */
  readonly rows: ReadonlyMap<string, NameRef>;
}

/** A function of the app, with what it is called. */
export interface Called {
  /** As that of a call. */
  readonly key: string;
  readonly callable: Callable;
  /** `motion.integration.integrate`; of an app's own function, its name. */
  readonly qualified: string;
  /** The author's file that says what it takes. */
  readonly source: string;
  readonly body: RawBody | undefined;
}

/** The same for all calls of a function: `motion.integration.integrate`, `systems/drift.ts#drift`. */
export function callKey(call: ResolvedCall): string {
  return call.kind === "view" ? `${call.core}.${call.feature}.${call.function}` : symbolKey(call.symbol);
}

/** The functions of an app by their names, each made once. */
export class Callables {
  private readonly files: Files;
  private readonly cores: ReadonlyMap<string, CoreContract>;
  private readonly own: ReadonlyMap<string, ViewFunction>;
  private readonly made = new Map<string, Callable>();

  constructor(app: ResolvedApp | undefined, { contract }: Checked, files: Files) {
    this.files = files;
    this.cores = new Map(contract.cores.map((core) => [core.name, core]));
    this.own = new Map(ownCalls(app).map(({ symbol, signature }) => [symbolKey(symbol), signature]));
  }

  /** A function of a View that the app has. */
  ofView(core: string, feature: string, name: string): Callable {
    return this.once(`${core}.${feature}.${name}`, () => {
      const called = this.feature(core, feature)?.view.functions.find((candidate) => candidate.name === name);
      if (called === undefined) throw new Error(`the contract has no function \`${core}.${feature}.${name}\``);
      return callableOf(called, this.files.viewFunction(core, feature, name), core, [feature, name], this.files);
    });
  }

  /** A function of the app's own. */
  ofApp(symbol: SymbolRef): Callable {
    return this.once(symbolKey(symbol), () => {
      const called = this.own.get(symbolKey(symbol));
      if (called === undefined) throw new Error(`the app does not call \`${symbol.name}\``);
      const bound = this.files.appFunction(symbol);
      return callableOf(called, bound, "app", [bound.name.replace(/^app/, "")], this.files);
    });
  }

  /** All functions that an app has: those of Views that it uses, then its own. */
  all(app: ResolvedApp): Called[] {
    const ofViews = app.cores.flatMap(({ core, features }) => {
      const contract = this.cores.get(core);
      const source = contract === undefined ? configuration : this.files.sourceOfCore(contract);
      return features.flatMap(({ feature, functions }) =>
        (this.feature(core, feature)?.view.functions ?? []).map(({ name }): Called => {
          const body = functions.find((candidate) => candidate.name === name)?.body;
          const key = `${core}.${feature}.${name}`;
          return { key, callable: this.ofView(core, feature, name), qualified: key, source, body };
        }),
      );
    });
    const own = ownCalls(app).map(({ name, symbol }): Called => {
      const [key, body] = [symbolKey(symbol), app.bodies.get(symbolKey(symbol))];
      return { key, callable: this.ofApp(symbol), qualified: name, source: symbol.file, body };
    });
    return [...ofViews, ...own];
  }

  private feature(core: string, name: string): Feature | undefined {
    return this.cores.get(core)?.features.find((candidate) => candidate.name === name);
  }

  private once(key: string, make: () => Callable): Callable {
    const known = this.made.get(key) ?? make();
    this.made.set(key, known);
    return known;
  }
}

function callableOf(
  called: ViewFunction,
  bound: NameRef,
  folder: string,
  words: readonly string[],
  files: Files,
): Callable {
  const queries = called.parameters.filter(({ source }) => source.kind === "query");
  return {
    function: called,
    bound,
    loop: files.loop(bound, folder, words),
    rows: new Map(queries.map(({ name }) => [name, files.rows(bound, folder, words, name)])),
  };
}
