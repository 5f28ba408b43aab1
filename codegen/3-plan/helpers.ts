import { symbolKey } from "../model/symbol-key.js";
import type { BodyPart } from "../model/loop-plan.js";
import type { BoundFunction, NameRef } from "../model/plan.js";
import type { SymbolRef } from "../model/raw.js";
import { compareText, Scope } from "./names.js";

/** What printed bodies take from the files of their functions, by the names under which the binding hands it on. */
export class Helpers {
  private readonly from: string;
  private readonly scope: Scope;
  private readonly taken = new Map<string, BoundFunction>();

  /** `from` is the binding, `names` what it hands on already. */
  constructor(from: string, names: Iterable<string>) {
    this.from = from;
    this.scope = new Scope(["Proof", ...names]);
  }

  /** The name of something in the binding. */
  take(symbol: SymbolRef): NameRef {
    const { file, name } = symbol;
    const key = symbolKey(symbol);
    const known = this.taken.get(key);
    if (known !== undefined) return { name: known.name, from: this.from };
    const helper = { name: this.scope.take(name), symbol: { name, from: file }, as: undefined };
    this.taken.set(key, helper);
    return { name: helper.name, from: this.from };
  }

  /** Those that bodies use, by name; a function that kept its cursors in the end uses none. */
  usedBy(printed: readonly { readonly body: readonly BodyPart[] }[]): BoundFunction[] {
    const names = printed.flatMap(({ body }) => namesOf(body));
    const used = new Set(names.flatMap(({ name, from }) => (from === this.from ? [name] : [])));
    return [...this.taken.values()].filter(({ name }) => used.has(name)).sort((a, b) => compareText(a.name, b.name));
  }
}

function namesOf(body: readonly BodyPart[]): NameRef[] {
  return body.flatMap((part) => {
    if (typeof part === "string") return [];
    if (!("kind" in part)) return [part];
    return namesOf([...part.walks.flatMap(({ starts }) => starts.flat()), ...part.body]);
  });
}
