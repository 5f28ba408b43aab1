// The solar system: read the sky, scatter asteroids, simulate, compare, report, draw.
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { AstroTime } from "astronomy-engine";
import { CommanderError } from "commander";
import { draw } from "./picture/picture.js";
import { sceneOf } from "./picture/scene.js";
import { compareWithEphemeris, compareWithGravitySimulator } from "./program/comparison.js";
import { doubts } from "./program/doubts.js";
import { parseOptions, type Options } from "./program/options.js";
import { PictureFileError, prepare, save } from "./program/picture-file.js";
import { makeProgress } from "./program/progress.js";
import { announcement, report } from "./program/report.js";
import { simulate } from "./program/simulation.js";
import { scatter } from "./sky/asteroids.js";
import { daysAfter, ephemeris } from "./sky/ephemeris.js";

/** Next to this file's folder, which is that of the build. */
const usualPlace = fileURLToPath(new URL("../out/orbits.svg", import.meta.url));

const exitCodes = { unbelievable: 1, misuse: 2 };

function main({ from, days, asteroids, step, seed, out = usualPlace }: Options): void {
  prepare(out);
  const start = new AstroTime(from);
  const dateOf = (day: number): string => new Date(from.getTime() + day * 86_400_000).toISOString().slice(0, 10);
  const bodies = ephemeris(start);
  const setting = { bodies, asteroids: scatter(asteroids, seed, bodies), days, stepsPerDay: Math.round(24 / step) };
  process.stdout.write(announcement(setting, step, dateOf));

  const began = performance.now();
  const outcome = simulate(
    setting,
    makeProgress(process.stderr, days, () => performance.now()),
  );
  const seconds = (performance.now() - began) / 1000;

  const planets = compareWithEphemeris(outcome, ephemeris(daysAfter(start, days)));
  const flights = compareWithGravitySimulator(start, setting, outcome);
  process.stdout.write(report({ setting, outcome, planets, asteroids: flights, seconds, dateOf }));

  const picture = draw(sceneOf(setting, outcome), {
    title: `The solar system from ${dateOf(0)} to ${dateOf(days)}`,
    subtitle: `Seen from north of the Earth's orbit on the last day. The asteroids are made up, with seed ${seed}.`,
  });
  save(out, picture);
  process.stdout.write(`\nPicture\n  ${relative(process.cwd(), out)}, ${Math.round(picture.length / 1024)} KiB\n`);

  const wrong = doubts({ days, planets, asteroids: flights, energy: outcome.energy });
  for (const doubt of wrong) process.stderr.write(`error: ${doubt}\n`);
  if (wrong.length > 0) process.exitCode = exitCodes.unbelievable;
}

try {
  main(parseOptions(process.argv.slice(2)));
} catch (error) {
  process.exitCode = misuse(error);
}

/** Says what is wrong with how the program was called; anything else is a bug, and goes on. */
function misuse(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.misuse;
  if (!(error instanceof PictureFileError)) throw error;
  process.stderr.write(`error: ${error.message}\nhelp: give another file with --out\n`);
  return exitCodes.misuse;
}
