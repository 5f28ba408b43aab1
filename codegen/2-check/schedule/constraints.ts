import type { Located, Place } from "../../model/place.js";
import type { CheckedSet } from "./checked-lines.js";
import type { CheckedOrder } from "./names.js";
import type { Constraint, OrderedLine } from "./order.js";

/** A line with the names that others order themselves against. */
export interface NamedLine extends OrderedLine, CheckedOrder {
  /** What it runs; several lines can run the same. */
  readonly key: string;
  readonly sets: readonly string[];
  readonly place: Place;
}

/** Who asks for an order, or is ordered against. */
interface Party {
  /** As statements call it. */
  readonly shown: string;
  readonly isSet: boolean;
  readonly lines: readonly number[];
}

/** What lines and sets say of their order, as pairs of lines. What the app leaves out is ordered against nothing. */
export function constraintsOf(lines: readonly NamedLine[], sets: readonly CheckedSet[]): Constraint[] {
  const parties = partiesOf(lines, sets);
  const ofLines = lines.flatMap((line, index) =>
    constraintsBy({ shown: `\`${line.shown}\``, isSet: false, lines: [index] }, line, parties),
  );
  const ofSets = sets.flatMap((set) => {
    const party = parties.get(set.name);
    return party === undefined ? [] : constraintsBy(party, set, parties);
  });
  return [...ofLines, ...ofSets];
}

function partiesOf(lines: readonly NamedLine[], sets: readonly CheckedSet[]): ReadonlyMap<string, Party> {
  const where = (belongs: (line: NamedLine) => boolean): number[] =>
    lines.flatMap((line, index) => (belongs(line) ? [index] : []));
  return new Map([
    ...lines.map(({ key, shown }): [string, Party] => [
      key,
      { shown: `\`${shown}\``, isSet: false, lines: where((line) => line.key === key) },
    ]),
    ...sets.map(({ name }): [string, Party] => [
      name,
      { shown: `set \`${name}\``, isSet: true, lines: where((line) => line.sets.includes(name)) },
    ]),
  ]);
}

function constraintsBy(
  party: Party,
  { before, after }: CheckedOrder,
  parties: ReadonlyMap<string, Party>,
): Constraint[] {
  const said = (side: "before" | "after", targets: readonly Located<string>[]): Constraint[] =>
    targets.flatMap(({ value, place }) => {
      const other = parties.get(value);
      if (other === undefined) return [];
      const text = party.isSet || other.isSet ? `${party.shown} is ${side} ${other.shown}` : undefined;
      const statement = { text, place };
      return party.lines.flatMap((line) =>
        other.lines.map((against): Constraint =>
          side === "before"
            ? { earlier: line, later: against, statement, ofLater: false }
            : { earlier: against, later: line, statement, ofLater: true },
        ),
      );
    });
  return [...said("before", before), ...said("after", after)];
}
