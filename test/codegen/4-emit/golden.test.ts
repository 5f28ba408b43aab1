// What is printed, byte by byte. After a change that is meant: `UPDATE_GOLDEN=1 npx vitest run test/codegen/4-emit/golden`,
// then review the diff as the code of a colleague.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import { describe, expect, it } from "vitest";
import { caseNames, casesFolder, goldenFiles, printProject, writeGolden } from "./golden-cases.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const options = { printWidth: 120 };

describe.each(caseNames)("%s", (name) => {
  const printed = printProject(join(casesFolder, name));
  if (process.env["UPDATE_GOLDEN"] !== undefined) writeGolden(name, printed);
  const golden = goldenFiles(name);

  it("has these files and no others", () => {
    expect([...printed.keys()].sort()).toEqual([...golden.keys()].sort());
  });

  it.each([...golden])("%s", (path, text) => {
    expect(printed.get(path)).toBe(text);
  });

  it("is formatted as prettier would format it", async () => {
    const code = [...printed].filter(([path]) => path !== "contract.json");
    const formatted = code.map(async ([path, text]): Promise<[string, string]> => [
      path,
      await prettier.format(text, { ...options, filepath: path }),
    ]);
    expect(code).toEqual(await Promise.all(formatted));
  });
});

it("compiles, with every strict option", () => {
  // Against what users get, the declarations of the package, made anew.
  expect(tsc("-b", `${root}/schema`)).toBe("");
  expect(tsc("-p", casesFolder, "--pretty", "false")).toBe("");
});

function tsc(...options: readonly string[]): string {
  return spawnSync(process.execPath, [`${root}/node_modules/typescript/bin/tsc`, ...options], { encoding: "utf8" })
    .stdout;
}
