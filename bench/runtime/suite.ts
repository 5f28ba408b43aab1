import { runMatrix, type MatrixResult } from "../harness/matrix.js";
import type { Row } from "../harness/row.js";
import type { Options } from "../options.js";
import { cases } from "./cases.js";

/** In the order of measuring; the first is what the others are compared with. */
const libraries = ["arrays", "ecsgen"].map((name) => ({
  name,
  module: new URL(`libraries/${name}/index.js`, import.meta.url).href,
}));

/** Generated code against a hand-written twin. */
export function measureRuntime(
  { quick, rounds, wanted }: Options,
  node: string,
  onRow: (row: Row) => void,
): Promise<MatrixResult> {
  const selected = cases.filter(({ name }) => wanted(`runtime ${name}`));
  return runMatrix({ suite: "runtime", cases: selected, libraries, quick, rounds, node }, onRow);
}
