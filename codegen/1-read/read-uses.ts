// What a function does with its parameters, by way of the functions of the project that it hands them on to.
import type { FunctionSyntax, ParameterUseSyntax, SourceSyntax } from "../compiler/syntax.js";
import type { ParameterUse, ReachedPart } from "../model/raw.js";
import type { Escape } from "../model/uses.js";
import { calledFunction, useBehind, withResults, type ScopedFunction } from "./follow-results.js";
import { argumentOf, argumentsOf, givenNothing, type GivenArguments } from "./read-arguments.js";
import { meaningOfType } from "./read-signature.js";
import type { Reading } from "./reading.js";
import type { Meaning } from "./resolve-name.js";

/** A function as it is called. */
interface CalledFunction extends ScopedFunction {
  /** What is followed is a parameter of the first function, no part of one. */
  readonly isWhole: boolean;
  /** What it is given. */
  readonly given: GivenArguments;
}

/** Follows every parameter of a function. */
export function readUses(reading: Reading, source: SourceSyntax, of: FunctionSyntax): ParameterUse[] {
  return of.uses.map((use, index) => {
    const found = followed(reading, { source, function: of, isWhole: true, given: givenNothing }, use, []);
    return of.signature.parameters[index]?.rest === true ? { rest: true, ...found } : found;
  });
}

/** A parameter that is handed on, and whether it was whole all the way. */
interface Passed {
  readonly use: ParameterUseSyntax;
  readonly given: GivenArguments;
  readonly whole: boolean;
}

/** So often a function may call itself with other tokens each time. */
const mostRounds = 8;

/** `above` are the functions that hand it on: what goes round in a circle does nothing new. */
function followed(
  reading: Reading,
  scoped: CalledFunction,
  use: ParameterUseSyntax,
  above: readonly Passed[],
): ParameterUse {
  const all = withResults(reading, scoped.source, use);
  // A whole component that is only looked at says nothing but whether it is there.
  const reads: ReachedPart[] = all.reads.filter(({ path }) => path.length > 0 || !scoped.isWhole);
  const writes: ReachedPart[] = all.writes.slice();
  const escapes: ReachedPart[] = [];
  const calls = all.calls.map(({ path, place, arguments: given }): Handed["calls"][number] => {
    const known = given.map((each) => argumentOf(reading, scoped.source, each, scoped.given));
    return { path, place, arguments: known };
  });
  const passed = [...above, { use, given: scoped.given, whole: true }];
  for (const escape of all.escapes) {
    const handed = handedOn(reading, scoped, escape, passed);
    reads.push(...handed.reads);
    writes.push(...handed.writes);
    escapes.push(...handed.escapes);
    calls.push(...handed.calls);
  }
  return { parameter: use.parameter, reads, writes, escapes, calls };
}

type Handed = Omit<ParameterUse, "parameter">;

const nothing: Handed = { reads: [], writes: [], escapes: [], calls: [] };

/** What becomes of a part that is handed on; an escape, when nobody can tell. */
function handedOn(
  reading: Reading,
  { source, isWhole, given: known }: CalledFunction,
  { path, place, to }: Escape,
  before: readonly Passed[],
): Handed {
  if (to?.name === "...in") return { ...nothing, reads: [{ path, place, by: to.name }] };
  if (to === undefined || to.name.startsWith("...")) return { ...nothing, escapes: [{ path, place, by: to?.name }] };
  const meaning = meaningOfType(reading, source, to.name);
  if (meaning.kind === "global" && isGlobal(reading, source, to.name) && onlyLooks(to.name))
    return { ...nothing, reads: [{ path, place, by: to.name }] };
  if (givesRows(meaning, to.name))
    return to.parameter === 0 ? nothing : { ...nothing, reads: [{ path, place, by: to.name }] };
  const taken = useBehind(calledFunction(reading, source, to.name), to.parameter);
  if (taken === undefined) return { ...nothing, escapes: [{ path, place, by: to.name }] };
  const above = path.length === 0 ? before : before.map((passed) => ({ ...passed, whole: false }));
  const given = argumentsOf(reading, source, taken.function, to.arguments, known);
  const rounds = above.filter(({ use }) => use === taken.use);
  // Handed on whole, with what it had before, it does nothing new. A part of it may lead deeper with every round.
  if (rounds.some((round) => round.whole && round.given.key === given.key)) return nothing;
  if (rounds.length > mostRounds || rounds.some(({ whole }) => !whole))
    return { ...nothing, escapes: [{ path, place, by: to.name }] };
  const scoped = { isWhole: isWhole && path.length === 0, given, ...taken };
  const inner = followed(reading, scoped, taken.use, above);
  // A part is read to be handed on, whether or not anything is done with it.
  const isIdle = [inner.reads, inner.writes, inner.escapes, inner.calls].every((parts) => parts.length === 0);
  const reads = isIdle && !scoped.isWhole ? [{ path: [], place }] : inner.reads;
  const reached = (part: ReachedPart): ReachedPart => ({
    path: path.concat(part.path),
    place,
    by: part.by === undefined || isPart(part.by) ? to.name : part.by,
  });
  return {
    reads: reads.map(reached),
    writes: inner.writes.map(reached),
    escapes: inner.escapes.map(reached),
    calls: inner.calls.map((call) => ({ arguments: call.arguments, ...reached(call) })),
  };
}

/** Names of parts mean something in the function alone that takes them. */
function isPart(taker: string): boolean {
  return /^\.\.\.[=+]/.test(taker);
}

/** What gives rows of a query is followed where it is called, by its own name. */
function givesRows(meaning: Meaning, called: string): boolean {
  if (meaning.kind !== "package" || meaning.specifier !== "ecsgen/runtime" || meaning.name !== called) return false;
  return called === "pairs" || called === "rowOf";
}

/** Whether nothing in the file hides `console` of `console.log`. */
function isGlobal(reading: Reading, source: SourceSyntax, dotted: string): boolean {
  const [first = ""] = dotted.split(".");
  return reading.meaning(source, first).kind === "global";
}

/** Functions of the language that read what they are given, and neither keep nor change it. */
function onlyLooks(name: string): boolean {
  return /^(?:Math|Number|JSON|console)\.\w+$|^(?:Object\.(?:keys|is|hasOwn)|Array\.isArray|structuredClone|String|Number|Boolean|BigInt|isNaN|isFinite|parseInt|parseFloat)$/.test(
    name,
  );
}
