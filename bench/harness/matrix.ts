import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { disagreements } from "./agreement.js";
import type { Effort, Measurement } from "./measure.js";
import { judged, type Goal, type Row } from "./row.js";
import { median, spread } from "./statistics.js";
import type { Case, Library } from "./trial.js";
import type { Task } from "./worker.js";

/** Libraries by cases. The first library is the one that the others are compared with. */
export interface Matrix {
  readonly suite: string;
  readonly cases: readonly Case[];
  readonly libraries: readonly LibraryEntry[];
  readonly quick: boolean;
  /** The program of Node that measures. */
  readonly node: string;
  /** How often each library is measured at each case. */
  readonly rounds: number;
}

/** A library by name, and the address of its module. */
export interface LibraryEntry {
  readonly name: string;
  readonly module: string;
}

/** What came out of a matrix. */
export interface MatrixResult {
  readonly rows: readonly Row[];
  /** A sentence for each library that came to another result than the first, or that failed. */
  readonly wrong: readonly string[];
}

const thorough: Effort = { warmUp: 120, samples: 60, sample: 2, limit: 1500 };
const quick: Effort = { warmUp: 20, samples: 10, sample: 1, limit: 500 };

/** Milliseconds after which a measurement is given up. */
const longest = 120_000;

/** Measures all libraries at every case and size, in turns, so that a slow minute of the machine slows all of them. */
export async function runMatrix(matrix: Matrix, onRow: (row: Row) => void): Promise<MatrixResult> {
  const rows: Row[] = [];
  const wrong: string[] = [];
  for (const one of matrix.cases) {
    for (const size of matrix.quick ? one.quickSizes : one.sizes) {
      const cell = await measureCell(matrix, one, size);
      for (const row of cell.rows) onRow(row);
      rows.push(...cell.rows);
      wrong.push(...cell.wrong);
    }
  }
  return { rows, wrong };
}

async function measureCell(matrix: Matrix, one: Case, size: number): Promise<MatrixResult> {
  const effort = matrix.quick ? quick : thorough;
  const entries = await withCase(matrix.libraries, one);
  const measured = new Map<string, Measurement[]>(entries.map(({ name }) => [name, []]));
  const wrong: string[] = [];
  const late: Row[] = [];
  const name = `${one.name} ${sizeText(size)}`;
  for (let round = 0; round < (one.measures === "time" ? matrix.rounds : 1); round++) {
    for (const entry of entries.filter(({ name }) => measured.get(name)?.length === round)) {
      const task: Task = { library: entry.module, case: one.name, measures: one.measures, size, effort };
      try {
        const measurement = await runWorker(task, matrix.node);
        if (measurement !== undefined) measured.get(entry.name)?.push(measurement);
        else if (round === 0) late.push({ suite: matrix.suite, name, subject: entry.name, value: Infinity, unit: "" });
      } catch (error) {
        wrong.push(`${name}: ${entry.name} failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return {
    rows: [...rowsOf(matrix, one, size, name, measured), ...late],
    wrong: [...wrong, ...disagreements(name, measured)],
  };
}

async function withCase(libraries: readonly LibraryEntry[], one: Case): Promise<LibraryEntry[]> {
  const loaded = await Promise.all(
    libraries.map(async (entry) => {
      const { default: library } = (await import(entry.module)) as { readonly default: Library };
      return { entry, has: one.name in library };
    }),
  );
  return loaded.filter(({ has }) => has).map(({ entry }) => entry);
}

/** Measures in a process of its own; `undefined` when it takes too long. Throws when it fails. */
async function runWorker(task: Task, node: string): Promise<Measurement | undefined> {
  const worker = fork(fileURLToPath(new URL("worker.js", import.meta.url)), {
    execPath: node,
    // On a busy machine a compiler in the background may come too late for the whole measurement.
    execArgv: ["--expose-gc", "--no-concurrent-recompilation"],
    // As in a release: some libraries check less then.
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  });
  let complaint = "";
  worker.stderr?.on("data", (text) => (complaint += String(text)));
  const measurement = new Promise<Measurement | undefined>((resolve) => {
    worker.once("message", (message) => resolve(message as Measurement));
    worker.once("close", () => resolve(undefined));
  });
  worker.send(task);
  const patience = setTimeout(() => worker.kill("SIGKILL"), longest);
  const result = await measurement;
  clearTimeout(patience);
  if (result === undefined && worker.killed) return undefined;
  if (result === undefined) throw new Error(firstLineOfError(complaint));
  if (worker.connected) worker.disconnect();
  if (worker.exitCode === null) await once(worker, "exit");
  return result;
}

function firstLineOfError(complaint: string): string {
  return /^\w*Error: .*$/m.exec(complaint)?.[0] ?? "the process ended without a result";
}

function rowsOf(
  { suite, libraries }: Matrix,
  one: Case,
  size: number,
  name: string,
  measured: ReadonlyMap<string, readonly Measurement[]>,
): Row[] {
  const base = libraries[0]?.name ?? "";
  const valuesOf = (library: string): number[] => measured.get(library)?.map(({ value }) => value / size) ?? [];
  return [...measured.keys()].flatMap((subject) => {
    const values = valuesOf(subject);
    if (values.length === 0) return [];
    const value = median(values);
    const compared = subject !== base && valuesOf(base).length > 0;
    return judged({
      suite,
      name,
      subject,
      value,
      unit: one.measures === "time" ? "ns" : "B",
      ...(values.length > 1 && { spread: spread(values) }),
      ...(compared && { ratio: median(valuesOf(base)) / value }),
      ...(subject === "ecsgen" && one.goal !== undefined && { goal: goalOf(one, one.goal) }),
    });
  });
}

function goalOf({ measures }: Case, limit: number): Goal {
  return measures === "time" ? { of: "ratio", bound: "at least", limit } : { of: "value", bound: "at most", limit };
}

function sizeText(size: number): string {
  const zeros = Math.log10(size);
  return Number.isInteger(zeros) ? `1e${zeros}` : String(size);
}
