// `npm run bench`: speed as ratios inside one run. What follows `--` is handed to the harness.
import { build, buildBenchmarks, buildPeers, install, step } from "./steps.mjs";

install();
build();
buildBenchmarks();
const options = process.argv.slice(2);
if (options.includes("--peers")) buildPeers();
step("measure", process.execPath, ["--expose-gc", "dist/bench/main.js", ...options]);
