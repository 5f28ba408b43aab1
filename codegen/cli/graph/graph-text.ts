import type { Palette } from "../../diagnostics/render/palette.js";
import { accessWords, type GraphCandidate, type GraphCore, type GraphRun, type ProjectGraph } from "./project-graph.js";

/** A project's graph for a person; `in full` with stages, sync points and access. */
export function graphText(graph: ProjectGraph, palette: Palette, how: "in short" | "in full"): string {
  const cores = graph.cores.flatMap((core) =>
    coreLines(core, graph.kind === "app" ? palette.dim("not asked for") : "", palette),
  );
  const phases = [...new Set(graph.schedule.map(({ phase }) => phase))];
  const schedule = phases.flatMap((phase) =>
    phaseLines(
      phase,
      graph.schedule.filter((run) => run.phase === phase),
      palette,
      how,
    ),
  );
  const lines = [...cores, ...schedule];
  return lines.length === 0 ? "no cores, and nothing is scheduled\n" : `${lines.join("\n").trimEnd()}\n`;
}

function coreLines({ name, features, candidates }: GraphCore, unprovided: string, palette: Palette): string[] {
  const width = Math.max(0, ...features.map((feature) => feature.name.length));
  const lines = features.map((feature) => {
    const implies = feature.implies.length > 0 ? `  implies ${feature.implies.join(", ")}` : "";
    const provided = feature.providedBy
      ? `${palette.green(feature.providedBy.module)} ${palette.dim(`(${feature.providedBy.file})`)}`
      : unprovided;
    return `  ${feature.name.padEnd(width)}  ${provided}${implies}`.trimEnd();
  });
  return [palette.bold(`core ${name}`), ...lines, ...candidateLines(candidates, palette), ""];
}

/** Where there was a choice: what was tried, in order. */
function candidateLines(candidates: readonly GraphCandidate[], palette: Palette): string[] {
  if (candidates.length < 2) return [];
  const width = Math.max(...candidates.map(({ module }) => module.length));
  const lines = candidates.map(({ module, chosen, reason }, index) => {
    const said = chosen ? palette.green("chosen") : palette.dim(reason);
    return `    ${index + 1}. ${module.padEnd(width)}  ${said}`;
  });
  return ["  system modules, in order of preference", ...lines];
}

function phaseLines(phase: string, runs: readonly GraphRun[], palette: Palette, how: "in short" | "in full"): string[] {
  const numbers = String(runs.length).length;
  const lines = runs.flatMap((run, index) => {
    const number = String(index + 1).padStart(numbers);
    const filtered = run.filter === "" ? "" : `  ${run.filter}`;
    const why = run.reason === "" ? "" : `  ${palette.dim(run.reason)}`;
    const line = `  ${number}. ${run.run}${filtered}${why}`;
    return how === "in short" ? [line] : [...syncLines(run, palette), line, ...detailLines(run, numbers, palette)];
  });
  return [palette.bold(`schedule ${phase}`), ...lines, ""];
}

function syncLines({ sync }: GraphRun, palette: Palette): string[] {
  return sync === undefined ? [] : [`  ${palette.yellow("sync point")}  ${palette.dim(sync)}`];
}

function detailLines({ stage, access }: GraphRun, numbers: number, palette: Palette): string[] {
  const indent = " ".repeat(numbers + 4);
  return [`stage ${stage}`, ...accessWords(access)].map((text) => `${indent}${palette.dim(text)}`);
}
