import { vocabularyTypes } from "../model/vocabulary.js";
import type { DeclaredNames } from "./grounds.js";
import type { NameRef, TypeText } from "../model/name-ref.js";

/** What every program has, and the words of the type language. */
const known = new Set(
  (
    "any asserts as const bigint boolean extends false function in infer is keyof never new null number object readonly string symbol " +
    "this true typeof undefined unknown unique void " +
    "Array ArrayLike Awaited Date Error Exclude Extract Float32Array Float64Array Int8Array Int16Array Int32Array " +
    "Iterable IterableIterator Map NonNullable Omit Partial Pick Promise Readonly ReadonlyArray ReadonlyMap " +
    "ReadonlySet Record Required Set Uint8Array Uint8ClampedArray Uint16Array Uint32Array"
  ).split(" "),
);

const nothingBound: ReadonlySet<string> = new Set();

/**
 * The type of a parameter as the facade prints it: names of declarations become names of generated files. `bound` are
 * names of type parameters. A type that names something else of the author's is not spelled out; `fallback` takes it from
 * the author's View.
 */
export function typeText(
  canonical: string,
  names: DeclaredNames,
  fallback: TypeText | string,
  bound: ReadonlySet<string> = nothingBound,
): TypeText {
  // As most results are, such as `void`.
  if (known.has(canonical)) return [canonical];
  const parts: (string | NameRef)[] = [];
  for (const { text, kind } of tokens(canonical)) {
    if (kind === "other" || known.has(text) || bound.has(text)) parts.push(withFewerEscapes(text));
    else if (vocabularyTypes.has(text)) parts.push({ name: text, from: "ecsgen/runtime" });
    else if (names.declares(text)) parts.push(names.token(text));
    else return typeof fallback === "string" ? [fallback] : fallback;
  }
  return parts;
}

/** A text in single quotes when that saves escapes, as it would be formatted. */
function withFewerEscapes(text: string): string {
  if (!text.startsWith('"') || !text.includes('\\"') || text.includes("'")) return text;
  return `'${text.slice(1, -1).replaceAll('\\"', '"')}'`;
}

interface Token {
  readonly kind: "name" | "other";
  readonly text: string;
}

/** Names of types, and everything between them: texts, signs, names of properties and of parameters. */
function tokens(text: string): Token[] {
  const pattern =
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_$][\w$]*\??:(?!:)|[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*|[^A-Za-z_$"']+/g;
  return [...text.matchAll(pattern)].map(([part]) => ({
    kind: /^[A-Za-z_$][\w$.]*$/.test(part) ? "name" : "other",
    text: part,
  }));
}
