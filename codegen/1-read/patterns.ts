/**
 * What stands for a name among patterns with one `*` at most, as in `exports`, `imports` and `paths`: under the name itself, or else
 * under the pattern with the longest beginning. With what the `*` stands for.
 */
export function matchPattern(
  patterns: unknown,
  name: string,
): { readonly value: unknown; readonly star: string } | undefined {
  if (typeof patterns !== "object" || patterns === null) return undefined;
  const entries = Object.entries(patterns).flatMap(([pattern, value]) => {
    const star = starOf(pattern, name);
    return star === undefined ? [] : [{ value: value as unknown, star, length: beginning(pattern, name) }];
  });
  return entries.sort((a, b) => b.length - a.length)[0];
}

function starOf(pattern: string, name: string): string | undefined {
  const [start = "", end] = pattern.split("*", 2);
  if (end === undefined) return pattern === name ? "" : undefined;
  const fits = name.startsWith(start) && name.endsWith(end) && name.length >= start.length + end.length;
  return fits ? name.slice(start.length, name.length - end.length) : undefined;
}

function beginning(pattern: string, name: string): number {
  const star = pattern.indexOf("*");
  return star === -1 ? name.length : star;
}

/** A member of an object by its name; undefined for everything else. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

/** JSON with comments and commas at ends, as TypeScript reads its options; undefined for what is none. */
export function parseJson(text: string): unknown {
  const plain = text
    .replace(/^\uFEFF/, "")
    .replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[^]*?\*\//g, (_, quoted?: string) => quoted ?? "")
    .replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, (_, quoted?: string) => quoted ?? "");
  try {
    return JSON.parse(plain);
  } catch {
    return undefined;
  }
}
