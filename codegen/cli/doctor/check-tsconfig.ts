import { relative } from "node:path";
import { findTsconfig } from "../../compiler/find-upwards.js";
import type { TsconfigOptions } from "../../compiler/tsconfig-options.js";
import type { Checkup } from "./checkup.js";

const name = "tsconfig.json";

/** A tsconfig.json, and what is to be said of it when it says nothing about options. */
export interface ReadTsconfig {
  readonly options: TsconfigOptions | undefined;
  readonly checkups: readonly Checkup[];
}

/**
 * Looks at the options that decide whether schemas and generated code compile as they should, as the project's
 * TypeScript understands them.
 */
export async function checkTsconfig(root: string): Promise<ReadTsconfig> {
  const path = findTsconfig(root);
  if (path === undefined) {
    const fix = "take the one that `ecsgen init` makes; `ecsgen check` needs it to check types";
    return { options: undefined, checkups: [{ name, state: "doubtful", detail: "there is none", fix }] };
  }
  const { readTsconfigOptions } = await import("../../compiler/tsconfig-options.js");
  const options = readTsconfigOptions(root, path);
  if (typeof options === "string") {
    const detail = `it cannot be read: ${lowerFirst(options)}`;
    return { options: undefined, checkups: [{ name, state: "bad", detail, fix: "mend it" }] };
  }
  const found = rules.flatMap((rule) => rule(options) ?? []);
  const shown = relative(root, path).replaceAll("\\", "/");
  const detail = shown === name ? "its options fit" : `the options of \`${shown}\` fit`;
  return { options, checkups: found.length > 0 ? found : [{ name, state: "good", detail }] };
}

/** TypeScript ends its messages with a full stop and starts them with a capital. */
function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");
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
  ({ modernLib }) =>
    modernLib
      ? undefined
      : {
          name,
          state: "bad",
          detail: "its `lib` is older than the generated code needs",
          fix: 'add `"es2022"` or newer to `lib`, or leave `lib` out',
        },
  ({ loosened }) =>
    loosened.length === 0
      ? undefined
      : {
          name,
          state: "bad",
          detail: `${loosened.map((option) => `\`${option}\``).join(" and ")} is off, so what does not fit its View compiles`,
          fix: "leave it out: `strict` turns it on",
        },
];
