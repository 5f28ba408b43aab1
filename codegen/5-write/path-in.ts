/**
 * The path of what is in a folder, at any depth; both with `/`, `path` without `.` and `..`. It is asked for thousands of files in
 * every run, so nothing is looked at as `join` of Node would.
 */
export function pathIn(folder: string, path: string): string {
  return folder.endsWith("/") ? folder + path : `${folder}/${path}`;
}

/** The folder that something is in, relative as its path is: `a/b` → `a`, `a` → `.`. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end < 0 ? "." : path.slice(0, end);
}
