// `npm test`: everything that must hold, cheapest first. What follows `--` selects test files.
import { build, buildBenchmarks, ecsgen, install, tool } from "./steps.mjs";

const selected = process.argv.slice(2);

install();
build();
if (selected.length === 0) {
  tool("check the format", "prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "."]);
  tool("lint", "oxlint/bin/oxlint", ["--deny-warnings"]);
  tool("check the types of scripts", "typescript/bin/tsc", ["-p", "scripts"]);
  tool("check the types of tests", "typescript/bin/tsc", ["-p", "test"]);
  buildBenchmarks();
  for (const example of ["examples/bastion", "examples/orbits"]) {
    ecsgen(`check ${example}: drift, coverage, types`, ["check", "--root", example]);
  }
}
tool("run the tests", "vitest/vitest.mjs", ["run", ...selected]);
