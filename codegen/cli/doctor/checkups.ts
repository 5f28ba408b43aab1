import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { packageVersion, stringField } from "../package-info.js";
import { checkGenerated } from "./check-generated.js";
import { checkTsconfig } from "./check-tsconfig.js";
import type { Checkup } from "./checkup.js";

/** The oldest Node that ecsgen runs on, and the oldest TypeScript that understands its types. */
const oldestNode = [20, 19] as const;
const oldestTypeScript = [5, 4] as const;

/** Looks at everything the project at `root` needs. Never throws for what it finds. */
export async function checkups(root: string): Promise<readonly Checkup[]> {
  const config = checkConfig(root);
  const typescript = installedVersion(root, "typescript");
  return [
    checkNode(process.versions.node),
    checkPackage(root),
    checkTypeScript(typescript),
    ...(await checkTsconfig(root, Number.parseInt(typescript ?? "7", 10))),
    config,
    ...(config.state === "bad" ? [] : await checkGenerated(root)),
  ];
}

function checkNode(version: string): Checkup {
  return isAtLeast(version, oldestNode)
    ? { name: "Node", state: "good", detail: version }
    : {
        name: "Node",
        state: "bad",
        detail: `${version} is too old`,
        fix: `install Node ${oldestNode.join(".")} or newer`,
      };
}

function checkPackage(root: string): Checkup {
  const name = "ecsgen";
  const found = installedVersion(root, "ecsgen");
  const running = packageVersion();
  if (found === undefined) {
    return { name, state: "bad", detail: "not installed in this project", fix: "run `npm install ecsgen`" };
  }
  return found === running
    ? { name, state: "good", detail: found }
    : {
        name,
        state: "doubtful",
        detail: `the project has ${found}, this command is ${running}`,
        fix: "run it with `npx ecsgen`, which takes the project's own",
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
  return isAtLeast(found, oldestTypeScript)
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
  return existsSync(join(root, "ecsgen.config.ts"))
    ? { name, state: "good", detail: "ecsgen.config.ts" }
    : {
        name,
        state: "bad",
        detail: "there is no ecsgen.config.ts here",
        fix: "run `ecsgen init my-game` for a new project, or name the project's folder with `--root`",
      };
}

/** The version of a package as a file of the project would find it. */
function installedVersion(root: string, name: string): string | undefined {
  try {
    const path = createRequire(join(root, "package.json")).resolve(`${name}/package.json`);
    return stringField(JSON.parse(readFileSync(path, "utf8")), "version");
  } catch {
    return undefined;
  }
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [foundMajor = 0, foundMinor = 0] = version.split(".").map(Number);
  return foundMajor > major || (foundMajor === major && foundMinor >= minor);
}
