import type { Command } from "commander";
import type { Context, Format } from "./context.js";
import type { Outcome } from "./outcome.js";

/** Runs the work of a command in its context and presents what it comes to. */
export type Act = (command: Command, work: Work, formats?: readonly Format[]) => Promise<void>;

/** What a command does. */
export type Work = (context: Context) => Promise<Outcome>;

/** Adds a command to the program. The work behind it is loaded when it is called, not before. */
export type AddCommand = (program: Command, act: Act) => void;

/** The part of a help text that shows by example. */
export function examples(...lines: readonly (readonly [command: string, meaning: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\nExamples:\n${lines.map(([command, meaning]) => `  $ ${command.padEnd(width)}  ${meaning}`).join("\n")}`;
}
