// What a run has to say, as text.
import type { Difference } from "./comparison.js";
import type { CloseApproach, Drift, Outcome, Setting } from "./simulation.js";

/** Everything that is reported. */
export interface Findings {
  readonly setting: Setting;
  readonly outcome: Outcome;
  readonly planets: readonly Difference[];
  readonly asteroids: readonly Difference[];
  /** How long the simulation took. */
  readonly seconds: number;
  /** The calendar day of a day of the simulation. */
  readonly dateOf: (day: number) => string;
}

const approachesShown = 5;

/** What is about to be simulated. */
export function announcement(setting: Setting, step: number, dateOf: (day: number) => string): string {
  const { bodies, asteroids, days } = setting;
  return `${bodies.length} attracting bodies and ${asteroids.length} asteroids, from ${dateOf(0)} to ${dateOf(days)} in steps of ${step} h\n`;
}

/** The report, in lines. */
export function report(findings: Findings): string {
  const { outcome, planets, asteroids } = findings;
  return [
    section(
      "Off from the ephemeris of astronomy-engine, relative to the distance from the Sun",
      planets.map(difference),
    ),
    section("Asteroids off from astronomy-engine's gravity simulator, the worst of some", asteroids.map(difference)),
    section("Energy that came or went, relative to all", [
      drift("as it is", outcome.energy),
      drift("as the leapfrog keeps it", outcome.shadowEnergy),
    ]),
    section(
      approachesTitle(outcome),
      closest(outcome.approaches).map((approach) => approachLine(approach, findings)),
    ),
    section("Speed", [speed(findings)]),
  ].join("\n");
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `  ${line}`), ""].join("\n");
}

function difference({ name, off }: Difference): string {
  return `${name.padEnd(10)}${scientific(off)}`;
}

function drift(name: string, { worst, end }: Drift): string {
  return `${name.padEnd(26)}${scientific(worst)} at worst, ${scientific(Math.abs(end))} at the end`;
}

function approachesTitle({ approaches, unfinished, vicinity }: Outcome): string {
  const under = unfinished === 0 ? "" : `, and ${unfinished} under way at the end`;
  const shown = approaches.length > approachesShown ? `; the closest ${approachesShown}` : "";
  return `Close approaches, nearer than ${vicinity} AU: ${approaches.length}${under}${shown}`;
}

function closest(approaches: readonly CloseApproach[]): CloseApproach[] {
  return [...approaches].sort((a, b) => a.distance - b.distance).slice(0, approachesShown);
}

function approachLine({ asteroid, body, distance, day }: CloseApproach, { dateOf }: Findings): string {
  return `${dateOf(day)}  ${asteroid.padEnd(14)}${body.padEnd(10)}${distance.toFixed(4)} AU`;
}

function speed({ setting, seconds }: Findings): string {
  const bodies = setting.bodies.length + setting.asteroids.length;
  const moved = bodies * setting.days * setting.stepsPerDay;
  return `${millions(moved / seconds)} million steps of a body per second: ${millions(moved)} million in ${seconds.toFixed(1)} s`;
}

function millions(count: number): string {
  return (count / 1e6).toFixed(count < 1e8 ? 2 : 0);
}

function scientific(value: number): string {
  return value.toExponential(1);
}
