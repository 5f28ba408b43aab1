import type { Located } from "../model/place.js";
import type { RawPhaseRuns, RawRun } from "../model/raw.js";
import { readAccess, readAmbiguities } from "./read-access.js";
import { isText, readArray, readLiteral } from "./read-literal.js";
import { readMembers, readOptions } from "./read-options.js";
import { orderParts, readOrdered, readSetNames, type ReadTarget, type ReadTargets } from "./read-order.js";
import type { Reading } from "./reading.js";
import { readSymbols } from "./read-symbols.js";
import { settle } from "./settle.js";
import type { SymbolRef } from "../model/symbol.js";
import { type FlatMember, type Scoped } from "./scoped.js";

/** What a line of a schedule can say. */
const parts = [
  "run",
  "with",
  "without",
  "any",
  "changed",
  "added",
  "removed",
  ...orderParts,
  "set",
  "access",
  "ambiguous",
];
const thisLine = "this line of the schedule";
const noChanges = { changed: [], added: [], removed: [] };
const plain = {
  with: [],
  without: [],
  any: [],
  changes: noChanges,
  before: [],
  after: [],
  condition: undefined,
  sets: [],
  access: undefined,
  ambiguous: [],
};

/** Reads a schedule, phase by phase as it is written. */
export function readSchedule(reading: Reading, scoped: Scoped | undefined, targets: ReadTargets): RawPhaseRuns[] {
  if (scoped === undefined) return [];
  return readMembers(reading, scoped, "phases of a schedule").map(({ name, place, value }) => ({
    phase: { value: name, place },
    runs: readArray(reading, value, `\`${name}\``, '`["feature.function"]`').flatMap(
      (line) => readRun(reading, line, targets) ?? [],
    ),
  }));
}

/** In a core all is named by text: `feature.function`. */
export function targetsOfCore(reading: Reading): ReadTargets {
  const named: ReadTarget = (scoped, what) => {
    const name = readLiteral(reading, scoped, what, '`"feature.function"`', isText);
    return name && { kind: "view", name: name.value };
  };
  return { run: named, other: named, condition: named };
}

function readRun(reading: Reading, scoped: Scoped, targets: ReadTargets): RawRun | undefined {
  const { place } = scoped.expression;
  const settled = settle(reading, scoped);
  if (settled.kind !== "value" || settled.expression.kind !== "object") {
    const run = targets.run(scoped, thisLine);
    return run && { place, run, ...plain };
  }
  const given = readOptions(reading, settled, "lines of a schedule", parts);
  const named = given.get("run");
  if (named === undefined) {
    reading.reporter.report("ECS1008", place, "this line of the schedule lacks `run`", {
      help: 'write it as `{ run: "feature.function", without: [Pinned] }`',
    });
    return undefined;
  }
  const run = targets.run(named.value, thisLine);
  const components = (name: string): Located<SymbolRef>[] => readComponents(reading, given.get(name));
  const changes = { changed: components("changed"), added: components("added"), removed: components("removed") };
  const filter = { with: components("with"), without: components("without"), any: components("any"), changes };
  const order = readOrdered(reading, given, targets);
  const sets = readSetNames(reading, given.get("set"));
  const access = readAccess(reading, given.get("access"));
  return (
    run && {
      place: named.value.expression.place,
      run,
      ...filter,
      ...order,
      sets,
      access,
      ambiguous: readAmbiguities(reading, given, targets),
    }
  );
}

function readComponents(reading: Reading, member: FlatMember | undefined): Located<SymbolRef>[] {
  return readSymbols(reading, member, "this filter", "a component, such as `Pinned`");
}
