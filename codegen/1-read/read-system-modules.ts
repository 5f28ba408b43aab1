import { headPlace } from "../compiler/head-place.js";
import type { ConstantSyntax, SourceSyntax } from "../compiler/syntax.js";
import type { RawProvision, RawSystemModule } from "../model/raw.js";
import { constantCalls } from "./read-cores.js";
import { readExportedFunctions, readImplementation } from "./read-implementation.js";
import { readMembers, readOptions } from "./read-options.js";
import { readSymbol } from "./read-symbols.js";
import type { Reading } from "./reading.js";
import { exportedNames, exportNameOf, type Meaning } from "./resolve-name.js";
import { namedBy, settle, whyNot, type Settled } from "./settle.js";
import { type FlatMember, type Scoped, type ScopedCall } from "./scoped.js";

/** Reads the system modules of a file. */
export function readSystemModules(reading: Reading, source: SourceSyntax): RawSystemModule[] {
  return constantCalls(reading, source, "systemModule").map(({ declaration, call }) =>
    readSystemModule(reading, source, declaration, call),
  );
}

function readSystemModule(
  reading: Reading,
  source: SourceSyntax,
  declaration: ConstantSyntax,
  { source: within, expression }: ScopedCall,
): RawSystemModule {
  const { name, place, doc } = declaration;
  if (exportNameOf(source, name) === undefined) {
    reading.reporter.report("ECS1010", place, `\`${name}\` is not exported`, {
      help: `write \`export const ${name} = systemModule(…)\` or \`export default systemModule(…)\``,
    });
  }
  const [first] = expression.arguments;
  const given = readOptions(
    reading,
    first && { source: within, expression: first.value },
    "options of `systemModule`",
    ["core", "provides"],
  );
  const core = given.get("core");
  const provides = given.get("provides");
  if (core === undefined || provides === undefined) {
    const lacks = core === undefined ? "`core`" : "`provides`";
    reading.reporter.report("ECS1008", headPlace(expression), `this system module lacks ${lacks}`, {
      help: "write `systemModule({ core: motion, provides: { integration } })`",
    });
  }
  return {
    symbol: reading.symbol({ kind: "declared", source, name, declarations: [declaration] }),
    place,
    doc,
    core: core && readSymbol(reading, core.value, "`core`", "a core, such as `motion`")?.value,
    provides: provides === undefined ? [] : readProvisions(reading, provides.value),
  };
}

function readProvisions(reading: Reading, scoped: Scoped): RawProvision[] {
  return readMembers(reading, scoped, "`provides`").map((member) => ({
    feature: member.name,
    place: member.place,
    ...readFunctions(reading, member),
  }));
}

/** More levels of spreading are a circle. */
const deepest = 20;

type Functions = Omit<RawProvision, "feature" | "place">;

function readFunctions(reading: Reading, { name, value }: FlatMember, depth = 0): Functions {
  const settled: Settled =
    depth > deepest ? { kind: "unreadable", why: "it refers to itself" } : settle(reading, value);
  if (settled.kind === "meaning" && settled.meaning.kind === "namespace") {
    const { source } = settled.meaning;
    const functions = readExportedFunctions(reading, source, exportedNames(reading.files, source));
    return { functions, unread: [], unknown: false };
  }
  if (settled.kind === "value" && settled.expression.kind === "object") {
    const parts = settled.expression.members.map((member): Functions => {
      const scoped = { source: settled.source, expression: member.value };
      if (member.spread) return readFunctions(reading, { ...member, name, value: scoped }, depth + 1);
      const read = readImplementation(reading, scoped, member.name);
      if (read !== undefined) return { functions: [read], unread: [], unknown: false };
      return { functions: [], unread: [member.name], unknown: isTold(namedBy(reading, scoped)) };
    });
    return {
      functions: parts.flatMap((part) => part.functions),
      unread: parts.flatMap((part) => part.unread),
      unknown: parts.some((part) => part.unknown),
    };
  }
  if (settled.kind === "meaning" && isTold(settled.meaning)) return { functions: [], unread: ["*"], unknown: true };
  reading.reporter.report("ECS1016", value.expression.place, `what provides \`${name}\` cannot be read`, {
    why: [`The source is read, never run: ${whyNot(settled)}.`],
    help: `write \`import * as ${name} from "./${name}.js"\` and give \`${name}\`, or an object of exported functions`,
  });
  return { functions: [], unread: ["*"], unknown: false };
}

function isTold(meaning: Meaning | undefined): boolean {
  return meaning?.kind === "missing" && meaning.told;
}
