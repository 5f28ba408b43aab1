import type { SourceSyntax } from "../compiler/syntax.js";
import type { Located } from "../model/place.js";
import type { RawBundle, RawBundleComponent, RawValue } from "../model/raw.js";
import type { Reading } from "./reading.js";
import { constantCalls, requireNamedExport, type ConstantCall } from "./read-cores.js";
import { isLiteral, readArray, readLiteral, readWords } from "./read-literal.js";
import { readMembers, readOptions } from "./read-options.js";
import { readSymbol } from "./read-symbols.js";
import { settle } from "./settle.js";
import type { SymbolRef } from "../model/symbol.js";
import { type FlatMember, type Scoped } from "./scoped.js";

const examples = {
  bundle: "`bundle({ components: [Position, Hull] })`",
  prefab: "`prefab({ extends: ship, components: [Armed, [Hull, { points: 50 }]] })`",
};
const options = { bundle: ["components", "was"], prefab: ["extends", "components", "was"] };

/** Reads the bundles and prefabs of a file. */
export function readBundles(reading: Reading, source: SourceSyntax): RawBundle[] {
  const kinds = ["bundle", "prefab"] as const;
  return kinds.flatMap((kind) =>
    constantCalls(reading, source, kind).map((found) => {
      requireNamedExport(reading, source, found.declaration, `a ${kind}`, kind);
      return readBundle(reading, source, found, kind);
    }),
  );
}

function readBundle(
  reading: Reading,
  source: SourceSyntax,
  { declaration, call }: ConstantCall,
  kind: RawBundle["kind"],
): RawBundle {
  const { name, place, doc } = declaration;
  const [first] = call.expression.arguments;
  const said = first && { source: call.source, expression: first.value };
  const given = readOptions(reading, said, `options of \`${kind}\``, options[kind]);
  const components = given.get("components");
  const base = given.get("extends");
  const was = given.get("was");
  if (base === undefined && (components === undefined || isEmpty(reading, components.value))) {
    reading.reporter.report("ECS1008", place, `\`${name}\` lacks its components`, { help: `write ${examples[kind]}` });
  }
  return {
    kind,
    symbol: reading.symbol({ kind: "declared", source, name, declarations: [declaration] }),
    place,
    doc,
    was: was === undefined ? [] : readWords(reading, was.value, "`was`", '`["fleet.vessel"]`'),
    extends: base && readSymbol(reading, base.value, "`extends`", "a bundle or prefab, such as `ship`"),
    components: components === undefined ? [] : listedComponents(reading, components, kind),
  };
}

function isEmpty(reading: Reading, scoped: Scoped): boolean {
  const settled = settle(reading, scoped);
  return settled.kind === "value" && settled.expression.kind === "array" && settled.expression.elements.length === 0;
}

function listedComponents(reading: Reading, { value }: FlatMember, kind: RawBundle["kind"]): RawBundleComponent[] {
  return readArray(reading, value, "`components`", "`[Position, Hull]`").flatMap((element) => {
    const component = listedComponent(reading, element, kind);
    return component === undefined ? [] : [component];
  });
}

function listedComponent(reading: Reading, element: Scoped, kind: RawBundle["kind"]): RawBundleComponent | undefined {
  const settled = settle(reading, element);
  if (settled.kind !== "value" || settled.expression.kind !== "array") {
    const component = readComponent(reading, element);
    return component && { component, values: [] };
  }
  if (kind === "prefab") return readPair(reading, { source: settled.source, expression: settled.expression });
  reading.reporter.report("ECS1023", element.expression.place, "a component of a bundle cannot be an array", {
    why: ["A bundle says which components there are, and a prefab says their values as well."],
    help: "write the component alone, or `prefab({ … })`",
  });
  return undefined;
}

function readPair(reading: Reading, pair: Scoped): RawBundleComponent | undefined {
  const { place } = pair.expression;
  const elements = readArray(reading, pair, "this component", "`[Hull, { points: 50 }]`");
  const [first, second] = elements;
  if (first === undefined || second === undefined || elements.length > 2) {
    reading.reporter.report("ECS1023", place, `a component with values cannot be an array of ${elements.length}`, {
      help: "write `[Hull, { points: 50 }]`, or the component alone",
    });
    return undefined;
  }
  const component = readComponent(reading, first);
  return component && { component, values: readValues(reading, readMembers(reading, second, "these values")) };
}

function readComponent(reading: Reading, scoped: Scoped): Located<SymbolRef> | undefined {
  return readSymbol(reading, scoped, "`components`", "a component, such as `Position`");
}

function readValues(reading: Reading, members: readonly FlatMember[]): RawValue[] {
  return members.flatMap((member) => {
    const { name, place } = member;
    const value = readLiteral(reading, member.value, `\`${name}\``, "`50`", isLiteral);
    return value === undefined ? [] : [{ name, place, value, parts: partsOf(reading, member.value) }];
  });
}

/** The parts of an object that was read already, so that nothing of it is reported again. */
function partsOf(reading: Reading, scoped: Scoped): RawValue[] {
  const settled = settle(reading, scoped);
  if (settled.kind !== "value" || settled.expression.kind !== "object") return [];
  return readValues(reading, readMembers(reading, scoped, "these values"));
}
