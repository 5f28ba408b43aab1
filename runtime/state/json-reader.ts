import { NO_ENTITY, type Entity } from "../entities/entity.js";
import type { Token, TokenIndex } from "../tables/token-index.js";
import { entityFromJson, expected, isRecord } from "./json-values.js";
import { Place } from "./place.js";
import { notInWorld } from "./save-errors.js";

/** An object of the text, by names. */
export type JsonRecord = { readonly [name: string]: unknown };

/** Takes a text apart, and knows the place for errors. */
export class JsonReader {
  readonly place: Place;

  /** `fail` makes the error of a sentence without a full stop. */
  constructor(fail: (message: string) => Error) {
    this.place = new Place("save", fail);
  }

  /** Goes on to a part while `visit` runs. */
  in<Result>(step: string | number, visit: () => Result): Result {
    return this.place.within(step, visit);
  }

  /** An object that has no other names than these. */
  record(json: unknown, names: readonly string[]): JsonRecord {
    if (!isRecord(json)) throw expected(this.place, "an object", json);
    const unknown = Object.keys(json).find((name) => !names.includes(name));
    if (unknown === undefined) return json;
    return this.in(unknown, () => {
      throw this.place.error(
        `is not known; there ${names.length === 0 ? "is nothing" : `are \`${names.join("`, `")}\``}`,
      );
    });
  }

  /** The items of a list. */
  list<Item>(json: unknown, read: (item: unknown) => Item): Item[] {
    const items: readonly unknown[] | undefined = Array.isArray(json) ? json : undefined;
    if (items === undefined) throw expected(this.place, "a list", json);
    return items.map((item, i) => this.in(i, () => read(item)));
  }

  /** Something for each of some types, by their names or former names. */
  byName<Type extends Token>(json: unknown, types: TokenIndex<Type>, read: (type: Type, json: unknown) => void): void {
    if (!isRecord(json)) throw expected(this.place, "an object", json);
    const seen = new Set<Type>();
    for (const [name, item] of Object.entries(json)) {
      this.in(name, () => {
        const type = this.named(name, types);
        if (seen.has(type)) throw this.place.error(`is \`${type.name}\`, which is there by another name`);
        seen.add(type);
        read(type, item);
      });
    }
  }

  /** The type of a name or former name. */
  named<Type extends Token>(json: unknown, types: TokenIndex<Type>): Type {
    if (typeof json !== "string") throw expected(this.place, "a name", json);
    const type = types.find(json);
    if (type === undefined) throw notInWorld(this.place.toString(), json);
    return type;
  }

  /** An entity, which must be one. */
  id(json: unknown): Entity {
    const entity = entityFromJson(json, this.place);
    if (entity === NO_ENTITY) throw expected(this.place, "an entity", json);
    return entity;
  }
}
