import { type AddCommand, examples } from "../command.js";
import { type Context, graphFormats } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import type { ProjectGraph } from "../graph/project-graph.js";
import type { Outcome } from "../outcome.js";
import { suggestion } from "../../diagnostics/suggest.js";
import { UsageError } from "../usage-error.js";

const description = `Shows how the project hangs together: cores and their features, what implies what,
which system module was chosen and why others were passed over, and what runs in a step, in order.

Of the schedule it tells in full what each function touches, which of them could run at
the same time (stages), and where structural changes are applied (sync points).

--format mermaid writes a flowchart that GitHub and many editors draw;
--format html writes a page of its own; --format json writes the same as data.`;

/** `ecsgen graph` */
export const addGraph: AddCommand = (program, act) => {
  program
    .command("graph")
    .argument("[part]", "`schedule`: only what runs in a step")
    .summary("show cores, features, chosen systems and the schedule")
    .description(description)
    .addHelpText(
      "after",
      examples(
        ["ecsgen graph", "who provides what, and what runs when"],
        ["ecsgen graph schedule", "the order of a step, with reasons, access and stages"],
        ["ecsgen graph schedule --format html > schedule.html", "as a page to look at"],
        ["ecsgen graph --format mermaid > graph.mmd", "as a picture"],
      ),
    )
    .action((part: string | undefined, _options: object, command) =>
      act(command, (context) => graph(part, context), graphFormats),
    );
};

async function graph(part: string | undefined, context: Context): Promise<Outcome> {
  if (part !== undefined && part !== "schedule") {
    throw new UsageError(`a graph has no part \`${part}\``, suggestion(part, ["schedule"]));
  }
  const { proveProject } = await import("../prove-project.js");
  const { checked, diagnostics } = proveProject(context.root);
  // A picture of a project with errors would show what is not there.
  if (checked === undefined) return { exitCode: exitCodes.findings, diagnostics };
  const { projectGraph } = await import("../graph/project-graph.js");
  const whole = projectGraph(checked);
  const data = part === "schedule" ? { ...whole, cores: [] } : whole;
  return { exitCode: exitCodes.ok, diagnostics, data: { ...data }, result: await draw(data, part, context) };
}

async function draw(data: ProjectGraph, part: string | undefined, context: Context): Promise<string> {
  if (context.format === "html") return (await import("../graph/graph-html.js")).graphHtml(data);
  if (context.format === "mermaid") return (await import("../graph/graph-mermaid.js")).graphMermaid(data);
  return (await import("../graph/graph-text.js")).graphText(
    data,
    context.out,
    part === undefined ? "in short" : "in full",
  );
}
