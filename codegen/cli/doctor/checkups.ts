import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { whereElse } from "../../1-read/collect-files.js";
import { diskHost } from "../../cache/disk-host.js";
import { isAtLeast, oldestTypeScript, parseVersion, type Version } from "../../compiler/tsc.js";
import { stringField } from "../package-info.js";
import { checkGenerated } from "./check-generated.js";
import { checkInstalled, checkPackageJson } from "./check-package.js";
import { checkTsconfig } from "./check-tsconfig.js";
import type { Checkup } from "./checkup.js";
import { installedPackage } from "./package-json.js";

/** The oldest Node that ecsgen runs on. */
const oldestNode: Version = [20, 19];

/** Looks at everything the project at `root` needs. Never throws for what it finds. */
export async function checkups(root: string): Promise<readonly Checkup[]> {
  const config = checkConfig(root);
  const typescript = stringField(installedPackage(root, "typescript")?.content, "version");
  const tsconfig = await checkTsconfig(root);
  return [
    checkNode(process.versions.node),
    ...checkPackageJson(root, tsconfig.options),
    checkInstalled(root),
    checkTypeScript(typescript),
    ...tsconfig.checkups,
    config,
    ...(config.state === "bad" ? [] : await checkGenerated(root)),
  ];
}

function checkNode(version: string): Checkup {
  return isAtLeast(parseVersion(version), oldestNode)
    ? { name: "Node", state: "good", detail: version }
    : {
        name: "Node",
        state: "bad",
        detail: `${version} is too old`,
        fix: `install Node ${oldestNode.join(".")} or newer`,
      };
}

function checkTypeScript(found: string | undefined): Checkup {
  const name = "TypeScript";
  if (found === undefined) {
    return {
      name,
      state: "doubtful",
      detail: "not installed in this project",
      fix: "run `npm install --save-dev typescript`",
    };
  }
  return isAtLeast(parseVersion(found), oldestTypeScript)
    ? { name, state: "good", detail: found }
    : {
        name,
        state: "bad",
        detail: `${found} does not understand the types of ecsgen/schema`,
        fix: `install TypeScript ${oldestTypeScript.join(".")} or newer`,
      };
}

function checkConfig(root: string): Checkup {
  const name = "configuration";
  if (existsSync(join(root, "ecsgen.config.ts"))) return { name, state: "good", detail: "ecsgen.config.ts" };
  const misnamed = readdirSync(root).find((file) => /^ecsgen[.-]?config\.[cm]?[jt]s$/i.test(file));
  return {
    name,
    state: "bad",
    detail:
      misnamed === undefined ? "there is no ecsgen.config.ts here" : `\`${misnamed}\` has another name than it must`,
    fix:
      misnamed !== undefined
        ? "call it `ecsgen.config.ts`"
        : (whereElse(root.replaceAll("\\", "/"), diskHost()) ??
          "run `ecsgen init my-game` for a new project, or name the project's folder with `--root`"),
  };
}
