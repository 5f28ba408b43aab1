import { join } from "node:path";
import type { Reporter } from "../diagnostics/diagnostic.js";
import type { Place } from "../model/place.js";
import { reasonOf, remedyOf, type Disk, type Refusal } from "./disk.js";
import { manifestName } from "./manifest.js";
import type { Conflict } from "./plan-writes.js";
import { firstChangedLine, unifiedDiff } from "./unified-diff.js";

/** Where an output folder is, and how its files are shown. */
export interface OutputPlace {
  /** Absolute. */
  readonly folder: string;
  /** Relative to the project's root. */
  readonly shown: string;
}

/** Reports what stands in the way of writing. */
export function reportConflict(
  disk: Disk,
  output: OutputPlace,
  { kind, path }: Conflict,
  texts: ReadonlyMap<string, string>,
  reporter: Reporter,
): void {
  const shown = path === "." ? output.shown : `${output.shown}/${path}`;
  switch (kind) {
    case "edited":
    case "edited-orphan":
      reportEdited(disk, output, path, texts.get(path), reporter);
      return;
    case "foreign":
      reporter.report("ECS5002", startOf(shown), `\`${shown}\` is where a generated file must go`, {
        why: ["It is not in the manifest, so ecsgen did not write it and does not touch it."],
        help: "move it elsewhere, or run `ecsgen generate --force` to overwrite it",
      });
      return;
    case "not-a-file":
      reporter.report("ECS5003", startOf(shown), `\`${shown}\` is not what must be there`, {
        why: ["It is a folder where a file must go, a file where a folder must be, or a link."],
        help: "move it elsewhere",
      });
      return;
    case "outside":
      reporter.report("ECS5004", startOf(shown), `\`${shown}\` leads out of the project`, {
        why: ["It is a symbolic link to a folder elsewhere."],
        help: "replace it by a plain folder",
      });
      return;
    case "broken-manifest":
      reporter.report("ECS5007", startOf(shown), `\`${shown}\` cannot be understood`, {
        why: ["It says which files ecsgen owns; without it they cannot be told from yours."],
        help: "take either side of the merge, or run `ecsgen generate --force`",
      });
  }
}

function reportEdited(
  disk: Disk,
  output: OutputPlace,
  path: string,
  wanted: string | undefined,
  reporter: Reporter,
): void {
  const shown = `${output.shown}/${path}`;
  const found = disk.read(join(output.folder, path)).toString("utf8");
  const line = wanted === undefined ? 1 : firstChangedLine(wanted, found);
  reporter.report("ECS5001", { ...startOf(shown), line }, `\`${shown}\` was edited by hand`, {
    why: [
      "Its content is neither what was generated last nor what would be generated now.",
      ...(wanted === undefined ? [] : [unifiedDiff(shown, wanted, found).trimEnd()]),
    ],
    help: `put the change into the schema or a system module, or keep a formatter out of \`${output.shown}/\`; \`ecsgen generate --force\` loses it`,
  });
}

/** How many stale files are reported one by one. */
const mostReported = 20;

/** Reports generated files that are not what the schemas say; paths as they are shown. */
export function reportDrift(
  stale: readonly { readonly path: string; readonly what: string }[],
  reporter: Reporter,
): void {
  const help = "run `ecsgen generate` and commit what it changes";
  for (const { path, what } of stale.slice(0, mostReported)) {
    reporter.report("ECS5009", startOf(path), `\`${path}\` ${what}`, { help });
  }
  const rest = stale.slice(mostReported);
  const [first] = rest;
  if (first === undefined) return;
  reporter.report("ECS5009", startOf(first.path), `${rest.length} more files are stale, such as \`${first.path}\``, {
    help,
  });
}

/** Reports that the operating system refused to let something be read or written. */
export function reportRefusal(
  output: OutputPlace,
  root: string,
  refusal: Refusal,
  what: "read" | "written",
  reporter: Reporter,
): void {
  const absolute = refusal.path?.replaceAll("\\", "/");
  const path = absolute?.startsWith(`${root}/`) === true ? absolute.slice(root.length + 1) : output.shown;
  const allow = what === "read" ? "let whoever runs ecsgen read it" : "let whoever runs ecsgen write there";
  reporter.report(what === "read" ? "ECS5006" : "ECS5005", startOf(path), `\`${path}\` cannot be ${what}`, {
    why: [`The system says: ${reasonOf(refusal)}.`],
    help: remedyOf(refusal) ?? allow,
  });
}

/** Reports that somebody else holds the lock. */
export function reportLocked(output: OutputPlace, pid: number | undefined, reporter: Reporter): void {
  const who = pid === undefined ? "another run" : `process ${pid}`;
  reporter.report("ECS5008", startOf(output.shown), `${who} is writing to \`${output.shown}\``, {
    why: ["Two runs must not write at once, and it did not finish in time."],
    help: "wait for it, or end it",
  });
}

/** Reports folders that were written to before `output` named another one. */
export function reportOthers({ shown }: OutputPlace, others: readonly string[], reporter: Reporter): void {
  for (const folder of others) {
    reporter.report("ECS5012", startOf(`${folder}/${manifestName}`), `\`${folder}\` holds generated files as well`, {
      why: [
        `Files go to \`${shown}\`, and nothing keeps these up to date: what still imports them goes on with what they say.`,
      ],
      help: `import from \`${shown}\`, and remove \`${folder}\``,
    });
  }
}

function startOf(file: string): Place {
  return { file, line: 1, column: 1, length: 0 };
}
