import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The package.json that Node takes for a folder's, as parsed. */
export interface PackageJson {
  /** Absolute. */
  readonly path: string;
  /** Undefined when it cannot be understood. */
  readonly content: Readonly<Record<string, unknown>> | undefined;
}

/** The nearest package.json of a folder (absolute) or of those above it. */
export function nearestPackageJson(folder: string): PackageJson | undefined {
  const path = join(folder, "package.json");
  if (existsSync(path)) return { path, content: readPackageJson(path) };
  return dirname(folder) === folder ? undefined : nearestPackageJson(dirname(folder));
}

/** The package.json of a package as a file in `folder` would find it; undefined when it would find none. */
export function installedPackage(folder: string, name: string): PackageJson | undefined {
  const looked = createRequire(join(folder, "package.json")).resolve.paths(name) ?? [];
  const path = looked.map((modules) => join(modules, name, "package.json")).find((file) => existsSync(file));
  return path === undefined ? undefined : { path, content: readPackageJson(path) };
}

/** The names of the packages that a package asks for, in one of the fields that do so. */
export function dependenciesIn({ content }: PackageJson, field: string): readonly string[] {
  const found = content?.[field];
  return typeof found === "object" && found !== null ? Object.keys(found) : [];
}

function readPackageJson(path: string): PackageJson["content"] {
  try {
    const content: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof content === "object" && content !== null ? Object.fromEntries(Object.entries(content)) : undefined;
  } catch {
    return undefined;
  }
}
