// A mistake in one file hides what others take from it; it must stay one finding.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { diskHost } from "../../../codegen/cache/disk-host.js";
import { prove } from "../../../codegen/pipeline.js";
import { filesOf } from "../support/case-project.js";
import { diskProject } from "../support/disk-project.js";

const base = filesOf(join(fileURLToPath(new URL("../../cases/diagnostics/base", import.meta.url))));

function findingsOf(files: Readonly<Record<string, string>>): string[] {
  const project = diskProject(files);
  try {
    return prove(project.root, diskHost()).diagnostics.map(
      ({ code, place, message }) => `${code} ${place.file} ${message}`,
    );
  } finally {
    project.remove();
  }
}

describe("a syntax error", () => {
  it.each(Object.keys(base))("is the only finding when it is in %s", (path) => {
    const text = base[path] ?? "";
    expect(findingsOf({ ...base, [path]: `${text}\nexport const = 1;\n` })).toEqual([
      `ECS1001 ${path} syntax: unexpected \`=\``,
    ]);
  });

  it("is the only finding when single functions come from its file", () => {
    const index = "systems/euler/index.ts";
    const named = (base[index] ?? "")
      .replace("import * as impulses from", "import { push } from")
      .replace("provides: { impulses,", "provides: { impulses: { push },");
    const files = { ...base, [index]: named };
    expect(findingsOf(files)).toEqual([]);
    const broken = { ...files, "systems/euler/impulses.ts": `${base["systems/euler/impulses.ts"] ?? ""}\n}\n` };
    expect(findingsOf(broken)).toEqual(["ECS1001 systems/euler/impulses.ts syntax: unexpected `}`"]);
  });
});
