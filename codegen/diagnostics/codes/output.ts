import type { CodeEntry } from "../code-entry.js";

/** Codes of stage 5 and of the command line: generated files, configuration, file system. */
export const outputCodes = {
  ECS5001: {
    severity: "error",
    title: "a generated file was edited by hand",
    explanation:
      "ecsgen writes this file and would lose the edit, so it wrote nothing at all. Move what you added into a file of your own, " +
      "or say it in the schema. Then restore the file, or run `ecsgen generate --force`, which overwrites it. " +
      "Line ends do not count as an edit. A formatter's changes do: keep it away from the output folder, in `.prettierignore` or what it has instead.",
    wrong: "// generated/components/position.ts, with a method added by hand",
    right: "// position-helpers.ts, beside your own code",
  },
  ECS5002: {
    severity: "error",
    title: "a file that ecsgen did not write is where a generated one must go",
    explanation:
      "ecsgen only overwrites files that its manifest lists. This one is not there, so it may be yours. " +
      "Move it, or let `ecsgen generate --force` overwrite it. Other files in the output folder are never touched.",
    wrong: "generated/world.ts  (written by hand)",
    right: "src/world.ts        (written by hand), generated/world.ts (written by ecsgen)",
  },
  ECS5003: {
    severity: "error",
    title: "something that is not a file is where a generated file must go",
    explanation:
      "A folder, a symbolic link or a device has the name of a generated file, or a file has the name of a folder that must be made. " +
      "ecsgen removes none of these, not even when forced. Move it out of the way.",
    wrong: "generated/world.ts/   (a folder)",
    right: "generated/world.ts    (a file)",
  },
  ECS5004: {
    severity: "error",
    title: "the output would leave the project",
    explanation:
      "The output folder, or a folder in it, leads outside of the project's root, by `..` or by a symbolic link. " +
      "ecsgen writes inside the project only.",
    wrong: 'export default app({ cores: [], output: "../elsewhere" });',
    right: 'export default app({ cores: [], output: "generated" });',
  },
  ECS5005: {
    severity: "error",
    title: "a file or folder cannot be written",
    explanation:
      "The file system refused: no permission, a read-only disk, or no space left. Whatever had been written before was put back, " +
      "so the output is as it was.",
    wrong: "chmod -w generated && ecsgen generate",
    right: "chmod u+w generated && ecsgen generate",
  },
  ECS5006: {
    severity: "error",
    title: "a generated file or folder cannot be read",
    explanation:
      "The file system refused, so ecsgen cannot tell whether the file is up to date. Mostly a matter of permissions.",
    wrong: "chmod -r generated/world.ts && ecsgen generate",
    right: "chmod u+r generated/world.ts && ecsgen generate",
  },
  ECS5007: {
    severity: "error",
    title: "the manifest of generated files cannot be understood",
    explanation:
      "`manifest.json` says which files ecsgen owns. Without it, generated files cannot be told from yours. It mostly breaks in a merge. " +
      "Take either side of the merge, or run `ecsgen generate --force`, which writes every generated file anew; " +
      "files that are not generated any more then have to be removed by hand.",
    wrong: "<<<<<<< HEAD",
    right: '{ "files": {} }',
  },
  ECS5008: {
    severity: "error",
    title: "another run of ecsgen is writing",
    explanation:
      "Two runs must not write the same output at once, and the other one did not finish in time. Wait for it, or end it. " +
      "A lock that a killed run left behind is noticed and taken over by itself.",
    wrong: "ecsgen generate & ecsgen generate",
    right: "ecsgen generate",
  },
  ECS5009: {
    severity: "error",
    title: "the generated files do not match the schemas",
    explanation:
      "A schema or system module changed after the last run. Run `ecsgen generate` and commit what it changes.",
    wrong: "git commit schema",
    right: "ecsgen generate && git commit schema generated",
  },
  ECS5010: {
    severity: "error",
    title: "TypeScript finds an error",
    explanation:
      "`ecsgen check` compiles the project with its `tsconfig.json`, or the nearest one above as `tsc` does, and TypeScript refused. The message is TypeScript's.",
    wrong: 'const speed: number = "fast";',
    right: "const speed: number = 3;",
  },
  ECS5011: {
    severity: "error",
    title: "TypeScript could not be run over the project",
    explanation:
      "`ecsgen check` needs a `tsconfig.json`, in the project's root or in a folder above, that says which files belong to the project.",
    wrong: "ecsgen check  (no tsconfig.json)",
    right: "ecsgen check  (with tsconfig.json)",
  },
  ECS5012: {
    severity: "warning",
    title: "an older output folder is still there",
    explanation:
      "Files are generated into the folder that `output` of the configuration names. When another one is named, what was generated before stays: you may have put files of your own there, and your program may import it. It is told by the run that makes the new folder, and by `ecsgen doctor`.",
    wrong: 'import { createWorld } from "./generated/index.js"; // output: "sdk"',
    right: 'import { createWorld } from "./sdk/index.js"; // output: "sdk"',
  },
} as const satisfies Record<string, CodeEntry>;
