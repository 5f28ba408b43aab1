// Functions of the project that bodies hand parts to, each read once for all that reach it.
import type { FunctionSyntax, SourceSyntax } from "../compiler/syntax.js";
import type { Body, NamePiece, RawBody, RawHelper } from "../model/body.js";
import type { Place } from "../model/place.js";
import { functionOf } from "./find-function.js";
import { calledFunction } from "./follow-results.js";
import { meaningOfType } from "./read-signature.js";
import type { Reading } from "./reading.js";

interface FoundHelper {
  readonly name: string;
  readonly source: SourceSyntax;
  readonly function: FunctionSyntax;
  readonly place: Place | undefined;
}

/** Reads one body; it asks for the keys of functions that it hands parts to. */
export type ReadBody = (helpers: Helpers, source: SourceSyntax, body: Body, of: Place) => RawBody;

/** The functions that one body reaches by handing parts on. */
export class Helpers {
  readonly reading: Reading;
  private readonly found = new Map<string, FoundHelper>();

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** Names a function of the project by where it is; undefined for what is none. */
  keyOf(source: SourceSyntax, name: string): string | undefined {
    const meaning = meaningOfType(this.reading, source, name);
    const declared = meaning.kind === "declared" ? functionOf(meaning.declarations) : undefined;
    if (meaning.kind === "declared" && declared !== undefined) {
      const { declaration, function: of } = declared;
      return this.add({
        name: meaning.name,
        source: meaning.source,
        function: of,
        place: declaration.place,
      });
    }
    const method = calledFunction(this.reading, source, name);
    return method && this.add({ name, ...method, place: undefined });
  }

  private add(helper: FoundHelper): string {
    const key = `${helper.source.file}#${helper.name}`;
    if (!this.found.has(key)) this.found.set(key, helper);
    return key;
  }

  /** All of them; those that they hand parts to themselves come behind. */
  read(readBody: ReadBody): ReadonlyMap<string, RawHelper> {
    const all = new Map<string, RawHelper>();
    // What is found meanwhile is gone through as well.
    for (const [key, { name, source, function: of, place }] of this.found) {
      const at = place ?? placeIn(of.body);
      const body = readBody(this, source, of.body, at);
      all.set(key, { name: name.replace(/^.*\./, ""), overloaded: of.signature.opaque, body });
    }
    return all;
  }
}

/** A method has no place of its own. */
function placeIn(body: Body): Place {
  if (body.kind === "obstacle") return body.obstacle.place;
  const [first] = body.head.parameters;
  return first?.place ?? { file: "", line: 1, column: 1, length: 0 };
}

/** `numbers.half`. */
export function dotted({ name, member }: NamePiece): string {
  return member === undefined ? name : `${name}.${member}`;
}
