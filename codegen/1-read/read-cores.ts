import { allDeclarations, type ConstantSyntax, type SourceSyntax } from "../compiler/syntax.js";
import type { RawCore, RawFeature } from "../model/raw.js";
import { readWords } from "./read-literal.js";
import { readMembers, readOptions } from "./read-options.js";
import { readPhases } from "./read-phases.js";
import { readSets } from "./read-order.js";
import { readSchedule, targetsOfCore } from "./read-schedule.js";
import { readView, type Views } from "./read-views.js";
import type { Reading } from "./reading.js";
import { exportNameOf } from "./resolve-name.js";
import { nounOf, vocabularyCall } from "./settle.js";
import { type FlatMember, type Scoped, type ScopedCall } from "./scoped.js";

/** Reads the cores of a file, and the Views they name into `views`. */
export function readCores(reading: Reading, source: SourceSyntax, views: Views): RawCore[] {
  return constantCalls(reading, source, "core").map(({ declaration, call }) => {
    requireNamedExport(reading, source, declaration, "a core", "core");
    return readCore(reading, source, declaration, call, views);
  });
}

/** A constant that is made by a call. */
export interface ConstantCall {
  readonly declaration: ConstantSyntax;
  readonly call: ScopedCall;
}

/** The constants of a file that are made by calling a word of the vocabulary. */
export function constantCalls(reading: Reading, source: SourceSyntax, word: string): ConstantCall[] {
  const calls: ConstantCall[] = [];
  for (const declaration of allDeclarations(source.declarations)) {
    if (declaration.kind !== "constant" || declaration.mutable || declaration.value?.kind !== "call") continue;
    const found = vocabularyCall(reading, { source, expression: declaration.value });
    if (found?.word === word) calls.push({ declaration, call: found.call });
  }
  return calls;
}

/** Reports a constant that is not exported under a name of its own. `what` is `a core`. */
export function requireNamedExport(
  reading: Reading,
  source: SourceSyntax,
  { name, place }: ConstantSyntax,
  what: string,
  word: string,
): void {
  const exported = exportNameOf(source, name);
  if (exported !== undefined && exported !== "default") return;
  const shown = name === "default" ? "name" : name;
  const message = exported === undefined ? `\`${name}\` is not exported` : `${what} has no name of its own`;
  reading.reporter.report("ECS1010", place, message, {
    why: [`The name of ${what} is the name under which it is exported.`],
    help: `write \`export const ${shown} = ${word}(…)\``,
  });
}

function readCore(
  reading: Reading,
  source: SourceSyntax,
  declaration: ConstantSyntax,
  { source: within, expression }: ScopedCall,
  views: Views,
): RawCore {
  const { name, place, doc } = declaration;
  const [first] = expression.arguments;
  if (first === undefined) {
    reading.reporter.report("ECS1008", place, `\`${name}\` lacks its features`, {
      help: "write `core({ features: { integration: view<Integration>() } })`",
    });
  }
  const given = readOptions(reading, first && { source: within, expression: first.value }, "options of `core`", [
    "features",
    "phases",
    "sets",
    "schedule",
    "was",
  ]);
  const features = given.get("features");
  const was = given.get("was");
  const targets = targetsOfCore(reading);
  return {
    symbol: reading.symbol({ kind: "declared", source, name, declarations: [declaration] }),
    place,
    doc,
    was: was === undefined ? [] : readWords(reading, was.value, "`was`", '`["movement"]`'),
    features: features === undefined ? [] : readFeatures(reading, features.value, views),
    phases: readPhases(reading, given.get("phases")?.value),
    sets: readSets(reading, given.get("sets")?.value, targets),
    schedule: readSchedule(reading, given.get("schedule")?.value, targets),
  };
}

function readFeatures(reading: Reading, scoped: Scoped, views: Views): RawFeature[] {
  return readMembers(reading, scoped, "`features`").flatMap((member) => {
    const feature = readFeature(reading, member, views);
    return feature === undefined ? [] : [feature];
  });
}

function readFeature(reading: Reading, member: FlatMember, views: Views): RawFeature | undefined {
  const { name, place, doc, value } = member;
  const found = vocabularyCall(reading, value);
  if (found?.word !== "view") {
    reading.reporter.report("ECS1013", value.expression.place, `the feature \`${name}\` has no View that can be read`, {
      why: [`The source is read, never run: it is ${nounOf(value.expression)}.`],
      help: "write `view<Name>()` with an exported `interface Name { … }`",
    });
    return undefined;
  }
  const { source, expression } = found.call;
  const view = readView(reading, views, found.call);
  const [first] = expression.arguments;
  const given = readOptions(reading, first && { source, expression: first.value }, "options of `view`", ["implies"]);
  const implies = given.get("implies");
  return (
    view && {
      name,
      place,
      doc,
      view,
      implies: implies === undefined ? [] : readWords(reading, implies.value, "`implies`", '`["integration"]`'),
    }
  );
}
