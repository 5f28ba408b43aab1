// What parts of the plan are made of beside themselves. It is asked for by names, so that a part whose answers stay the same
// need not be planned again.
import type { Checked } from "../model/checked.js";
import type { Declaration } from "../model/contract.js";
import type { ComponentPlan } from "../model/plan.js";
import type { Callable, Callables } from "./callables.js";
import type { DeclarationPlans } from "./declarations.js";
import type { Helpers } from "./helpers.js";
import type { Files } from "./layout-of-files.js";
import type { NameRef } from "../model/name-ref.js";
import type { QueryRowsPlan } from "../model/call-plan.js";
import type { SymbolRef } from "../model/symbol.js";

/** What declarations are called. */
export interface DeclaredNames {
  /** The token of a declaration. */
  token(qualified: string): NameRef;
  /** Whether the contract declares a name. */
  declares(qualified: string): boolean;
}

/** What the plan of a function asks. */
export interface FunctionGrounds extends DeclaredNames {
  declaration(qualified: string): Declaration;
  component(qualified: string): ComponentPlan | undefined;
  /** The rows of a whole query, by their file. */
  rows(path: string): QueryRowsPlan | undefined;
  /** What something of an author's file is called in what is printed. */
  outside(file: string, name: string): NameRef;
  /** Where a type is that a body names. */
  type(file: string, name: string): NameRef;
}

/** What the plan of who calls functions asks. */
export interface CallGrounds extends DeclaredNames {
  /** A function of a View. */
  ofView(core: string, feature: string, name: string): Callable;
  /** A function of the app's own. */
  ofApp(file: string, name: string): Callable;
  /** What is called in place of a function that the binding would have, by its name there. */
  printed(bound: string): NameRef | undefined;
  /** Where the author defines a declaration, View or core. */
  author(qualified: string): NameRef | undefined;
}

/** What is planned before functions are. */
export interface FunctionParts {
  readonly declarations: DeclarationPlans;
  readonly queries: readonly QueryRowsPlan[];
  readonly helpers: Helpers;
  /** The declaration that a symbol names. */
  readonly declared: (symbol: SymbolRef) => string | undefined;
  readonly files: Files;
}

/** Answers from what is planned before functions are. */
export function functionGrounds({ declarations, queries, helpers, declared, files }: FunctionParts): FunctionGrounds {
  const components = new Map(declarations.components.map((component) => [component.qualified, component]));
  const rows = new Map(queries.map((plan) => [plan.file.path, plan]));
  return {
    ...declaredNames(files),
    declaration: (qualified) => files.declaration(qualified),
    component: (qualified) => components.get(qualified),
    rows: (path) => rows.get(path),
    outside: (file, name) => {
      // What has a generated file of its own is not handed on.
      const handed = helpers.named({ file, name });
      if (handed !== undefined) return handed;
      const qualified = declared({ file, name });
      return qualified === undefined ? { name, from: file } : files.token(qualified);
    },
    type: (file, name) => {
      const qualified = declared({ file, name });
      return qualified === undefined ? { name, from: file } : files.token(qualified);
    },
  };
}

/** Answers from what is planned when functions are; `printed` are those that generated files have themselves. */
export function callGrounds(
  { sources }: Checked,
  files: Files,
  callables: Callables,
  printed: ReadonlyMap<string, NameRef> = new Map(),
): CallGrounds {
  return {
    ...declaredNames(files),
    ofView: (core, feature, name) => callables.ofView(core, feature, name),
    ofApp: (file, name) => callables.ofApp({ file, name }),
    printed: (bound) => printed.get(bound),
    author: (qualified) => {
      const symbol = sources.symbols.get(qualified);
      return symbol && { name: symbol.name, from: symbol.file };
    },
  };
}

function declaredNames(files: Files): DeclaredNames {
  return { token: (qualified) => files.token(qualified), declares: (qualified) => files.declares(qualified) };
}
