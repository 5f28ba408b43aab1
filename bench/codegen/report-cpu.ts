// Loaded into a measured process: says at its end how much time of the processor it took, in milliseconds.
import { writeFileSync } from "node:fs";

process.once("exit", () => {
  const { user, system } = process.cpuUsage();
  const path = process.env["ECSGEN_BENCH_CPU"];
  if (path !== undefined) writeFileSync(path, String((user + system) / 1000));
});
