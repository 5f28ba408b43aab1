// `npm start`: from a fresh clone to the solar system. What follows `--` is handed to the simulation.
import { build, ecsgen, install, step, tool } from "./steps.mjs";

install();
build();
ecsgen("generate the SDK of examples/orbits", ["generate", "--root", "examples/orbits"]);
tool("build examples/orbits", "typescript/bin/tsc", ["-p", "examples/orbits"]);
step("run examples/orbits", process.execPath, ["examples/orbits/dist/main.js", ...process.argv.slice(2)]);
