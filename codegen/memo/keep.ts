import { isAlike } from "./is-alike.js";

/** Values of the last round of a session by name, so that what is made anew and says the same is the same object. */
export class Keep<Value> {
  #former: ReadonlyMap<string, Value> = new Map();

  /** These values, each as the object that it was in the last round if it has not changed. */
  all(values: readonly Value[], nameOf: (value: Value) => string): readonly Value[] {
    const kept = values.map((value): [string, Value] => {
      const name = nameOf(value);
      const former = this.#former.get(name);
      return [name, former !== undefined && isAlike(former, value) ? former : value];
    });
    this.#former = new Map(kept);
    return kept.map(([, value]) => value);
  }

  /** The only value of a round, in the same way. */
  one(value: Value): Value {
    return this.all([value], () => "")[0] ?? value;
  }
}

/** The values, kept if there is somewhere to keep them. */
export function kept<Value>(
  keep: Keep<Value> | undefined,
  values: readonly Value[],
  nameOf: (value: Value) => string,
): readonly Value[] {
  return keep === undefined ? values : keep.all(values, nameOf);
}

/** The only value of a step, kept if there is somewhere to keep it. */
export function keptOne<Value>(keep: Keep<Value> | undefined, value: Value): Value {
  return keep === undefined ? value : keep.one(value);
}
