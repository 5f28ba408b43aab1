// Compile-fail cases: `test/types/*.ts` hold code that users could type. A line that must not compile ends with
// `//~` and what TypeScript says; every other line must compile.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("types", import.meta.url));
const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** One finding per line, with all that TypeScript says of it, indented explanations included. */
function compile(): Finding[] {
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { encoding: "utf8" });
  const entries = stdout.split(/\n(?=\S)/).filter((entry) => entry.trim() !== "");
  return entries.map((entry) => {
    const [, file = entry, line = "0", message = ""] = /^(?:.*\/)?([\w.-]+)\((\d+),\d+\): ([\s\S]*)$/.exec(entry) ?? [];
    return { file, line: Number(line), message };
  });
}

const findings = compile();

describe.each(readdirSync(folder).filter((name) => name.endsWith(".ts")))("%s", (name) => {
  const lines = readFileSync(`${folder}/${name}`, "utf8").split("\n");

  it.each(
    lines.flatMap((text, index) => {
      const expected = /\/\/~ (.*)$/.exec(text)?.[1];
      return expected === undefined ? [] : [{ line: index + 1, expected }];
    }),
  )("line $line: $expected", ({ line, expected }) => {
    const said = findings.filter((finding) => finding.file === name && finding.line === line);
    expect(said.map((finding) => finding.message).join("\n")).toContain(expected);
  });

  it("has no other errors", () => {
    const others = findings.filter(
      (finding) => finding.file === name && !(lines[finding.line - 1] ?? "").includes("//~ "),
    );
    expect(others).toEqual([]);
  });
});

it("finds errors in these files only", () => {
  expect(findings.filter((finding) => !readdirSync(folder).includes(finding.file))).toEqual([]);
});
