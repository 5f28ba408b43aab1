// What names of an author's file are in what is printed.
import type { BodyText, KeptText, NamePiece, PartPiece, RawBody, RawHelper, Step } from "../model/body.js";
import type { BodyNames, Shape, Shapes } from "./column-context.js";
import { locate } from "./column-parts.js";
import type { FunctionGrounds } from "./grounds.js";

/**
 * What names of a body's file are where the body is printed. `shapes` are those of its parameters, `helpers` all functions that it
 * reaches by handing parts on.
 */
export function namesOf(
  body: RawBody,
  shapes: Shapes,
  grounds: Pick<FunctionGrounds, "outside" | "type">,
  helpers: ReadonlyMap<string, RawHelper> = body.kind === "body" ? body.helpers : new Map(),
): BodyNames {
  if (body.kind === "obstacle") return nameless;
  const { outside, types, called, unnamed } = body;
  const defined = new Set(body.defined);
  const kept = keptBy(body, shapes);
  const names = [...kept.keys()].map((key) => key.replace(/^type /, ""));
  return {
    outside: (name) => {
      const symbol = outside.get(name);
      return symbol && grounds.outside(symbol.file, symbol.name);
    },
    type: (name) => {
      const symbol = types.get(name);
      return symbol && { kind: "type", ...grounds.type(symbol.file, symbol.name) };
    },
    helper: (name) => {
      const key = called.get(name);
      const helper = key === undefined ? undefined : helpers.get(key);
      if (key === undefined || helper === undefined) return undefined;
      return { key, helper, names: (given) => namesOf(helper.body, given, grounds, helpers) };
    },
    unnamed: (name) => unnamed.get(name),
    kept,
    taken: [...body.names, ...names],
    maybeTaken: names.filter((name) => !body.names.includes(name)),
    isDefined: (name) => defined.has(name) || (!outside.has(name) && definedEverywhere.has(name)),
  };
}

/** Of what is no body. */
const nameless: BodyNames = {
  outside: () => undefined,
  type: () => undefined,
  helper: () => undefined,
  unnamed: () => undefined,
  kept: new Map(),
  taken: [],
  maybeTaken: [],
  isDefined: () => false,
};

/** Names that every program has, of what is never `undefined` or gives back no `undefined`. */
const definedEverywhere: ReadonlySet<string> = new Set(["NaN", "Infinity", "Number", "String", "Boolean", "BigInt"]);

/** What a body takes from what its file keeps to itself; functions that it hands parts to are printed apart. */
function keptBy(
  { text, kept, head }: RawBody & { readonly kind: "body" },
  shapes: Shapes,
): ReadonlyMap<string, KeptText> {
  if (kept.size === 0) return kept;
  const used = new Set<string>();
  const use = (of: BodyText): void => {
    for (const name of plainNames(of, shapes)) {
      const key = keptKey(name, kept);
      const known = used.has(key) ? undefined : kept.get(key);
      used.add(key);
      if (known !== undefined) use(known.text);
    }
  };
  for (const each of [text, ...head.parameters.map(({ initial }) => initial?.text ?? [])]) use(each);
  return new Map([...kept].filter(([name]) => used.has(name)));
}

/** The names of a text, but for those of functions that are handed parts. */
function plainNames(text: BodyText, shapes: Shapes): NamePiece[] {
  return text.flatMap((piece): NamePiece[] => {
    if (typeof piece === "string") return [];
    switch (piece.kind) {
      case "name":
        return [piece];
      case "call":
        return piece.given.some(({ part }) => part !== undefined && isWhole(part, shapes))
          ? piece.given.flatMap((each) => plainNames(each.text, shapes))
          : plainNames(piece.text, shapes);
      case "assignment":
        return plainNames(piece.value, shapes);
      case "rows":
        return plainNames([...piece.head, ...piece.body], shapes);
      case "return":
        return plainNames(piece.value ?? [], shapes);
      case "part":
      case "comparison":
      case "leave":
      case "next":
        return [];
      default:
        return plainNames(piece.text, shapes);
    }
  });
}

/** By what a declaration is found that a name stands for. */
export function keptKey({ name, type }: NamePiece, kept: ReadonlyMap<string, unknown>): string {
  return type && kept.has(`type ${name}`) ? `type ${name}` : name;
}

/** Whether a part of a component, or of a row, is no value for sure. */
function isWhole({ parameter, steps }: PartPiece, shapes: Shapes): boolean {
  const of = shapes[parameter];
  const [first, ...more] = steps;
  if (of === undefined || !("members" in of)) return isWholeIn(of, steps);
  return first === undefined || isWholeIn(of.members.get(first.name), more);
}

function isWholeIn(of: Shape | undefined, steps: readonly Step[]): boolean {
  return of !== undefined && locate(of.component, of.optional, [...of.steps, ...steps]).kind === "whole";
}
