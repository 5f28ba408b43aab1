import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { MatrixResult } from "../../harness/matrix.js";
import { onOneCore } from "../../harness/one-core.js";
import { judged, type Row } from "../../harness/row.js";
import { median, spread } from "../../harness/statistics.js";
import type { Options } from "../../options.js";

/** What a process has to measure. */
export interface StatisticsTask {
  readonly entities: number;
  /** How often each way of running is measured, in turns. */
  readonly samples: number;
  /** How many steps a sample has. */
  readonly steps: number;
}

/** What it measured. */
export interface StatisticsMeasurement {
  /** Nanoseconds of a line. */
  readonly times: { readonly off: number; readonly on: number; readonly everyStep: number };
  /** How many functions were counted more or less often than they ran. */
  readonly miscounted: number;
  /** What all lines came to, and what they should have come to. */
  readonly sum: number;
  readonly expected: number;
}

type Way = keyof StatisticsMeasurement["times"];

const subjects: Readonly<Record<Way, string>> = { off: "off", on: "on", everyStep: "every step" };

/** Of fifty functions that add a number to each row of 32 to 128 tables: 7 and 40 µs each, where an addition takes about a nanosecond. */
const cases = [
  { name: "statistics, short lines", entities: 128 * 150, task: { samples: 20, steps: 64 } },
  { name: "statistics, long lines", entities: 128 * 900, task: { samples: 8, steps: 16 } },
];

/** Processes differ, so many short ones tell more than few long ones. */
const processesOfRound = 3;

/** What statistics cost: how fast lines are with them, relative to what they are without. */
export function measureStatistics(options: Options, node: string, onRow: (row: Row) => void): MatrixResult {
  const { quick, rounds, wanted } = options;
  const [rows, wrong]: [Row[], string[]] = [[], []];
  for (const { name, entities, task } of cases.filter(({ name }) => wanted(`runtime ${name}`))) {
    const measured: StatisticsMeasurement[] = [];
    for (let index = 0; index < rounds * (quick ? 1 : processesOfRound); index++) {
      const measurement = run({ entities, ...(quick ? { samples: 2, steps: 8 } : task) }, node);
      if (typeof measurement === "string") wrong.push(`${name}: ${measurement}`);
      else {
        measured.push(measurement);
        wrong.push(...mistakesOf(measurement).map((mistake) => `${name}: ${mistake}`));
      }
    }
    if (measured.length > 0) rows.push(...rowsOf(name, measured));
  }
  for (const row of rows) onRow(row);
  return { rows, wrong };
}

/** A sentence when it fails. */
function run(task: StatisticsTask, node: string): StatisticsMeasurement | string {
  const worker = fileURLToPath(new URL("worker.js", import.meta.url));
  const [program, ...parameters] = onOneCore(node, ["--no-concurrent-recompilation", worker, JSON.stringify(task)]);
  const { status, stdout, stderr } = spawnSync(program, parameters, { encoding: "utf8" });
  return status === 0 ? (JSON.parse(stdout) as StatisticsMeasurement) : `the process failed: ${stderr}`;
}

/**
 * Ratios are taken within a process, and the median of them counts: where its code and its columns lie makes one process up to a
 * per cent faster or slower with statistics than without, which is as much as they may cost.
 */
function rowsOf(name: string, measured: readonly StatisticsMeasurement[]): Row[] {
  const rowOf = (way: Way): Row => {
    const values = measured.map(({ times }) => times[way]);
    return {
      suite: "runtime",
      name,
      unit: "ns",
      subject: subjects[way],
      value: median(values),
      ...(values.length > 1 && { spread: spread(values) }),
      ...(way !== "off" && { ratio: median(measured.map(({ times }) => times.off / times[way])) }),
      ...(way === "on" && { goal: { of: "ratio", bound: "at least", limit: 0.99 } }),
    };
  };
  return (["off", "on", "everyStep"] as const).map((way) => judged(rowOf(way)));
}

function mistakesOf({ miscounted, sum, expected }: StatisticsMeasurement): string[] {
  return [
    ...(miscounted === 0 ? [] : [`${miscounted} functions were counted wrong`]),
    ...(sum === expected ? [] : [`with statistics in turns all came to ${sum}, and without to ${expected}`]),
  ];
}
