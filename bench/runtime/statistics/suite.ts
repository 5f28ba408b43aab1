import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { MatrixResult } from "../../harness/matrix.js";
import { judged, type Row } from "../../harness/row.js";
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

/** Of fifty functions that add a number to each row of 32 to 128 tables: 7 and 40 µs each, where an addition takes about a nanosecond. */
const cases = [
  { name: "statistics, short lines", entities: 128 * 150, task: { samples: 120, steps: 64 } },
  { name: "statistics, long lines", entities: 128 * 900, task: { samples: 30, steps: 16 } },
];

/** What statistics cost: how fast lines are with them, relative to what they are without. */
export function measureStatistics({ quick, wanted }: Options, node: string, onRow: (row: Row) => void): MatrixResult {
  const [rows, wrong]: [Row[], string[]] = [[], []];
  for (const { name, entities, task } of cases.filter(({ name }) => wanted(`runtime ${name}`))) {
    const measurement = run({ entities, ...(quick ? { samples: 2, steps: 8 } : task) }, node);
    if (typeof measurement === "string") wrong.push(`${name}: ${measurement}`);
    else {
      rows.push(...rowsOf(name, measurement));
      wrong.push(...mistakesOf(measurement).map((mistake) => `${name}: ${mistake}`));
    }
  }
  for (const row of rows) onRow(row);
  return { rows, wrong };
}

/** A sentence when it fails. */
function run(task: StatisticsTask, node: string): StatisticsMeasurement | string {
  const worker = fileURLToPath(new URL("worker.js", import.meta.url));
  const parameters = ["--no-concurrent-recompilation", worker, JSON.stringify(task)];
  const { status, stdout, stderr } = spawnSync(node, parameters, { encoding: "utf8" });
  return status === 0 ? (JSON.parse(stdout) as StatisticsMeasurement) : `the process failed: ${stderr}`;
}

function rowsOf(name: string, { times: { off, on, everyStep } }: StatisticsMeasurement): Row[] {
  const common = { suite: "runtime", name, unit: "ns" };
  return [
    { ...common, subject: "off", value: off },
    judged({
      ...common,
      subject: "on",
      value: on,
      ratio: off / on,
      goal: { of: "ratio", bound: "at least", limit: 0.99 },
    }),
    { ...common, subject: "every step", value: everyStep, ratio: off / everyStep },
  ];
}

function mistakesOf({ miscounted, sum, expected }: StatisticsMeasurement): string[] {
  return [
    ...(miscounted === 0 ? [] : [`${miscounted} functions were counted wrong`]),
    ...(sum === expected ? [] : [`with statistics in turns all came to ${sum}, and without to ${expected}`]),
  ];
}
