import { Command, InvalidArgumentError, Option, type OutputConfiguration } from "commander";

/** What can be asked for on the command line. */
export interface Options {
  /** The first day, at midnight. */
  readonly from: Date;
  /** How many days are simulated. */
  readonly days: number;
  /** How many bodies without a mass there are. */
  readonly asteroids: number;
  /** Length of a step, in hours. */
  readonly step: number;
  readonly seed: number;
  /** Where the picture goes; the usual place when it is not said. */
  readonly out?: string;
}

const description =
  "Simulates the solar system: the Sun and its planets, where they really are on the first day, and asteroids on " +
  "plausible orbits. Says how far the planets end up from where the ephemeris of astronomy-engine has them, how well " +
  "the energy is kept and how fast it was, and draws a picture.";

/**
 * Reads the command line. Throws `CommanderError` after it has written what is wrong, or the help; the latter with the
 * exit code 0.
 */
export function parseOptions(argv: readonly string[], output: OutputConfiguration = {}): Options {
  return new Command("npm start --")
    .description(description)
    .configureOutput(output)
    .exitOverride()
    .allowExcessArguments(false)
    .addOption(new Option("--from <date>", "first day").argParser(dateOf).default(new Date("2026-01-01"), "2026-01-01"))
    .option("--days <number>", "how many days", wholeNumber(1, 36_525), 365)
    .option("--asteroids <number>", "how many asteroids", wholeNumber(0, 1_000_000), 20_000)
    .option("--step <hours>", "length of a step, so that a day is a whole number of them", stepOf, 1)
    .option("--seed <number>", "another number makes other asteroids", wholeNumber(0, 2 ** 32 - 1), 1)
    .option("--out <file>", "where the picture goes, an SVG file")
    .parse(argv, { from: "user" })
    .opts<Options>();
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

function stepOf(text: string): number {
  const hours = Number(text);
  const steps = 24 / hours;
  if (/^\d*\.?\d+$/.test(text) && steps >= 1 && steps <= 1440 && isWhole(steps)) return hours;
  throw new InvalidArgumentError("Give hours that divide a day, from 1/60 to 24, such as 0.25, 1 or 6.");
}

function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-9;
}

/** The ephemeris is made for some centuries around ours, and only they are let in. */
function dateOf(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  const exists = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!exists) throw new InvalidArgumentError("Give a day that exists, such as 2026-01-01.");
  if (date.getUTCFullYear() >= 1700 && date.getUTCFullYear() < 2200) return date;
  throw new InvalidArgumentError("Give a day from 1700-01-01 to 2199-12-31, for which the ephemeris is good.");
}
