import { indexOf, NO_ENTITY, type Entity } from "ecsgen/runtime";
import { remapRow } from "../../../runtime/state/remap.js";
import { allRelations } from "../kit/all-relations.js";
import * as kit from "../kit/generated/index.js";
import { failWith } from "./failures.js";
import type { ReferenceEdge } from "./reference-edges.js";
import type { Rows, StoreCopy } from "./reference-store.js";
import type { ModelsCopy } from "./reference-models.js";
import type { TimeCopy } from "./reference-steps.js";
import type { ReferenceWorld } from "./reference-world.js";
import { copied, copyOfRows } from "./rows.js";
import type { StateLike } from "./world-like.js";

/** All that a save or a snapshot holds. */
interface Kept {
  readonly store: StoreCopy;
  readonly score: unknown;
  readonly time: unknown;
  readonly steps: TimeCopy;
  readonly screens: ModelsCopy;
}

/** Some entities with what they have, and what relates them. */
interface Part {
  readonly entities: readonly (readonly [Entity, Rows])[];
  readonly edges: readonly (readonly ReferenceEdge[])[];
}

/** Saves are copies, and so are snapshots; but objects of the host are not in saves. */
export class ReferenceState implements StateLike {
  readonly #world: ReferenceWorld;
  readonly #snapshots = new Map<string, Kept>();

  constructor(world: ReferenceWorld) {
    this.#world = world;
  }

  save(): Kept {
    this.#world.requireStill();
    const kept = this.#keep();
    for (const [, rows] of kept.store.alive) dropHandles(rows);
    return kept;
  }

  load(save: Kept): void {
    this.#world.gate.requireIdle();
    if (save.store.alive.length > this.#world.store.limit) failWith("EntityLimit");
    this.#replace(save);
  }

  /** Text for all that counts: who is alive, their components and edges, resources; no clocks, no models, no objects of the host. */
  hash(): string {
    this.#world.requireStill();
    const { resources, store } = this.#world;
    const alive = [...store.alive].map(([entity, rows]) => [
      entity,
      [...(rows ?? [])].map(([type, row]) => [type.name, row]).sort(byText),
    ]);
    const edges = allRelations.map((relation) => [...store.edges.of(relation)].sort(byText));
    return shown([alive.sort(byText), edges, resources.score]);
  }

  /** Becomes what another world is. */
  copyFrom(other: ReferenceState): void {
    other.#world.requireStill();
    this.#replace(other.#keep());
  }

  createSnapshot(name: string): void {
    this.#world.requireStill();
    this.#snapshots.set(name, this.#keep());
  }

  restoreSnapshot(name: string): void {
    const snapshot = this.#snapshots.get(name) ?? failWith("SnapshotUnknown");
    this.#world.gate.requireIdle();
    this.#replace(snapshot);
  }

  listSnapshots(): string[] {
    return [...this.#snapshots.keys()];
  }

  saveEntities(entities: readonly Entity[]): Part {
    this.#world.requireStill();
    for (const entity of entities) this.#world.store.require(entity);
    const part = this.partOf(new Set(entities));
    for (const [, rows] of part.entities) dropHandles(rows);
    return part;
  }

  loadEntities(part: Part): ReadonlyMap<Entity, Entity> {
    this.#world.gate.requireIdle();
    this.#world.structure.sync();
    return this.take(part);
  }

  /** Some entities, ascending by index. */
  partOf(chosen: ReadonlySet<Entity>): Part {
    const { alive, edges } = this.#world.store;
    const entities = [...chosen].sort((a, b) => indexOf(a) - indexOf(b));
    return {
      entities: entities.map((entity) => [entity, copyOfRows(alive.get(entity) ?? new Map())]),
      edges: allRelations.map((relation) =>
        edges.of(relation).filter(({ source, target }) => chosen.has(source) && chosen.has(target)),
      ),
    };
  }

  /** Adds entities with ids of their own; references among them follow, others become none. */
  take({ entities, edges }: Part): ReadonlyMap<Entity, Entity> {
    const { gate, store, structure } = this.#world;
    store.requireRoom(entities.length);
    return gate.scope(() =>
      structure.loop(() => {
        const ids = new Map(entities.map(([entity]) => [entity, store.reserve()]));
        const remap = (entity: Entity): Entity => ids.get(entity) ?? NO_ENTITY;
        for (const [entity, rows] of entities) {
          const given = [...rows].sort(([a], [b]) => a.index - b.index);
          const components = given.map(([type, row]) => [type.key, remapRow(type.fields, row, remap)]);
          structure.changes.settle(remap(entity), Object.fromEntries(components));
        }
        for (const [index, relation] of allRelations.entries()) {
          for (const { source, target, row } of edges[index] ?? []) {
            const [start, end] = [remap(source), remap(target)];
            if (!store.alive.has(start) || !store.alive.has(end)) continue;
            store.edges.add(start, relation, end, () => remapRow(relation.fields, copied(row), remap));
          }
        }
        return ids;
      }),
    );
  }

  #keep(): Kept {
    const { resources, screens, steps, store } = this.#world;
    return {
      screens: screens.copy(),
      store: store.copy(),
      score: copied(resources.score),
      time: copied(resources.time),
      steps: steps.copy(),
    };
  }

  #replace(kept: Kept): void {
    const { commands, events, resources, screens, steps, store } = this.#world;
    commands.drop();
    events.clear();
    store.takeOver(kept.store);
    resources.score = kept.score === undefined ? undefined : kit.Score.create(Object(copied(kept.score)));
    resources.time = kept.time === undefined ? undefined : Object.assign(kit.Time.create(), kept.time);
    steps.takeOver(kept.steps);
    screens.takeOver(kept.screens);
  }
}

function dropHandles(rows: Rows): void {
  const label = rows.get(kit.Label);
  if (typeof label === "object" && label !== null) Object.assign(label, { handle: undefined });
}

/** Equal for what is equal. */
function shown(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === "handle") return undefined;
    if (typeof part === "bigint") return `${part}n`;
    if (part instanceof Map) return [...part];
    return part instanceof Uint8Array ? [...part] : (part ?? "nothing");
  });
}

function byText(a: unknown, b: unknown): number {
  return shown(a) < shown(b) ? -1 : 1;
}
