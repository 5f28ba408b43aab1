// What a project costs a type checker: as a whole, as `tsc` sees it, and one file of it, as an editor does.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./repository.js";

/** The program of TypeScript, for this Node. */
export const typeScript = join(repository, "node_modules/typescript/bin/tsc");

/** What `tsc` says of one run with one checker. All but the time is the same every time. */
export interface CheckingCost {
  /** Types and signatures that were made from generic ones: what makes checking slow. */
  readonly instantiations: number;
  readonly types: number;
  readonly symbols: number;
  /** Milliseconds by the clock. */
  readonly time: number;
}

/** Checks a generated project as a whole. Throws when something is wrong with it. */
export function checkProject(root: string): CheckingCost {
  return costOf(run("-p", root, ...oneChecker));
}

/**
 * Checks one file that uses the world of a generated project. The rest is seen as an editor sees it, which looks at the
 * types that the file needs and at no bodies: declarations are written for that, into the folder `editor`.
 * Throws when something is wrong with it, or with the declarations.
 */
export function checkOpened(root: string, text: string): CheckingCost {
  const editor = join(root, "editor");
  run("-p", root, "--noEmit", "false", "--emitDeclarationOnly", "--declaration", "--outDir", editor);
  mkdirSync(editor, { recursive: true });
  writeFileSync(join(editor, "main.ts"), text);
  writeFileSync(join(editor, "tsconfig.json"), `{ "extends": "../tsconfig.json", "include": ["main.ts"] }\n`);
  return costOf(run("-p", editor, ...oneChecker));
}

/** A file as people write them first: entities, components, a query, a step. */
export const openedFile = `import { createWorld, Thing1, Thing2 } from "./generated/index.js";

const world = createWorld();
const thing = world.spawn({ thing1: { value: 3, part2: { angle: 1 } }, thing2: {} });
world.add(thing, Thing2, { value: 1 });
const value = world.get(thing, Thing1)?.part2.axis.x ?? 0;
for (const entity of world.query({ all: [Thing1, Thing2] }).entities()) world.set(entity, Thing1, { value });
world.step(1 / 60);
`;

/** The most instantiations that a project of 300 components may cost: a tenth more than it did when this was last looked at. */
export const typeBudget = { project: 82_000, openedFile: 150 };

/** Several checkers do some of the work again, each for itself. */
const oneChecker = ["--extendedDiagnostics", "--checkers", "1"];

function run(...parameters: readonly string[]): string {
  const { status, stdout } = spawnSync(process.execPath, [typeScript, ...parameters], { encoding: "utf8" });
  if (status !== 0) throw new Error(`\`tsc\` ended with ${status}:\n${stdout.slice(0, 2000)}`);
  return stdout;
}

function costOf(report: string): CheckingCost {
  const read = (name: string): number => {
    const value = new RegExp(`^${name}:\\s*([\\d.]+)`, "m").exec(report)?.[1];
    if (value === undefined) throw new Error(`\`tsc\` does not tell \`${name}\``);
    return Number(value);
  };
  return {
    instantiations: read("Instantiations"),
    types: read("Types"),
    symbols: read("Symbols"),
    time: read("Total time") * 1000,
  };
}
