import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Located } from "../../model/place.js";
import type { RawProject, RawSystemModule } from "../../model/raw.js";
import { symbolKey, type SymbolRef } from "../../model/symbol.js";

/** The system modules that an app or a library names, each once, in the order of their first mention. */
export function listedModules(raw: RawProject, reporter: Reporter): RawSystemModule[] {
  const known = modulesBySymbol(raw);
  const named: Located<SymbolRef>[] = [
    ...(raw.app?.uses.flatMap((use) => use.systems) ?? []),
    ...(raw.library?.systems ?? []),
  ];
  const listed = new Map<string, RawSystemModule>();
  for (const { value, place } of named) {
    const module = known.get(symbolKey(value));
    if (module !== undefined) listed.set(symbolKey(value), module);
    else {
      const shown = value.name === "default" ? `the default export of \`${value.file}\`` : `\`${value.name}\``;
      reporter.report("ECS3010", place, `${shown} is not a system module`, {
        help: "name a constant or default export made with `systemModule(…)`",
      });
    }
  }
  return [...listed.values()];
}

/** All system modules of a project, by symbol. */
function modulesBySymbol(raw: RawProject): ReadonlyMap<string, RawSystemModule> {
  return new Map(raw.systemModules.map((module) => [symbolKey(module.symbol), module]));
}
