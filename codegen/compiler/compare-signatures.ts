// What can be said of two function types by looking at them. "No" here only means that TypeScript has to be asked.
import type { RawFunction, RawParameter, RawType } from "../model/raw.js";
import { symbolKey, type SymbolRef } from "../model/symbol.js";

/** True when a function surely fits where another is expected: same types in the same places, or fewer parameters. */
export function isSurelyAssignable(given: RawFunction, expected: RawFunction): boolean {
  if (given.opaque || expected.opaque || !sameTypeParameters(given, expected)) return false;
  if (given.parameters.length > expected.parameters.length) return false;
  const fits = given.parameters.every((parameter, index) => fitsParameter(parameter, expected.parameters[index]));
  return fits && fitsResult(given.returns, expected.returns);
}

function sameTypeParameters(given: RawFunction, expected: RawFunction): boolean {
  if (given.typeParameters.length !== expected.typeParameters.length) return false;
  return given.typeParameters.every(({ text, names }, index) => {
    const other = expected.typeParameters[index];
    const asGiven = identityOf(text, names);
    return other !== undefined && asGiven !== undefined && asGiven === identityOf(other.text, other.names);
  });
}

/** The expected parameter is what the caller gives. */
function fitsParameter(given: RawParameter, expected: RawParameter | undefined): boolean {
  if (expected === undefined || given.type === undefined || expected.type === undefined) return false;
  if (given.rest !== expected.rest || (expected.optional && !given.optional)) return false;
  if (isWrittenAlike(given.type, expected.type)) return true;
  const asGiven = identity(given.type);
  const asExpected = identity(expected.type);
  return asGiven !== undefined && (asGiven === asExpected || asGiven === `Readonly<${asExpected}>`);
}

/** Whether two types have the same text, whose names stand for the same. */
function isWrittenAlike(given: RawType, expected: RawType): boolean {
  if (given.text !== expected.text || given.names.length !== expected.names.length) return false;
  return given.names.every(({ name, symbol }, index) => {
    const other = expected.names[index];
    return name === other?.name && symbol.file !== "?" && isSame(symbol, other.symbol);
  });
}

function isSame(a: SymbolRef, b: SymbolRef): boolean {
  return a.file === b.file && a.name === b.name;
}

/** Whatever a function gives back, nobody looks at it where nothing is expected. */
function fitsResult(given: RawType | undefined, expected: RawType | undefined): boolean {
  if (expected?.text === "void") return true;
  if (given === undefined || expected === undefined) return false;
  const asGiven = identity(given, false);
  return asGiven !== undefined && asGiven === identity(expected, false);
}

/**
 * The text of a type with each name replaced by what it stands for, so that the same text means the same type in every
 * file. Undefined when a name stands for nothing known, or when names of properties could be taken for names of types.
 */
function identity(type: RawType, optional = true): string | undefined {
  const text = optional ? type.text.replace(/^undefined \| | \| undefined$/, "") : type.text;
  return identityOf(text, type.names);
}

function identityOf(text: string, names: RawType["names"]): string | undefined {
  const symbols = new Map(names.map(({ name, symbol }) => [name, symbol]));
  if ([...symbols.values()].some(({ file }) => file === "?")) return undefined;
  const renamed = (name: string): string => {
    const symbol = symbols.get(name);
    return symbol === undefined || symbol.file === "" ? name : symbolKey(symbol);
  };
  if (!/[{"'`(]/.test(text)) return text.replace(/[A-Za-z_$][\w$.]*/g, renamed);
  const named = [...symbols].map(([name, symbol]) => `${name}=${symbolKey(symbol)}`);
  return `${text} where ${named.join(", ")}`;
}
