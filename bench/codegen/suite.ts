// The compiler, as whole processes of the built command line on projects of different sizes.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MatrixResult } from "../harness/matrix.js";
import { judged, type Row } from "../harness/row.js";
import { spread } from "../harness/statistics.js";
import { measureEditor } from "./editor.js";
import { runCommand } from "./run-command.js";
import { outputHash, setOutputAside } from "./output.js";
import { checkOpened, checkProject, openedFile, typeBudget } from "./type-checking.js";
import { measureEdits } from "./watch.js";
import { editedBody, editedField, writeProject } from "./write-project.js";

/** Numbers of components; the goals are those of the largest. A cold run is long enough for others to come in between most of the time. */
const thorough = { sizes: [10, 100, 1000], typed: 300, coldRuns: 20, repeats: 10 };
const quick = { sizes: [10, 50], typed: 50, coldRuns: 1, repeats: 2 };

/** How often things are measured. */
type Effort = Pick<typeof thorough, "coldRuns" | "repeats">;

/** Measures the compiler: the fastest of some runs, since other work of the machine only ever slows one. Wrong is what fails, and output that is not the same every time. */
export async function measureCodegen(
  isQuick: boolean,
  wanted: (name: string) => boolean,
  onRow: (row: Row) => void,
): Promise<MatrixResult> {
  const effort = isQuick ? quick : thorough;
  const { sizes, typed } = effort;
  const rows: Row[] = [];
  const wrong: string[] = [];
  const measure = async (size: number, goalsAt: number, take: (project: Project) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), "ecsgen-bench-"));
    try {
      const project = new Project(join(folder, "project"), size, effort, size === goalsAt, (row) => {
        rows.push(row);
        onRow(row);
      });
      await take(project);
    } catch (error) {
      wrong.push(error instanceof Error ? error.message : String(error));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  if (wanted("codegen")) {
    for (const size of sizes) {
      await measure(size, 1000, async (project) => {
        project.measureCold();
        if (size === sizes.at(-1)) await project.measureRest();
      });
    }
  }
  if (wanted("codegen types")) await measure(typed, 300, (project) => project.measureTypes());
  return { rows: [...rows, ...growth(rows)], wrong };
}

/** A project under measurement. */
class Project {
  readonly #root: string;
  readonly #size: number;
  readonly #effort: Effort;
  readonly #hasGoals: boolean;
  readonly #onRow: (row: Row) => void;

  constructor(root: string, size: number, effort: Effort, hasGoals: boolean, onRow: (row: Row) => void) {
    this.#root = root;
    this.#size = size;
    this.#effort = effort;
    this.#hasGoals = hasGoals;
    this.#onRow = onRow;
    writeProject(root, size);
  }

  /** Leaves the project generated. Throws when two runs print different bytes. */
  measureCold(): void {
    const hashes = new Set<string>();
    this.#add(
      coldName,
      2000,
      this.#repeat((index) => {
        setOutputAside(this.#root, `${this.#root}-aside-${index}`);
        const { cpu } = runCommand(this.#root, "generate");
        hashes.add(outputHash(this.#root));
        return cpu;
      }, this.#effort.coldRuns),
    );
    if (hashes.size > 1) throw new Error(`${this.#size} components are not printed the same every time`);
  }

  async measureRest(): Promise<void> {
    const root = this.#root;
    this.#add(
      "no-op generate, time",
      300,
      this.#repeat(() => runCommand(root, "generate").wall),
    );
    this.#add(
      "generate --check, time",
      500,
      this.#repeat(() => runCommand(root, "generate", "--check").wall),
    );
    this.#add(
      "validate, time",
      3000,
      this.#repeat(() => runCommand(root, "validate").wall),
    );
    const { repeats: edits } = this.#effort;
    this.#add("edit under watch, time", 150, await measureEdits(root, editedBody, edits));
    this.#add("edit of a field under watch, time", 150, await measureEdits(root, editedField, edits));
    this.#add("tsc over the project, time", undefined, [checkProject(root).time]);
  }

  /** What it costs a type checker, and who waits for one. */
  async measureTypes(): Promise<void> {
    const root = this.#root;
    runCommand(root, "generate");
    const whole = checkProject(root);
    this.#add("types, whole project", typeBudget.project, [whole.instantiations], "");
    this.#add("types, opened file", typeBudget.openedFile, [checkOpened(root, openedFile).instantiations], "");
    this.#add("types, whole project, time", undefined, [whole.time]);
    const { open, complete } = await measureEditor(root, this.#size);
    this.#add("editor, open a file, time", undefined, [open]);
    this.#add("editor, complete, time", undefined, [complete]);
  }

  #repeat(take: (index: number) => number, times = this.#effort.repeats): number[] {
    return Array.from({ length: times }, (_, index) => take(index));
  }

  #add(name: string, limit: number | undefined, values: readonly number[], unit = "ms"): void {
    const goal = { of: "value", bound: "at most", limit: limit ?? 0 } as const;
    const row: Row = {
      suite: "codegen",
      name,
      subject: subjectOf(this.#size),
      value: Math.min(...values),
      unit,
      ...(values.length > 1 && { spread: spread(values) }),
      ...(this.#hasGoals && limit !== undefined && { goal }),
    };
    this.#onRow(judged(row));
  }
}

const coldName = "cold generate, processor";

/** What ten times as many components cost. */
function growth(rows: readonly Row[]): Row[] {
  const cold = rows.filter(({ name }) => name === coldName);
  return cold.slice(1).flatMap((row, i) => {
    const before = cold[i];
    if (before === undefined) return [];
    const components = componentsOf(row) / componentsOf(before);
    return judged({
      suite: "codegen",
      name: `growth for ${components} times as much`,
      subject: row.subject,
      value: row.value / before.value,
      unit: "x",
      goal: { of: "value", bound: "at most", limit: components },
    });
  });
}

function subjectOf(size: number): string {
  return `${size} components`;
}

function componentsOf({ subject }: Row): number {
  return Number.parseInt(subject, 10);
}
