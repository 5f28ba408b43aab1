/** Steps of a path that lead nowhere new: empty ones, `.` and `..`. */
const stray = /\/(?:\/|$)|(?:^|\/)\.\.?(?:\/|$)/;

/** `a/b/../c` → `a/c`; `..` that leads out of a relative path stays. */
export function normalizePath(path: string): string {
  if (!stray.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return (path.startsWith("/") ? "/" : "") + parts.join("/");
}

/** The folder of a file; empty for a file of the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** A path below a folder, as seen from it; outside of it, with `..`. */
export function relativePath(folder: string, path: string): string {
  if (path.startsWith(`${folder}/`)) return path.slice(folder.length + 1);
  const from = folder.split("/");
  const to = path.split("/");
  let shared = 0;
  while (shared < Math.min(from.length, to.length - 1) && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** An absolute path, or one relative to a folder. */
export function absolutePath(folder: string, path: string): string {
  return /^(?:\/|[A-Za-z]:)/.test(path) ? path : normalizePath(`${folder}/${path}`);
}

/** True for `folder/x`, and for everything when the folder is the root. */
export function isBelow(folder: string, path: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}
