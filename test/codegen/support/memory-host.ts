import type { ReadHost } from "../../../codegen/1-read/read-host.js";

/** A project in memory: file texts by path relative to `/project`, or by absolute path. */
export function memoryHost(files: Readonly<Record<string, string>>, parsed?: ReadHost["parsed"]): ReadHost {
  const texts = new Map(Object.entries(files).map(([path, text]) => [absolute(path), text]));
  return {
    readFile: (path) => texts.get(path),
    fileExists: (path) => texts.has(path),
    listFiles: (folder) => [...texts.keys()].filter((path) => path.startsWith(`${folder}/`)),
    listFolders: (folder) => [...new Set([...texts.keys()].flatMap((path) => folderIn(folder, path)))].sort(),
    realpath: (path) => path,
    ...(parsed === undefined ? {} : { parsed }),
  };
}

/** The root of every project of `memoryHost`. */
export const memoryRoot = "/project";

/** The name of the folder in `folder` that a file is in, if it is in one. */
function folderIn(folder: string, path: string): string[] {
  const names = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split("/") : [];
  return names.slice(0, -1).slice(0, 1);
}

function absolute(path: string): string {
  return path.startsWith("/") ? path : `${memoryRoot}/${path}`;
}
