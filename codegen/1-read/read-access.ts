// What a line of a schedule says of what it touches, where code does not tell, and of lines that may run before or after it.
import type { Located } from "../model/place.js";
import type { RawAccess, RawAmbiguity } from "../model/raw.js";
import { isText, readLiteral } from "./read-literal.js";
import { readOptions } from "./read-options.js";
import { readNamed, readOneOrMore, type ReadTargets } from "./read-order.js";
import { readSymbols } from "./read-symbols.js";
import type { Reading } from "./reading.js";
import { settle } from "./settle.js";
import type { SymbolRef } from "../model/symbol.js";
import { type FlatMember } from "./scoped.js";

const parts = ["reads", "writes", "adds", "removes", "despawns"];
const nothing = { reads: [], writes: [], adds: [], removes: [], despawns: false };

/** Reads `"everything"`, or lists of what is read, written, added and removed. */
export function readAccess(reading: Reading, member: FlatMember | undefined): RawAccess | undefined {
  if (member === undefined) return undefined;
  const settled = settle(reading, member.value);
  if (settled.kind !== "value" || settled.expression.kind !== "object") {
    const word = readLiteral(reading, member.value, "`access`", '`"everything"`', (value) => value === "everything");
    return word && { ...nothing, everything: true };
  }
  const given = readOptions(reading, settled, "accesses", parts);
  const list = (name: string): Located<SymbolRef>[] =>
    readSymbols(reading, given.get(name), "this access", "a component, a relation, a resource or an event");
  const despawns = given.get("despawns");
  return {
    everything: false,
    reads: list("reads"),
    writes: list("writes"),
    adds: list("adds"),
    removes: list("removes"),
    despawns:
      despawns !== undefined && readLiteral(reading, despawns.value, "`despawns`", "`true`", isFlag)?.value === true,
  };
}

function isFlag(value: unknown): value is boolean {
  return typeof value === "boolean";
}

/** Reads the lines that may run before or after this one, with the reasons. */
export function readAmbiguities(
  reading: Reading,
  given: ReadonlyMap<string, FlatMember>,
  targets: ReadTargets,
): RawAmbiguity[] {
  return readOneOrMore(reading, given.get("ambiguous")).flatMap((element) => {
    const options = readOptions(reading, element, "ambiguities", ["with", "because"]);
    const { place } = element.expression;
    const other = options.get("with");
    const because = options.get("because");
    if (other === undefined || because === undefined) {
      reading.reporter.report("ECS1008", place, "this ambiguity lacks `with` or `because`", {
        help: 'write it as `{ with: "feature.function", because: "both only add to a sum" }`',
      });
      return [];
    }
    const named = readNamed(other.value, "with", targets.other);
    const reason = readLiteral(reading, because.value, "`because`", '`"both only add to a sum"`', isText);
    return named === undefined || reason === undefined ? [] : [{ with: named, because: reason.value }];
  });
}
