import type { GraphCore, GraphRun, ProjectGraph } from "./project-graph.js";

/** A project's graph as a Mermaid flowchart: implications, who provides what, and what waits for what in each phase. */
export function graphMermaid(graph: ProjectGraph): string {
  const phases = [...new Set(graph.schedule.map(({ phase }) => phase))];
  const lines = [
    "flowchart LR",
    ...graph.cores.flatMap((core, index) => coreLines(core, `c${index}`)),
    ...moduleLines(graph),
    ...phases.flatMap((phase, index) => phaseLines(phase, graph.schedule, `p${index}`)),
  ];
  return `${lines.join("\n")}\n`;
}

function coreLines({ name, features }: GraphCore, id: string): string[] {
  const ids = new Map(features.map((feature, index) => [feature.name, `${id}f${index}`]));
  return [
    `  subgraph ${id} [${label(`core ${name}`)}]`,
    ...features.map((feature) => `    ${ids.get(feature.name)}[${label(feature.name)}]`),
    ...features.flatMap((feature) =>
      feature.implies.map((implied) => `    ${ids.get(feature.name)} -->|implies| ${ids.get(implied)}`),
    ),
    "  end",
  ];
}

/** A module that was passed over is tied to its core by a line that says why. */
function moduleLines({ cores }: ProjectGraph): string[] {
  const providers = cores.flatMap(({ features }) => features.flatMap(({ providedBy }) => providedBy ?? []));
  const candidates = cores.flatMap((core) => core.candidates);
  const modules = new Map([...providers, ...candidates].map(({ file, module }) => [`${file} ${module}`, module]));
  const ids = new Map([...modules.keys()].map((key, index) => [key, `m${index}`]));
  const idOf = ({ file, module }: { file: string; module: string }): string => ids.get(`${file} ${module}`) ?? "";
  return [
    ...[...modules].map(([key, module]) => `  ${ids.get(key)}([${label(module)}])`),
    ...cores.flatMap(({ features }, core) =>
      features.flatMap(({ providedBy }, feature) =>
        providedBy === undefined ? [] : [`  ${idOf(providedBy)} -.->|provides| c${core}f${feature}`],
      ),
    ),
    ...cores.flatMap((core, index) =>
      core.candidates.flatMap((candidate) =>
        candidate.chosen ? [] : [`  ${idOf(candidate)} --x|${label(candidate.reason)}| c${index}`],
      ),
    ),
  ];
}

/** Arrows lead from what has to run first. A sync point stands between the lines before it and the first behind it. */
function phaseLines(phase: string, schedule: readonly GraphRun[], id: string): string[] {
  const runs = schedule.flatMap((run, place) => (run.phase === phase ? [{ run, place }] : []));
  return [
    `  subgraph ${id} [${label(`schedule ${phase}`)}]`,
    ...runs.map(
      ({ run: { run, filter }, place }) => `    r${place}[${label(filter === "" ? run : `${run} (${filter})`)}]`,
    ),
    ...runs.flatMap(({ run, place }) => run.waitsFor.map((earlier) => `    r${earlier} --> r${place}`)),
    ...runs.flatMap(({ run: { sync }, place }) =>
      sync === undefined
        ? []
        : [`    s${place}{{sync point}}`, `    r${place - 1} -.-> s${place}`, `    s${place} -.-> r${place}`],
    ),
    "  end",
  ];
}

function label(text: string): string {
  // A backtick would begin Markdown.
  return `"${text.replaceAll("`", "").replaceAll('"', "#quot;")}"`;
}
