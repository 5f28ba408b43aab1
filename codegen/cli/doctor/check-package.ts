import { realpathSync } from "node:fs";
import { dirname, relative } from "node:path";
import { findUpwards } from "../../compiler/find-upwards.js";
import type { TsconfigOptions } from "../../compiler/tsconfig-options.js";
import { packageVersion, stringField } from "../package-info.js";
import type { Checkup } from "./checkup.js";
import { dependenciesIn, installedPackage, nearestPackageJson, type PackageJson } from "./package-json.js";

/** Looks at the package that the project at `root` is: what its files are to Node, and that it asks for ecsgen. */
export function checkPackageJson(root: string, options: TsconfigOptions | undefined): readonly Checkup[] {
  const name = "package.json";
  const found = nearestPackageJson(root);
  if (found === undefined) {
    return [{ name, state: "bad", detail: "there is none", fix: 'run `npm init`, and set `"type": "module"` in it' }];
  }
  if (found.content === undefined) {
    return [{ name, state: "bad", detail: `\`${shown(root, found)}\` cannot be understood`, fix: "mend its syntax" }];
  }
  const bad = [checkType(root, found, options), checkDependency(root, found)].filter(
    (checkup) => checkup !== undefined,
  );
  return bad.length > 0 ? bad : [{ name, state: "good", detail: "an ES module that asks for ecsgen" }];
}

/** A bundler does not care; TypeScript and Node do. */
function checkType(root: string, found: PackageJson, options: TsconfigOptions | undefined): Checkup | undefined {
  const type = stringField(found.content, "type");
  if (type === "module" || options?.nodeModules === false) return undefined;
  const said = type === undefined ? 'says nothing of its `"type"`' : `has \`"type": "${type}"\``;
  return {
    name: "package.json",
    state: options?.verbatim === true ? "bad" : "doubtful",
    detail: `\`${shown(root, found)}\` ${said}, so its files are no ES modules, as generated code is`,
    fix: 'set `"type": "module"`',
  };
}

function checkDependency(root: string, found: PackageJson): Checkup | undefined {
  const name = "package.json";
  const isIn = (field: string): boolean => dependenciesIn(found, field).includes("ecsgen");
  if (isIn("dependencies") || isIn("peerDependencies") || stringField(found.content, "name") === "ecsgen")
    return undefined;
  return isIn("devDependencies")
    ? {
        name,
        state: "doubtful",
        detail: `\`${shown(root, found)}\` asks for ecsgen in \`devDependencies\`, but the program runs on \`ecsgen/runtime\``,
        fix: "run `npm install ecsgen --save-prod`, unless a bundler takes it into the program",
      }
    : {
        name,
        state: "bad",
        detail: `\`${shown(root, found)}\` does not ask for ecsgen, so the next \`npm install\` may remove it`,
        fix: "run `npm install ecsgen`",
      };
}

const notInstalled: Checkup = {
  name: "ecsgen",
  state: "bad",
  detail: "not installed in this project",
  fix: "run `npm install ecsgen`",
};
const plugAndPlay: Checkup = {
  name: "ecsgen",
  state: "bad",
  detail: "Yarn keeps packages out of `node_modules` (Plug'n'Play), where ecsgen and TypeScript look for them",
  fix: "set `nodeLinker: node-modules` in `.yarnrc.yml`, and run `yarn install`",
};

function isPlugAndPlay(root: string): boolean {
  return findUpwards(root, ".pnp.cjs") !== undefined;
}

/** Looks at the installed ecsgen: that it is there once, and that it is the one that runs. */
export function checkInstalled(root: string): Checkup {
  const name = "ecsgen";
  const found = installedPackage(root, "ecsgen");
  const running = packageVersion();
  if (found === undefined) return isPlugAndPlay(root) ? plugAndPlay : notInstalled;
  const twins = otherInstalls(root, found);
  if (twins.length > 0) {
    return {
      name,
      state: "bad",
      detail: `installed more than once, also in ${twins.map((path) => `\`${path}\``).join(", ")}`,
      fix: "let all packages ask for the same version, and run `npm dedupe`; worlds and tokens of two versions do not mix",
    };
  }
  const version = stringField(found.content, "version") ?? "of an unknown version";
  return version === running
    ? { name, state: "good", detail: version }
    : {
        name,
        state: "doubtful",
        detail: `the project has ${version}, this command is ${running}`,
        fix: "run it with `npx ecsgen`, which takes the project's own",
      };
}

/** Other copies of ecsgen, as the packages that the project asks for would find it, relative to the root. */
function otherInstalls(root: string, own: PackageJson): string[] {
  const project = nearestPackageJson(root);
  const names = ["dependencies", "devDependencies", "optionalDependencies"].flatMap((field) =>
    project === undefined ? [] : dependenciesIn(project, field),
  );
  const folders = names.map((name) => installedPackage(root, name)).flatMap((found) => (found ? [found] : []));
  const copies = folders.flatMap((asked) => {
    const asksToo = [...dependenciesIn(asked, "dependencies"), ...dependenciesIn(asked, "peerDependencies")];
    const found = asksToo.includes("ecsgen")
      ? installedPackage(realpathSync(dirname(asked.path)), "ecsgen")
      : undefined;
    return found === undefined || realpathSync(found.path) === realpathSync(own.path) ? [] : [dirname(found.path)];
  });
  return [...new Set(copies)].map((path) => relative(root, path).replaceAll("\\", "/")).sort();
}

function shown(root: string, { path }: PackageJson): string {
  return relative(root, path).replaceAll("\\", "/");
}
