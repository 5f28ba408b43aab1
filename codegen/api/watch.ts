import type { WatchOptions, WatchResult } from "./results.js";

/**
 * Generates now and after every change of what the project at `root` is made of, until `signal` aborts; then resolves.
 * After an error the old output stays.
 */
export async function watch(
  root: string,
  onResult: (result: WatchResult) => void,
  options: WatchOptions,
): Promise<void> {
  throw new Error(`not built yet: ${root} ${String(onResult)} ${String(options)}`);
}
