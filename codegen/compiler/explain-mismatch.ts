import type { RawFunction } from "../model/raw.js";
import type { No } from "./type-question.js";

/**
 * What `tsc` says of two function types, in one line: the parts that differ, outermost first. Its first line repeats both
 * types in full and is left out when something more precise follows.
 */
export function explainMismatch(message: string): string {
  const lines = message.split(/\r?\n/).map((line) => line.trim().replace(/\.$/, ""));
  const [first = "", ...rest] = lines.filter((line) => line !== "");
  return (rest.length === 0 ? [first] : rest).map(explainLine).join(": ");
}

/** The parameter of a function that `tsc` speaks of: whose type does not fit, or the first that it is not given. */
export function mismatchedParameter(message: string, { parameters }: RawFunction): Pick<No, "parameter"> {
  const name = /^\s*Types of parameters '(.+?)' and /m.exec(message)?.[1];
  const given = /^\s*Target signature provides too few arguments\..* but got (\d+)\.?$/m.exec(message)?.[1];
  const parameter =
    given === undefined ? parameters.findIndex((candidate) => candidate.name === name) : Number.parseInt(given, 10);
  return parameters[parameter] === undefined ? {} : { parameter };
}

function explainLine(line: string): string {
  const parameters = /^Types of parameters '(.+?)' and '(.+?)' are incompatible$/.exec(line);
  if (parameters !== null) {
    const [, given = "", expected = ""] = parameters;
    return given === expected
      ? `parameter \`${given}\``
      : `parameter \`${given}\`, which the View calls \`${expected}\``;
  }
  const counts = /^Target signature provides too few arguments\. Expected (\d+)(?: or more)?, but got (\d+)$/.exec(
    line,
  );
  if (counts !== null) return `it asks for ${counts[1]} arguments, and the View gives ${counts[2]}`;
  const quoted = line.replace(/'((?:[^']|'(?=\w))*?)'(?!\w)/g, "`$1`");
  return quoted.charAt(0).toLowerCase() + quoted.slice(1);
}
