// `npm run bench`: speed as ratios inside one run. What follows `--` is handed to the harness.
import { build, ecsgen, install, step, tool } from "./steps.mjs";

install();
build();
ecsgen("generate the world that is measured", ["generate", "--root", "bench/runtime/world"]);
tool("build the benchmarks", "typescript/bin/tsc", ["-b", "bench"]);
step("measure", process.execPath, ["--expose-gc", "dist/bench/main.js", ...process.argv.slice(2)]);
