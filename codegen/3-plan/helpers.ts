import { alone, recalled, type Recall } from "../memo/recall.js";
import type { RawBody } from "../model/body.js";
import type { BodyPart } from "../model/loop-plan.js";
import type { BoundFunction } from "../model/plan.js";
import { compareText, Scope } from "./names.js";
import { symbolKey, type SymbolRef } from "../model/symbol.js";
import type { NameRef } from "../model/name-ref.js";

type Printed = readonly BodyPart[];

/** What bodies used in earlier rounds of a session. */
export type UseRecall = Recall<Printed, readonly string[]>;

/**
 * What bodies may take from the files of their functions, by the names under which the binding hands it on. All names are given
 * before the first body is printed, so that none depends on what else is.
 */
export class Helpers {
  private readonly from: string;
  private readonly all = new Map<string, BoundFunction>();

  /** `from` is the binding, `names` what it hands on already, `isDeclared` whether a symbol has a generated file of its own. */
  constructor(
    from: string,
    names: Iterable<string>,
    bodies: Iterable<RawBody | undefined>,
    isDeclared: (symbol: SymbolRef) => boolean,
  ) {
    this.from = from;
    const scope = new Scope(["Proof", ...names]);
    for (const body of bodies) {
      if (body?.kind !== "body") continue;
      for (const symbol of body.outside.values()) {
        const key = symbolKey(symbol);
        // What packages have is imported from them.
        if (this.all.has(key) || !symbol.file.endsWith(".ts") || isDeclared(symbol)) continue;
        const { file, name } = symbol;
        this.all.set(key, { name: scope.take(name), symbol: { name, from: file }, as: undefined });
      }
    }
  }

  /** What the binding calls something; undefined if it does not hand it on. */
  named(symbol: SymbolRef): NameRef | undefined {
    const known = this.all.get(symbolKey(symbol));
    return known && { name: known.name, from: this.from };
  }

  /** Those that bodies use, by name; a function that kept its cursors in the end uses none. */
  usedBy(bodies: readonly Printed[], recall?: UseRecall): BoundFunction[] {
    const namesIn = (body: Printed): readonly string[] =>
      recalled(recall, body, [this.from], alone, () => namesOf(body, this.from));
    const used = new Set(bodies.flatMap(namesIn));
    return [...this.all.values()].filter(({ name }) => used.has(name)).sort((a, b) => compareText(a.name, b.name));
  }
}

/** The names that a body takes from a file. */
function namesOf(body: Printed, file: string): string[] {
  const names: string[] = [];
  body.forEach((part) => {
    if (typeof part === "string") return;
    if (!("kind" in part)) {
      if (part.from === file) names.push(part.name);
    } else if (part.kind === "rows") {
      names.push(...namesOf([...part.walks.flatMap(({ starts }) => starts.flat()), ...part.body], file));
    }
  });
  return names;
}
