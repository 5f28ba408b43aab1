import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TsconfigOptions } from "../../compiler/tsconfig-options.js";
import type { Checkup } from "./checkup.js";

const name = "tsconfig.json";

/**
 * Looks at the options that decide whether schemas and generated code compile as they should, as the TypeScript of this
 * major version understands them.
 */
export async function checkTsconfig(root: string, typescript: number): Promise<readonly Checkup[]> {
  const path = join(root, "tsconfig.json");
  if (!existsSync(path)) {
    const fix = "take the one that `ecsgen init` makes; `ecsgen check` needs it to check types";
    return [{ name, state: "doubtful", detail: "there is none", fix }];
  }
  const { readTsconfigOptions } = await import("../../compiler/tsconfig-options.js");
  const options = readTsconfigOptions(path, typescript);
  if (typeof options === "string") {
    return [{ name, state: "bad", detail: `it cannot be read: ${options}`, fix: "mend its syntax" }];
  }
  const found = rules.flatMap((rule) => rule(options) ?? []);
  return found.length > 0 ? found : [{ name, state: "good", detail: "its options fit" }];
}

type Rule = (options: TsconfigOptions) => Checkup | undefined;

const rules: readonly Rule[] = [
  ({ strict }) =>
    strict
      ? undefined
      : {
          name,
          state: "bad",
          detail: "`strict` is off, so a read of what may be absent is no error",
          fix: 'set `"strict": true`',
        },
  ({ readsExports }) =>
    readsExports
      ? undefined
      : {
          name,
          state: "bad",
          detail: "its `moduleResolution` does not find `ecsgen/schema`",
          fix: 'set `"module": "nodenext"`, or `"moduleResolution": "bundler"` with a bundler',
        },
  ({ modernTarget }) =>
    modernTarget
      ? undefined
      : {
          name,
          state: "bad",
          detail: "its `target` is older than the generated code needs",
          fix: 'set `"target": "es2022"` or newer',
        },
];
