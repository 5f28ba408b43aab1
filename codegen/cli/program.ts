import { Command, type OutputConfiguration } from "commander";
import { addCheck } from "./commands/check.js";
import { addClean } from "./commands/clean.js";
import { addDoctor } from "./commands/doctor.js";
import { addExplain } from "./commands/explain.js";
import { addGenerate } from "./commands/generate.js";
import { addGraph } from "./commands/graph.js";
import { addInit } from "./commands/init.js";
import { addScaffold } from "./commands/scaffold.js";
import { addValidate } from "./commands/validate.js";
import { wantsColor } from "./color.js";
import type { Act } from "./command.js";
import { exitCodeHelp } from "./exit-codes.js";
import type { CliIo } from "./io.js";
import { packageVersion } from "./package-info.js";

const description = `Makes a typed entity component system out of your schemas.

You declare components and contracts once, in schema.ts. ecsgen reads them and
writes the world, the loops, the schedule and the proof that every feature you
ask for is really implemented. It needs no running program and no bundler.`;

const firstSteps = `
First steps:
  $ ecsgen init my-game           a small project that runs at once
  $ cd my-game && npm install
  $ npm start

Every day:
  $ ecsgen generate --watch       keep generated/ up to date while you write
  $ ecsgen explain ECS5001        what a finding means, and how to mend it
  $ ecsgen check                  all that a build server should ask

${exitCodeHelp}

\`ecsgen <command> --help\` says more about a command.`;

/** The whole command line as commander sees it; nothing of a command's work is loaded yet. */
export function makeProgram(io: CliIo, act: Act): Command {
  const program = new Command("ecsgen");
  program
    .description(description)
    .usage("<command> [options]")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .option("--root <dir>", "the project's folder (default: where you are)")
    .option("--format <form>", "how findings are written: pretty, json, github or sarif", "pretty")
    .option("-q, --quiet", "print findings and asked-for results only")
    .option("--no-color", "no colours, not even on a terminal")
    .configureHelp({ showGlobalOptions: true, subcommandTerm: (command) => termOf(command) })
    .configureOutput(outputOf(io))
    .exitOverride()
    .addHelpText("after", firstSteps);
  program.commandsGroup("Start:");
  addInit(program, act);
  addScaffold(program, act);
  program.commandsGroup("Build:");
  addGenerate(program, act);
  addValidate(program, act);
  addCheck(program, act);
  program.commandsGroup("Understand:");
  addExplain(program, act);
  addGraph(program, act);
  program.commandsGroup("Mend:");
  addDoctor(program, act);
  addClean(program, act);
  program.addHelpCommand(
    new Command("help")
      .argument("[command]")
      .description("show the help of a command")
      .helpOption(false)
      .helpGroup("Understand:"),
  );
  return program;
}

function termOf(command: Command): string {
  const names = command.registeredArguments.map((argument) =>
    argument.required ? ` <${argument.name()}>` : ` [${argument.name()}]`,
  );
  return command.name() + names.join("");
}

function outputOf(io: CliIo): OutputConfiguration {
  return {
    writeOut: (text) => io.stdout.write(text),
    writeErr: (text) => io.stderr.write(text),
    getOutHelpWidth: () => io.stdout.columns ?? 100,
    getErrHelpWidth: () => io.stderr.columns ?? 100,
    getOutHasColors: () => wantsColor(io.stdout, io.env, false),
    getErrHasColors: () => wantsColor(io.stderr, io.env, false),
    // `run` says what went wrong, in the form of all our errors.
    outputError: () => undefined,
  };
}
