import type { Reporter } from "../diagnostics/diagnostic.js";
import type { Hash64 } from "../model/contract.js";
import type { Located, Place } from "../model/place.js";
import { hashText } from "./hash.js";
import type { Named } from "./symbols.js";

/** The id of a component, relation, resource, event, model, bundle, core or View: of its kind and of the name it had first. */
export function idOf(kind: string, identity: string): Hash64 {
  return hashText(`${kind} ${identity}`);
}

interface Identified {
  readonly kind: string;
  readonly name: string;
  readonly id: Hash64;
  readonly identity: string;
  readonly was: readonly Located<string>[];
  readonly place: Place;
}

/** Reports names that two things claim, and ids that are equal by accident. */
export function checkIds({ declarations, bundles, cores }: Named, reporter: Reporter): void {
  const all: Identified[] = [
    ...[...declarations.values()].map((one) => identified(one.head.kind, one.head, one)),
    ...[...bundles.values()].map((one) => identified("bundle", one, one)),
    ...[...cores.values()].map((one) => identified("core", one, one)),
  ];
  reportReuse(all, reporter);
  reportCollisions(all, reporter);
}

function identified(
  kind: string,
  { name, id }: Pick<Identified, "name" | "id">,
  { raw, identity }: { readonly raw: Pick<Identified, "was" | "place">; readonly identity: string },
): Identified {
  return { kind, name, id, identity, was: raw.was, place: raw.place };
}

/** A former name belongs to what had it first: nobody else may have it now, or claim it too. */
function reportReuse(all: readonly Identified[], reporter: Reporter): void {
  const owners = new Map(all.map((one) => [`${one.kind} ${one.name}`, one]));
  for (const one of all) {
    for (const former of one.was) {
      const key = `${one.kind} ${former.value}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, one);
      else {
        const again = owner === one;
        reporter.report("ECS2004", former.place, `the former name \`${former.value}\` is taken`, {
          why: [
            again
              ? "It is this declaration's own name already."
              : `Data saved under that name could belong to \`${one.name}\` or to \`${owner.name}\`.`,
          ],
          help: again ? "remove it from `was`" : "remove it from `was`, or rename the other one",
          related: again ? [] : [{ place: owner.place, message: `\`${owner.name}\` claims it too` }],
        });
      }
    }
  }
}

/** By accident once in billions of projects; to be told apart they need other names. */
function reportCollisions(all: readonly Identified[], reporter: Reporter): void {
  const owners = new Map<Hash64, Identified>();
  for (const one of all) {
    const owner = owners.get(one.id);
    owners.set(one.id, one);
    if (owner === undefined || owner.identity === one.identity) continue;
    reporter.report("ECS2005", one.place, `\`${one.name}\` has the id of \`${owner.name}\``, {
      why: [`Both names have the same 64 bits, ${one.id}.`],
      help: "give one of the two another name",
      related: [{ place: owner.place, message: "the other one" }],
    });
  }
}
