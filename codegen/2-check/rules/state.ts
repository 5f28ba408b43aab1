import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { RawFile } from "../../model/raw.js";

/** A system module keeps no state between calls: the world does, so that several worlds and hot reload just work. */
export function checkState(files: readonly RawFile[], reporter: Reporter): void {
  for (const file of files) {
    if (file.role !== "system") continue;
    for (const { name, place, why } of file.state) {
      reporter.report("ECS4004", place, `\`${name}\` keeps state in a system module`, {
        why: [
          `${why.charAt(0).toUpperCase()}${why.slice(1)}.`,
          "It would be shared by all worlds and lost by a reload.",
        ],
        help: "keep it in a resource or a component, or make it a constant that nothing can change",
      });
    }
  }
}

/** A schema declares; what it would do is never run. */
export function checkLogic(files: readonly RawFile[], reporter: Reporter): void {
  for (const file of files) {
    if (file.role !== "schema") continue;
    for (const { name, place } of file.logic) {
      const what = name === "" ? "this statement" : `\`${name}\``;
      reporter.report("ECS4005", place, `${what} is logic in a schema`, {
        why: ["Schemas are read, never run, and a core holds no logic."],
        help: name.includes(".")
          ? "declare data in `component({ … })` and its like, and move functions to a system module"
          : "move it to a system module",
      });
    }
  }
}
