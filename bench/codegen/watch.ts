import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { watch, type WatchResult } from "ecsgen";
import type { EditedFile } from "./write-project.js";

/**
 * Edits a file of a project under watch, again and again: for each, the milliseconds from the write to the end of the
 * round. Throws when a round finds something to complain of.
 */
export async function measureEdits(root: string, file: EditedFile, edits: number): Promise<number[]> {
  const path = join(root, file.path);
  const text = readFileSync(path, "utf8");
  const stop = new AbortController();
  const times: number[] = [];
  let written = 0;
  let failure: string | undefined;
  const edit = (): void => {
    written = performance.now();
    writeFileSync(path, file.textOf(text, times.length));
  };
  const onResult = ({ cause, diagnostics }: WatchResult): void => {
    if (cause.length > 0) times.push(performance.now() - written);
    failure = diagnostics[0]?.message;
    if (times.length >= edits || failure !== undefined) stop.abort();
    else setTimeout(edit, 500);
  };
  await watch(root, onResult, { signal: stop.signal });
  writeFileSync(path, text);
  if (failure !== undefined) throw new Error(`a round of watch found: ${failure}`);
  return times;
}
