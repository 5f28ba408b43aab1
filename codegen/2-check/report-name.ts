import type { Reporter } from "../diagnostics/diagnostic.js";
import { kebab } from "../model/file-name.js";
import type { Place } from "../model/place.js";

/** Reports that something, such as `a feature`, cannot have a name; `why` is a sentence without its capital and its stop. */
export function reportName(reporter: Reporter, place: Place, what: string, name: string, why: string): void {
  reporter.report("ECS2001", place, `${what} cannot be called \`${name}\``, {
    why: [`${why.charAt(0).toUpperCase()}${why.slice(1)}.`],
    help: "give it another name",
  });
}

/** Something that a file is named after. */
export interface FileOwner {
  readonly name: string;
  readonly place: Place;
  /** What the file is named after, where that is more than the name alone. */
  readonly words?: readonly string[];
}

/** Reports those that would share a file with one before them. Some file systems ignore case. */
export function reportSharedFiles(owners: readonly FileOwner[], reporter: Reporter): void {
  const taken = new Map<string, FileOwner>();
  for (const owner of owners) {
    const file = (owner.words ?? [owner.name]).map(kebab).join("-");
    const other = taken.get(file);
    if (other === undefined) taken.set(file, owner);
    else if (other.name !== owner.name) {
      reporter.report("ECS2002", owner.place, `\`${owner.name}\` would share a file with \`${other.name}\``, {
        why: [`Files are named after both, and each would be \`${file}.ts\`.`],
        help: "give one of the two another name",
        related: [{ place: other.place, message: `\`${other.name}\` is declared here` }],
      });
    }
  }
}
