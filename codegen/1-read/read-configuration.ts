import { headPlace } from "../compiler/head-place.js";
import type { SourceSyntax } from "../compiler/syntax.js";
import type { Located, Place } from "../model/place.js";
import type { Literal, RawApp, RawImplementation, RawLibrary, RawUse } from "../model/raw.js";
import { isBelow, normalizePath } from "./paths.js";
import { startOf } from "./project-files.js";
import { readImplementation } from "./read-implementation.js";
import { evaluate, isNumber, isText, readArray, readLiteral, readWords } from "./read-literal.js";
import { readOptions } from "./read-options.js";
import { readPhases } from "./read-phases.js";
import { readSets, type ReadTarget, type ReadTargets } from "./read-order.js";
import { readSchedule } from "./read-schedule.js";
import { readSymbol } from "./read-symbols.js";
import type { Reading } from "./reading.js";
import { isBroken } from "./resolve-name.js";
import { defaultExportOf, sentence, settle, vocabularyCall, whyNot, whyNotValue, type Settled } from "./settle.js";
import type { SymbolRef } from "../model/symbol.js";
import { type FlatMember, type Scoped, type ScopedCall } from "./scoped.js";

/** What the configuration says of the files around it. */
export interface ProjectOptions {
  /** Relative to the root, without a slash at the end. */
  readonly output: string;
  readonly schemas: readonly Located<string>[] | undefined;
}

/** The default export of a configuration: `app(…)` or `library(…)`. */
export interface Configuration {
  readonly kind: "app" | "library";
  readonly place: Place;
  readonly options: ReadonlyMap<string, FlatMember>;
}

/** Finds the `app(…)` or `library(…)` that a configuration exports. */
export function readConfiguration(reading: Reading, source: SourceSyntax): Configuration | undefined {
  const settled = defaultExportOf(reading, source);
  const found = settled.kind === "value" ? vocabularyCall(reading, settled) : undefined;
  if (settled.kind === "value" && (found?.word === "app" || found?.word === "library")) {
    const { word, call } = found;
    return { kind: word, place: call.expression.place, options: readConfigurationOptions(reading, call, word) };
  }
  if (isBroken(source)) return undefined;
  const place = source.defaultExport ?? startOf(source.file);
  reading.reporter.report("ECS1004", place, `\`${source.file}\` declares neither an app nor a library`, {
    why: [whyNoConfiguration(reading, source, settled)],
    help: "write `export default app({ … })`, with `app` from `ecsgen/schema`",
  });
  return undefined;
}

function whyNoConfiguration(reading: Reading, { defaultExport }: SourceSyntax, settled: Settled): string {
  if (defaultExport === undefined) return "It has no default export.";
  if (settled.kind === "value" && settled.expression.kind === "call" && settled.expression.callee.kind === "name") {
    const called = reading.meaning(settled.source, settled.expression.callee.name);
    if (called.kind === "global" || called.kind === "missing") return sentence(whyNotValue(called));
  }
  return `Its default export is read, never run: ${whyNot(settled)}.`;
}

function readConfigurationOptions(
  reading: Reading,
  { source, expression }: ScopedCall,
  word: "app" | "library",
): ReadonlyMap<string, FlatMember> {
  const [first] = expression.arguments;
  const known =
    word === "app"
      ? ["cores", "phases", "sets", "schedule", "fixedStep", "maxFixedSteps", "deterministic", "schemas", "output"]
      : ["cores", "systems", "schemas", "output"];
  return readOptions(reading, first && { source, expression: first.value }, `options of \`${word}\``, known);
}

/** Where schemas are and where output goes. */
export function readProjectOptions(reading: Reading, configuration: Configuration | undefined): ProjectOptions {
  const given = configuration?.options.get("schemas");
  const output = configuration?.options.get("output");
  const schemas = given && readWords(reading, given.value, "`schemas`", '`["schema", "shared/shapes.ts"]`');
  const paths = schemas?.map(({ value }) => normalizePath(value)) ?? ["schema", "schema.ts"];
  return { output: (output && readOutput(reading, output.value, paths)) ?? "generated", schemas };
}

/** The folder is emptied of what is not needed any more, so it must be one of its own. */
function readOutput(reading: Reading, scoped: Scoped, schemas: readonly string[]): string | undefined {
  const output = readLiteral(reading, scoped, "`output`", '`"generated"`', isText);
  const folder = output?.value.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  if (output === undefined || folder === undefined) return undefined;
  const inside = !/[\\:]|^\//.test(folder) && folder.split("/").every((part) => !/^(?:\.*|node_modules)$/.test(part));
  const covered = schemas.find((schema) => schema === folder || isBelow(folder, schema));
  if (inside && covered === undefined) return folder;
  if (inside) {
    reading.reporter.report("ECS1018", output.place, `\`${output.value}\` holds the schemas in \`${covered}\``, {
      why: ["`ecsgen` owns its output folder, and reads no schema from it."],
      help: 'name a folder of its own, such as `"generated"`',
    });
    return undefined;
  }
  reading.reporter.report("ECS1018", output.place, `\`${output.value}\` is no folder of its own inside the project`, {
    why: ["`ecsgen` owns this folder: it writes there and removes what is not needed any more."],
    help: 'name a folder of its own, such as `"generated"`',
  });
  return undefined;
}

/** Reads an app. */
export function readApp(reading: Reading, { place, options }: Configuration, output: string): RawApp {
  const functions: RawImplementation[] = [];
  const cores = options.get("cores");
  const targets = targetsOfApp(reading, functions);
  return {
    place,
    uses: cores === undefined ? [] : readUses(reading, cores.value),
    phases: readPhases(reading, options.get("phases")?.value),
    sets: readSets(reading, options.get("sets")?.value, targets),
    schedule: readSchedule(reading, options.get("schedule")?.value, targets),
    functions,
    fixedStep:
      readNumber(reading, options.get("fixedStep"), "a number above zero, such as `1 / 60`", isPositive) ?? 1 / 60,
    maxFixedSteps:
      readNumber(reading, options.get("maxFixedSteps"), "a whole number above zero, such as `8`", isCount) ?? 8,
    deterministic: readTruth(reading, options.get("deterministic")) ?? false,
    output,
  };
}

/** An app calls functions of its own, which are added to `functions`; it names those of cores, and sets, by text. */
function targetsOfApp(reading: Reading, functions: RawImplementation[]): ReadTargets {
  const own: ReadTarget = (scoped) => {
    const found = readImplementation(reading, scoped);
    return found && { kind: "function", symbol: found.symbol };
  };
  const called: ReadTarget = (scoped) => {
    const found = readImplementation(reading, scoped);
    if (found === undefined) return undefined;
    if (!functions.some((known) => isSame(known.symbol, found.symbol))) functions.push(found);
    return { kind: "function", symbol: found.symbol };
  };
  const orNamed =
    (target: ReadTarget): ReadTarget =>
    (scoped, what) => {
      const text = evaluate(reading, scoped);
      return text.ok && isText(text.value) ? { kind: "view", name: text.value } : target(scoped, what);
    };
  return { run: called, other: orNamed(own), condition: orNamed(called) };
}

function isSame(a: SymbolRef, b: SymbolRef): boolean {
  return a.file === b.file && a.name === b.name;
}

function readNumber(
  reading: Reading,
  member: FlatMember | undefined,
  example: string,
  fits: (value: Literal) => value is number,
): number | undefined {
  return member && readLiteral(reading, member.value, `\`${member.name}\``, example, fits)?.value;
}

function readTruth(reading: Reading, member: FlatMember | undefined): boolean | undefined {
  return member && readLiteral(reading, member.value, `\`${member.name}\``, "`true`", isTruth)?.value;
}

function isTruth(value: Literal): value is boolean {
  return typeof value === "boolean";
}

function isCount(value: Literal): value is number {
  return isPositive(value) && Number.isInteger(value);
}

function isPositive(value: Literal): value is number {
  return isNumber(value) && value > 0 && Number.isFinite(value);
}

function readUses(reading: Reading, scoped: Scoped): RawUse[] {
  return readArray(reading, scoped, "`cores`", "`[use(motion, { … })]`").flatMap((element) => {
    const use = readUse(reading, element);
    return use === undefined ? [] : [use];
  });
}

function readUse(reading: Reading, scoped: Scoped): RawUse | undefined {
  const found = vocabularyCall(reading, scoped);
  const place = headPlace(scoped.expression);
  const [first, second] = found?.word === "use" ? found.call.expression.arguments : [];
  if (found?.word === "use" && (first === undefined || second === undefined)) {
    reading.reporter.report("ECS1008", place, `this \`use\` lacks ${first ? "its features" : "its core"}`, {
      help: 'write `use(motion, { features: ["integration"], systems: [euler] })`',
    });
    return undefined;
  }
  if (found === undefined || first === undefined || second === undefined) {
    reading.reporter.report("ECS1019", place, "this is no `use` of a core", {
      why: ["An app takes each core with the features it needs, and says who may provide them."],
      help: 'write `use(motion, { features: ["integration"], systems: [euler] })`',
    });
    return undefined;
  }
  const { source } = found.call;
  const core = readSymbol(reading, { source, expression: first.value }, "`use`", "a core, such as `motion`");
  const known = ["features", "systems"];
  const options = readOptions(reading, { source, expression: second.value }, "options of `use`", known);
  const wanted = options.get("features");
  const features = wanted === undefined ? [] : readWords(reading, wanted.value, "`features`", '`["integration"]`');
  const { symbols: systems, readable } = readModules(reading, options.get("systems"));
  return core && { place: core.place, core: core.value, features, systems, readable };
}

function readModules(
  reading: Reading,
  member: FlatMember | undefined,
): { readonly symbols: Located<SymbolRef>[]; readonly readable: boolean } {
  const symbols = readSymbols(reading, member, "a system module, such as `euler`");
  const settled = member && settle(reading, member.value);
  const { elements } =
    settled?.kind === "value" && settled.expression.kind === "array" ? settled.expression : { elements: [] };
  return { symbols, readable: member === undefined || symbols.length >= elements.length };
}

function readSymbols(reading: Reading, member: FlatMember | undefined, example: string): Located<SymbolRef>[] {
  if (member === undefined) return [];
  return readArray(reading, member.value, `\`${member.name}\``, "`[euler]`").flatMap((element) => {
    const symbol = readSymbol(reading, element, `\`${member.name}\``, example);
    return symbol === undefined ? [] : [symbol];
  });
}

/** Reads a library. */
export function readLibrary(reading: Reading, { place, options }: Configuration, output: string): RawLibrary {
  return {
    place,
    cores: readSymbols(reading, options.get("cores"), "a core, such as `motion`"),
    systems: readSymbols(reading, options.get("systems"), "a system module, such as `euler`"),
    output,
  };
}
