import { join } from "node:path";
import { isRefusal, type Disk } from "./disk.js";
import { manifestName, parseManifest } from "./manifest.js";

/**
 * Folders near the root of a project, other than its output, that hold what ecsgen wrote; relative to the root, sorted. What lies
 * beside another configuration is of another project.
 */
export function otherOutputs(root: string, output: string, disk: Disk): string[] {
  try {
    return foldersIn(disk, root, "")
      .flatMap((near) =>
        holdsOutput(disk, root, near)
          ? [near]
          : foldersIn(disk, root, near).filter((far) => holdsOutput(disk, root, far)),
      )
      .filter((folder) => folder !== output)
      .sort();
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}

/** Folders in one of the project, without what holds packages, or belongs to tools or to another project. */
function foldersIn(disk: Disk, root: string, folder: string): string[] {
  const within = join(root, folder);
  if (folder !== "" && disk.stat(join(within, "ecsgen.config.ts")) !== undefined) return [];
  const names = disk.list(within).filter(({ name, kind }) => kind === "folder" && !leftOut.test(name));
  return names.map(({ name }) => (folder === "" ? name : `${folder}/${name}`));
}

const leftOut = /^(?:\..*|node_modules|build|coverage|dist|out)$/;

function holdsOutput(disk: Disk, root: string, folder: string): boolean {
  const path = join(root, folder, manifestName);
  return disk.stat(path)?.kind === "file" && parseManifest(disk.read(path).toString("utf8")) !== undefined;
}
