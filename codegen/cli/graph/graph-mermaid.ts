import type { GraphCore, GraphRun, ProjectGraph } from "./project-graph.js";

/** A project's graph as a Mermaid flowchart: implications, who provides what, and the order of each phase. */
export function graphMermaid(graph: ProjectGraph): string {
  const phases = [...new Set(graph.schedule.map(({ phase }) => phase))];
  const lines = [
    "flowchart LR",
    ...graph.cores.flatMap((core, index) => coreLines(core, `c${index}`)),
    ...moduleLines(graph),
    ...phases.flatMap((phase, index) =>
      phaseLines(
        phase,
        graph.schedule.filter((run) => run.phase === phase),
        `p${index}`,
      ),
    ),
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

function moduleLines({ cores }: ProjectGraph): string[] {
  const files = cores.flatMap(({ features }) => features.flatMap(({ providedBy }) => providedBy ?? []));
  const modules = new Map(files.map(({ file, module }) => [file, module]));
  const ids = new Map([...modules.keys()].map((file, index) => [file, `m${index}`]));
  return [
    ...[...modules].map(([file, module]) => `  ${ids.get(file)}([${label(module)}])`),
    ...cores.flatMap(({ features }, core) =>
      features.flatMap(({ providedBy }, feature) =>
        providedBy === undefined ? [] : [`  ${ids.get(providedBy.file)} -.->|provides| c${core}f${feature}`],
      ),
    ),
  ];
}

function phaseLines(phase: string, runs: readonly GraphRun[], id: string): string[] {
  return [
    `  subgraph ${id} [${label(`schedule ${phase}`)}]`,
    ...runs.map(({ run, filter }, index) => `    ${id}r${index}[${label(filter === "" ? run : `${run} (${filter})`)}]`),
    ...runs.slice(1).map((_, index) => `    ${id}r${index} --> ${id}r${index + 1}`),
    "  end",
  ];
}

function label(text: string): string {
  return `"${text.replaceAll('"', "#quot;")}"`;
}
