import type { Palette } from "../../diagnostics/render/palette.js";
import type { GraphCandidate, GraphCore, GraphRun, ProjectGraph } from "./project-graph.js";

/** A project's graph for a person. */
export function graphText(graph: ProjectGraph, palette: Palette): string {
  const cores = graph.cores.flatMap((core) =>
    coreLines(core, graph.kind === "app" ? palette.dim("not asked for") : "", palette),
  );
  const phases = [...new Set(graph.schedule.map(({ phase }) => phase))];
  const schedule = phases.flatMap((phase) =>
    phaseLines(
      phase,
      graph.schedule.filter((run) => run.phase === phase),
      palette,
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

function phaseLines(phase: string, runs: readonly GraphRun[], palette: Palette): string[] {
  const numbers = String(runs.length).length;
  const lines = runs.map(({ run, filter, reason }, index) => {
    const filtered = filter === "" ? "" : `  ${filter}`;
    const why = reason === "" ? "" : `  ${palette.dim(reason)}`;
    return `  ${String(index + 1).padStart(numbers)}. ${run}${filtered}${why}`;
  });
  return [palette.bold(`schedule ${phase}`), ...lines, ""];
}
