// A set of schemas as large as that of a shipped 3D platform can be written, read and generated, and its output compiles.
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { print, prove } from "../../codegen/pipeline.js";
import { diskHost } from "../../codegen/cache/disk-host.js";
import { filesOf } from "./support/case-project.js";
import { compile } from "./support/compile.js";
import { countFields } from "./support/count-fields.js";
import { diskProject } from "./support/disk-project.js";

it("is as large and as varied as the real ones, read without a finding, and compiles", () => {
  const project = diskProject(filesOf(fileURLToPath(new URL("../cases/platform", import.meta.url))));
  try {
    const { checked, diagnostics } = prove(project.root, diskHost());
    expect(diagnostics).toEqual([]);
    if (checked === undefined) throw new Error("it is not proven");
    const { components, fields, optional, structsAndEnums, lists, unions } = countFields(checked.contract);
    expect(components).toBeGreaterThanOrEqual(92);
    expect(fields).toBeGreaterThanOrEqual(426);
    expect(optional).toBeGreaterThanOrEqual(265);
    expect(structsAndEnums).toBeGreaterThanOrEqual(153);
    expect(lists).toBeGreaterThanOrEqual(19);
    expect(unions).toBeGreaterThanOrEqual(9);
    for (const { path, text } of print(checked)) project.write(path, text);
    expect(compile(project)).toEqual([]);
  } finally {
    project.remove();
  }
});
