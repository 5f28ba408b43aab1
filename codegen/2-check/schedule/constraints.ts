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
  const ofKeys = placesBy(lines, ({ key }) => [key]);
  const ofSets = placesBy(lines, (line) => line.sets);
  return new Map([
    ...lines.map(({ key, shown }): [string, Party] => [
      key,
      { shown: `\`${shown}\``, isSet: false, lines: ofKeys.get(key) ?? [] },
    ]),
    ...sets.map(({ name }): [string, Party] => [
      name,
      { shown: `set \`${name}\``, isSet: true, lines: ofSets.get(name) ?? [] },
    ]),
  ]);
}

/** Where the lines are that go by each name. */
function placesBy(
  lines: readonly NamedLine[],
  namesOf: (line: NamedLine) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, line] of lines.entries()) {
    for (const name of new Set(namesOf(line))) {
      const known = places.get(name);
      if (known === undefined) places.set(name, [place]);
      else known.push(place);
    }
  }
  return places;
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
