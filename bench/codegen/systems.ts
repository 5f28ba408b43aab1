// The system modules of the project that is measured: bodies as people write them, with helpers of the project.
import { fieldsOf } from "./fields.js";

/** Helpers and constants that the bodies of all cores share. */
export const helperFile = `/** Below this, nothing is done. */
export const rest = 0.01;
/** How much of a difference is made up for at once. */
export const rate = 0.25;
/** The most that anything weighs. */
export const limit = 100;

/** The number between two bounds. */
export function clamp(value: number, low: number, high: number): number {
  if (value < low) return low;
  return value > high ? high : value;
}

/** A part of the way from one number to another. */
export function approach(from: number, to: number, part: number): number {
  const distance = to - from;
  return Math.abs(distance) < rest ? to : from + distance * part;
}
`;

/** What a function is told of: the numbers of its components. */
export interface WrittenFunction {
  readonly written: number;
  readonly read: number;
  readonly optional: number;
}

/** The parameters of both functions of a View. */
export function parametersOf({ written, read, optional }: WrittenFunction): string {
  return `a: Thing${written}, b: Readonly<Thing${read}>, c?: Readonly<Thing${optional}>`;
}

/** Reads all that there is to read, and writes all that may be written. */
export function advanceText(things: WrittenFunction): string {
  return functionText("advance", things, [
    "if (b.value > limit) return;",
    "let load = b.value * rate;",
    ...readings("b", things.read),
    "if (c !== undefined) {",
    ...readings("c", things.optional).map(indented),
    "}",
    "if (Math.abs(load) < rest) return;",
    "a.value = clamp(approach(a.value, load, rate), -limit, limit);",
    ...fieldsOf(things.written).flatMap((field) => field.write("a") ?? []),
  ]);
}

/** Goes over some of the same again and again, and settles what was written. */
export function reviewText(things: WrittenFunction): string {
  return functionText("review", things, [
    "const { value } = b;",
    "const share = c?.value ?? 1;",
    "let load = 0;",
    "for (let round = 0; round < 3; round++) {",
    "  if (load > limit) break;",
    "  load += value * share;",
    ...readings("a", things.written).map(indented),
    "}",
    "// What is small enough is over.",
    "a.value = load < rest ? 0 : Math.min(load, limit);",
  ]);
}

/** The import of those helpers that a file uses. */
export function helpersOf(text: string, from: string): string {
  const used = ["approach", "clamp", "limit", "rate", "rest"].filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return `import { ${used.join(", ")} } from "${from}";\n`;
}

function functionText(name: string, things: WrittenFunction, lines: readonly string[]): string {
  const body = lines.map((line) => `${indented(line)}\n`).join("");
  return `export function ${name}(${parametersOf(things)}): void {\n${body}}\n`;
}

function readings(owner: string, thing: number): string[] {
  return fieldsOf(thing).flatMap((field) => field.read(owner) ?? []);
}

function indented(line: string): string {
  return `  ${line}`;
}
