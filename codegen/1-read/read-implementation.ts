import { helpForName } from "./read-symbols.js";
import type { SourceSyntax } from "../compiler/syntax.js";
import type { RawImplementation } from "../model/raw.js";
import { functionOf, type FoundFunction } from "./find-function.js";
import { readBody } from "./read-body.js";
import { meaningOfType, readSignature } from "./read-signature.js";
import { readUses } from "./read-uses.js";
import type { Reading } from "./reading.js";
import { exportNameOf, exportOf, type Meaning } from "./resolve-name.js";
import { namedBy, nounOf, sentence, whyNotValue } from "./settle.js";
import { type Scoped } from "./scoped.js";

type Declared = Meaning & { readonly kind: "declared" };

/** Reads the exported function that an expression names; `name` is what the View calls it. */
export function readImplementation(reading: Reading, scoped: Scoped, name?: string): RawImplementation | undefined {
  const meaning = namedBy(reading, scoped);
  const { place } = scoped.expression;
  const found = meaning?.kind === "declared" ? functionOf(meaning.declarations) : undefined;
  if (meaning?.kind !== "declared" || found === undefined) {
    if (meaning?.kind === "missing" && meaning.told) return undefined;
    reading.reporter.report("ECS1016", place, "this is no function that can be read", {
      why: [whyNoFunction(scoped, meaning)],
      help:
        helpForName(reading, scoped, meaning) ??
        "write the function as `export function name(…) { … }` and give its name",
    });
    return undefined;
  }
  if (exportNameOf(meaning.source, meaning.name) === undefined) {
    reading.reporter.report("ECS1010", found.declaration.place, `\`${meaning.name}\` is not exported`, {
      why: ["Generated files import each function from the file that defines it."],
      help: `write \`export function ${meaning.name}\``,
      related: [{ place, message: "it is named here" }],
    });
    return undefined;
  }
  return implementationOf(reading, meaning, found, name ?? meaning.name);
}

function whyNoFunction({ expression }: Scoped, meaning: Meaning | undefined): string {
  if (meaning === undefined) return `It is ${nounOf(expression)}.`;
  if (meaning.kind === "declared") return `\`${meaning.name}\` is not a function.`;
  return sentence(whyNotValue(meaning));
}

/** Reads every function that a file exports, its own and those it hands on, sorted by name. */
export function readExportedFunctions(
  reading: Reading,
  source: SourceSyntax,
  names: readonly string[],
): RawImplementation[] {
  return names.flatMap((name) => {
    const meaning = exportOf(reading.files, source, name);
    const found = meaning.kind === "declared" ? functionOf(meaning.declarations) : undefined;
    return meaning.kind === "declared" && found ? [implementationOf(reading, meaning, found, name)] : [];
  });
}

function implementationOf(
  reading: Reading,
  meaning: Declared,
  { declaration, function: body }: FoundFunction,
  name: string,
): RawImplementation {
  return {
    name,
    symbol: reading.symbol(meaning),
    signature: readSignature(reading, meaning.source, declaration, body.signature),
    stub: body.throws.some((thrown) => isNotImplemented(reading, meaning.source, thrown)),
    uses: readUses(reading, meaning.source, body),
    body: readBody(reading, meaning.source, body.body, declaration.place),
  };
}

function isNotImplemented(reading: Reading, source: SourceSyntax, name: string): boolean {
  const meaning = meaningOfType(reading, source, name);
  return meaning.kind === "package" && meaning.name === "NotImplemented" && /^ecsgen(?:\/|$)/.test(meaning.specifier);
}
