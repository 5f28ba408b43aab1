import { disagreements, type Measurement } from "./agreement.js";
import type { Effort } from "./measure.js";
import { MeasuringProcess } from "./measuring-process.js";
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

const thorough: Effort = { warmUp: 120, turns: 8, samples: 8, sample: 2, limit: 200 };
const quick: Effort = { warmUp: 20, turns: 2, samples: 5, sample: 1, limit: 250 };

/** Measures all libraries at every case and size, in turns, so that a slow second of the machine slows all of them. */
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
  const entries = await withCase(matrix.libraries, one);
  const cell: Cell = {
    matrix,
    case: one,
    size,
    name: `${one.name} ${sizeText(size)}`,
    measured: new Map(entries.map(({ name }) => [name, []])),
    ended: new Map(),
    wrong: [],
  };
  for (let round = 0; round < (one.measures === "time" ? matrix.rounds : 1); round++) await measureRound(cell, entries);
  return { rows: rowsOf(cell), wrong: [...cell.wrong, ...disagreements(cell.name, cell.measured)] };
}

/** A case at one size, and what came out until now. */
interface Cell {
  readonly matrix: Matrix;
  readonly case: Case;
  readonly size: number;
  readonly name: string;
  /** By library, a measurement for each round. */
  readonly measured: ReadonlyMap<string, Measurement[]>;
  /** Who takes no turn any more. */
  readonly ended: Map<string, "late" | "failed">;
  readonly wrong: string[];
}

/** All that have neither failed nor been late before take their turns. */
async function measureRound(cell: Cell, entries: readonly LibraryEntry[]): Promise<void> {
  const { measures } = cell.case;
  const effort = cell.matrix.quick ? quick : thorough;
  const racers: Racer[] = [];
  for (const { name, module } of entries) {
    if (cell.ended.has(name)) continue;
    const racer: Racer = { name, process: new MeasuringProcess(cell.matrix.node), turns: [] };
    racers.push(racer);
    await ask(cell, racer, { library: module, case: cell.case.name, measures, size: cell.size, effort });
  }
  for (let turn = 0; turn < (measures === "time" ? effort.turns : 1); turn++) {
    // There and back, so that nobody is always the first.
    for (const racer of turn % 2 === 0 ? racers : [...racers].reverse()) {
      const value = await ask(cell, racer, "turn");
      if (value !== undefined) racer.turns.push(value);
    }
  }
  for (const racer of racers) {
    const checksum = await ask(cell, racer, "end");
    if (checksum !== undefined) cell.measured.get(racer.name)?.push({ turns: racer.turns, checksum });
    await racer.process.stop();
  }
}

/** A library in one round. */
interface Racer {
  readonly name: string;
  readonly process: MeasuringProcess;
  readonly turns: number[];
}

async function ask(cell: Cell, racer: Racer, question: Task | "turn" | "end"): Promise<number | undefined> {
  if (cell.ended.has(racer.name)) return undefined;
  try {
    const answer = await racer.process.ask(question);
    if (answer === undefined) cell.ended.set(racer.name, "late");
    return answer;
  } catch (error) {
    cell.ended.set(racer.name, "failed");
    cell.wrong.push(`${cell.name}: ${racer.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
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

function rowsOf(cell: Cell): Row[] {
  const { matrix, name, measured } = cell;
  const base = measured.get(matrix.libraries[0]?.name ?? "") ?? [];
  return [...measured].flatMap(([subject, rounds]) => {
    if (cell.ended.get(subject) === "late") return { suite: matrix.suite, name, subject, value: Infinity, unit: "" };
    return rounds.length === 0 ? [] : judged(rowOf(cell, subject, rounds, rounds === base ? [] : base));
  });
}

function rowOf(cell: Cell, subject: string, rounds: readonly Measurement[], base: readonly Measurement[]): Row {
  const { matrix, case: one, size, name } = cell;
  const values = rounds.map(({ turns }) => Math.min(...turns) / size);
  const ratios = ratiosOf(base, rounds);
  const repeated = ratios.length > 0 ? ratios : values;
  return {
    suite: matrix.suite,
    name,
    subject,
    value: median(values),
    unit: one.measures === "time" ? "ns" : "B",
    ...(repeated.length > 1 && { spread: spread(repeated) }),
    ...(ratios.length > 0 && { ratio: median(ratios) }),
    ...(subject === "ecsgen" && one.goal !== undefined && { goal: goalOf(one, one.goal) }),
  };
}

/** Of turns that were taken one after the other. */
function ratiosOf(base: readonly Measurement[], rounds: readonly Measurement[]): number[] {
  return rounds.flatMap(({ turns }, round) =>
    turns.flatMap((value, turn) => {
      const other = base[round]?.turns[turn];
      return other === undefined ? [] : other / value;
    }),
  );
}

function goalOf({ measures }: Case, limit: number): Goal {
  return measures === "time" ? { of: "ratio", bound: "at least", limit } : { of: "value", bound: "at most", limit };
}

function sizeText(size: number): string {
  const zeros = Math.log10(size);
  return Number.isInteger(zeros) ? `1e${zeros}` : String(size);
}
