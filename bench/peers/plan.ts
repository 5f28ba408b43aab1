// What every library does in the cases that have many parts, so that all do the same.

/** The letters that name the components of the fragmented case. */
export const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** What entity number `i` has as `A`, or as whatever single value a case is about: a small whole number. */
export function valueOf(i: number): number {
  return i & 7;
}

/** How many kinds of entities there are where many queries live. */
export const kinds = 10;

/** Which kinds each of the fifty queries asks for, beside `A`: one of them, or two. */
export const queriedKinds: readonly (readonly number[])[] = [...singles(), ...pairs().slice(0, 50 - kinds)];

/** The kinds of the entities where many queries live: each has two, and a tick gives a tenth of them another one. */
export class Kinds {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  #next = 0;

  constructor(entities: number) {
    this.first = Uint8Array.from({ length: entities }, (_, i) => i % kinds);
    this.second = Uint8Array.from({ length: entities }, (_, i) => (i * 7 + 3) % kinds);
  }

  /** Says what a tick changes: the number of the entity, the kind that it loses, and the one that it gets instead. */
  tick(change: (entity: number, from: number, to: number) => void): void {
    const entities = this.first.length;
    for (let i = 0; i < entities / 10; i++) {
      const entity = (this.#next + i) % entities;
      const from = this.second[entity];
      const to = otherThan(this.first[entity], from);
      this.second[entity] = to;
      change(entity, from, to);
    }
    this.#next = (this.#next + entities / 10) % entities;
  }
}

/** How many children each parent has in the cases with relations. */
export const childrenOfEach = 10;

/** The number of the parent of child number `i`, among so many parents: brothers are far from one another. */
export function parentOf(i: number, parents: number): number {
  return i % parents;
}

function singles(): number[][] {
  return Array.from({ length: kinds }, (_, kind) => [kind]);
}

function pairs(): number[][] {
  return singles().flatMap(([one]) => Array.from({ length: kinds - one - 1 }, (_, i) => [one, one + 1 + i]));
}

/** The kind after `kind` that is not `taken`. */
function otherThan(taken: number, kind: number): number {
  const next = (kind + 1) % kinds;
  return next === taken ? (next + 1) % kinds : next;
}
