import { parseArgs } from "node:util";

/** What `npm run bench` was asked for. */
export interface Options {
  readonly quick: boolean;
  readonly help: boolean;
  /** How often each library is measured at each case. */
  readonly rounds: number;
  /** Whether the packages of `peers/packages/` are measured as well. */
  readonly peers: boolean;
  /** The version of Node, as npm knows it, that measures the runtime; the one that runs this when there is none. */
  readonly node: string | undefined;
  /** Where to write the rows as JSON. */
  readonly json: string | undefined;
  /** Whether a benchmark, such as `runtime move 2d`, is asked for. */
  readonly wanted: (name: string) => boolean;
}

/** What `--help` prints. */
export const usage = `Usage: npm run bench -- [options]

Measures the compiler, the runtime, and what other libraries are measured at. Values are compared inside one run; results
are checked, and a wrong one ends it with exit code 1. A goal that is missed does not: timings on a busy machine are no
tests.

Options:
  --quick           small sizes and few repetitions, to see that everything works
  --only <pattern>  what matches this regular expression, such as "codegen", "runtime move" or "peers"
  --peers           install the other libraries, and measure them as well
  --rounds <count>  how often each is measured; 3 unless it is said, and once when it shall be quick
  --node <version>  measure the runtime and the peers with another Node, such as "latest" or "22", which is installed from
                    npm into a temporary folder
  --json <file>     write the rows there as well
  --help            show this help
`;

/** Throws a `TypeError` or a `SyntaxError` that says what is wrong with the arguments. */
export function parseOptions(given: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...given],
    options: {
      quick: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      peers: { type: "boolean", default: false },
      rounds: { type: "string" },
      node: { type: "string" },
      json: { type: "string" },
      only: { type: "string", default: "" },
    },
  });
  const pattern = new RegExp(values.only);
  const { quick, help, peers, node, json } = values;
  const rounds = Number(values.rounds ?? (quick ? 1 : 3));
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new TypeError(`\`--rounds ${values.rounds}\` is no number of rounds`);
  return { quick, help, peers, rounds, node, json, wanted: (name) => pattern.test(name) };
}
