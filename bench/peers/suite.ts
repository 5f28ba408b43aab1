import { runMatrix, type MatrixResult } from "../harness/matrix.js";
import type { Row } from "../harness/row.js";
import type { Options } from "../options.js";
import { cases } from "./cases.js";

/** What is measured without installing anything; the first is what the others are compared with. */
const own = ["arrays", "ecsgen"];

/** The packages of `packages/package.json`, each with the file that uses it. */
const packages = ["becsy", "bitecs", "elics", "koota", "miniplex", "piecs", "wolf-ecs"];

/** Generated code against hand-written arrays, and against other libraries when they are installed. */
export function measurePeers(
  { quick, rounds, peers, wanted }: Options,
  node: string,
  onRow: (row: Row) => void,
): Promise<MatrixResult> {
  const files = [
    ...own.map((name) => ({ name, file: `libraries/${name}/index.js` })),
    ...(peers ? packages.map((name) => ({ name, file: `packages/${name}.js` })) : []),
  ];
  const libraries = files.map(({ name, file }) => ({ name, module: new URL(file, import.meta.url).href }));
  const selected = cases.filter(({ name }) => wanted(`peers ${name}`));
  return runMatrix({ suite: "peers", cases: selected, libraries, quick, rounds, node }, onRow);
}
