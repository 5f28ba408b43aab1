// What functions of the project give back of what they are given: what is done with that, is done with what was given.
import type { FunctionSyntax, ParameterUseSyntax, SourceSyntax } from "../compiler/syntax.js";
import type { PartUse, ReturnedPart } from "../model/uses.js";
import { functionOf } from "./find-function.js";
import { meaningOfType } from "./read-signature.js";
import type { Reading } from "./reading.js";
import type { Meaning } from "./resolve-name.js";

/** A function in the file that gives its names their meaning. */
export interface ScopedFunction {
  readonly source: SourceSyntax;
  readonly function: FunctionSyntax;
}

/** The function that is called by a name, or by that of a method: `effects.clear`; undefined when it is none of the project. */
export function calledFunction(reading: Reading, source: SourceSyntax, name: string): ScopedFunction | undefined {
  const meaning = meaningOfType(reading, source, name);
  const found = meaning.kind === "declared" ? functionOf(meaning.declarations) : undefined;
  if (meaning.kind === "declared" && found !== undefined) return { source: meaning.source, function: found.function };
  const dot = name.lastIndexOf(".");
  return dot < 0 ? undefined : methodOf(meaningOfType(reading, source, name.slice(0, dot)), name.slice(dot + 1));
}

/** A method of a constant object that nobody writes to. */
function methodOf(meaning: Meaning, name: string): ScopedFunction | undefined {
  if (meaning.kind !== "declared" || !meaning.source.fixed.has(meaning.name)) return undefined;
  const [declaration] = meaning.declarations;
  const value = declaration?.kind === "constant" && !declaration.mutable ? declaration.value : undefined;
  if (value?.kind !== "object" || value.members.some(({ spread }) => spread)) return undefined;
  const [member, ...more] = value.members.filter((each) => each.name === name);
  if (member?.value.kind !== "function" || more.length > 0) return undefined;
  return { source: meaning.source, function: member.value.function };
}

/** What a function does with one of its parameters; undefined when nobody can tell. */
export function useBehind(
  found: ScopedFunction | undefined,
  index: number,
): (ScopedFunction & { readonly use: ParameterUseSyntax }) | undefined {
  if (found === undefined) return undefined;
  const { signature } = found.function;
  // What goes on later does not do it in the line that calls it.
  if (signature.async || signature.opaque) return undefined;
  const parameter = signature.parameters[index];
  const use = found.function.uses.find((candidate) => candidate.parameter === parameter?.name);
  if (parameter === undefined || parameter.rest || use === undefined) return undefined;
  return { use, ...found };
}

/** What is done with a parameter, where steps such as `nearest(1)` are followed into what `nearest` gives back. */
export function withResults(reading: Reading, source: SourceSyntax, use: ParameterUseSyntax): ParameterUseSyntax {
  const within = <Part extends PartUse>(parts: readonly Part[], beyond: 0 | 1): readonly Part[] =>
    parts.some(hasResult) ? new Results(reading, beyond).ofAll(source, parts) : parts;
  const { reads, writes, escapes, calls } = use;
  // Who writes a member of an object that was made puts something else into it.
  return {
    ...use,
    reads: within(reads, 0),
    writes: within(writes, 1),
    escapes: within(escapes, 0),
    calls: within(calls, 1),
  };
}

/** `nearest(1)`. */
const result = /^(.+)\((\d+)\)$/;

function hasResult({ path }: Pick<PartUse, "path">): boolean {
  return path.some(isResult);
}

function isResult(step: string): boolean {
  return step !== "()" && step.endsWith(")");
}

/** More functions that give back what others gave them are a circle. */
const deepest = 6;

/** Finds what paths lead to. */
class Results {
  readonly #reading: Reading;
  /** How many steps have to follow behind what was put into a list or an object. */
  readonly #beyond: 0 | 1;

  constructor(reading: Reading, beyond: 0 | 1) {
    this.#reading = reading;
    this.#beyond = beyond;
  }

  /** The same of all parts. */
  ofAll<Part extends PartUse>(source: SourceSyntax, parts: readonly Part[]): Part[] {
    const all: Part[] = [];
    for (const part of parts) {
      if (hasResult(part)) all.push(...this.of(source, part.path).map((path) => ({ ...part, path })));
      else all.push(part);
    }
    return all;
  }

  /** What a path may lead to, without results; nothing, where these are of the function's own. */
  of(source: SourceSyntax, path: readonly string[], depth = 0): (readonly string[])[] {
    const at = path.findIndex(isResult);
    if (at < 0) return [path];
    const [, name = "", parameter] = result.exec(path[at] ?? "") ?? [];
    // Names mean something in the file where they stand, so one result is followed after the other.
    const behind = useBehind(calledFunction(this.#reading, source, name), Number(parameter));
    if (behind === undefined || depth === deepest) return [];
    const next = path.findIndex((step, index) => index > at && isResult(step));
    const end = next < 0 ? path.length : next;
    const all: (readonly string[])[] = [];
    for (const returned of behind.use.returns) {
      for (const part of this.#behind(returned, path.slice(at + 1, end))) {
        for (const inner of this.of(behind.source, part, depth + 1)) {
          all.push(...this.of(source, path.slice(0, at).concat(inner, path.slice(end)), depth + 1));
        }
      }
    }
    return all;
  }

  /** What steps lead to from something that was given back on; nothing, when they lead elsewhere. */
  #behind({ path, inside = [] }: ReturnedPart, steps: readonly string[]): (readonly string[])[] {
    if (inside.length > 0 && steps.length < inside.length + this.#beyond) return [];
    const isAny = (step = ""): boolean => step === "*" || step === "[]" || step === "()";
    const leads = inside.every((step, index) => steps[index] === step || step === "*" || isAny(steps[index]));
    return leads ? [path.concat(steps.slice(inside.length))] : [];
  }
}
