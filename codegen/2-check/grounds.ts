import type { Contract, CoreContract, Field } from "../model/contract.js";
import { type Symbols } from "./symbols.js";
import { symbolKey, type SymbolRef } from "../model/symbol.js";

/** What functions and system modules are judged by: what is declared, and what of it is proven. */
export interface Grounds extends Symbols {
  /** A core of the contract by its name. */
  contract(core: string): CoreContract | undefined;
  /** The fields of a component, resource or event by its qualified name. */
  fields(name: string): readonly Field[] | undefined;
  /** Whether a qualified name is that of an event. */
  isEvent(name: string): boolean;
  /** The components of the bundle or prefab that has a token: of `Fighter`. */
  bundled(token: string): readonly string[] | undefined;
  /** The components that go by a name where entities are spawned: `motion.Position` for `position`. */
  spawned(key: string): readonly string[];
}

/** Answers from a contract and from what it was made of. */
export function groundsOf({ components, resources, events, bundles, cores }: Contract, symbols: Symbols): Grounds {
  const byName = new Map(cores.map((core) => [core.name, core]));
  const declared = [...resources, ...components, ...events];
  const fields = new Map(declared.map((declaration) => [declaration.name, declaration.fields]));
  const eventNames = new Set(events.map(({ name }) => name));
  // `UIState` is spawned as `uiState`, and the token of `fighter` is `Fighter`.
  const keyOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const bundled = new Map(
    bundles.map((bundle) => [keyOf(bundle.name), bundle.components.map(({ component }) => component)]),
  );
  const spawned = new Map<string, string[]>();
  for (const { name } of components) {
    const key = keyOf(name);
    spawned.set(key, [...(spawned.get(key) ?? []), name]);
  }
  return {
    ...symbols,
    contract: (core) => byName.get(core),
    fields: (name) => fields.get(name),
    isEvent: (name) => eventNames.has(name),
    bundled: (token) => bundled.get(keyOf(token)),
    spawned: (key) => spawned.get(keyOf(key)) ?? [],
  };
}

/** The core of the contract that a symbol stands for. */
export function contractOf(grounds: Grounds, symbol: SymbolRef | undefined): CoreContract | undefined {
  const named = symbol && grounds.core(symbolKey(symbol));
  return named && grounds.contract(named.name);
}
