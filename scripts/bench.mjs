// `npm run bench`: speed as ratios inside one run. What follows `--` is handed to the harness.
import { build, install, step } from "./steps.mjs";

install();
build();
step("measure", process.execPath, ["--expose-gc", "dist/bench/main.js", ...process.argv.slice(2)]);
