/** What the command line tells the shell. */
export const exitCodes = {
  /** All is well. */
  ok: 0,
  /** A mistake of ecsgen itself. */
  bug: 1,
  /** The command was not understood, or cannot be done here. */
  misuse: 2,
  /** Generated files are not what the schemas say. */
  stale: 4,
  /** The project has errors. */
  findings: 5,
  /** A change breaks what was released; reserved. */
  breaking: 6,
} as const;

/** One of the documented exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit codes as the help shows them. */
export const exitCodeHelp = `Exit codes:
  0  all is well
  1  a bug in ecsgen
  2  misuse: the command was not understood, or cannot be done here
  4  generated files are stale
  5  the project has errors
  6  a change breaks what was released (reserved)

A signal ends it with 128 and its number: 130 after Ctrl-C. Nothing is left half-written.`;
