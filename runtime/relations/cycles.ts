import { describeEntity, indexOf, type Entity } from "../entities/entity.js";
import { EcsError } from "../errors.js";
import type { EdgeStore } from "./edge-store.js";

/** Throws `RelationCycle` when a new edge would lead back to its source. */
export function requireAcyclic(store: EdgeStore, source: Entity, target: Entity): void {
  const isTarget = source === target || store.incoming.count(indexOf(source)) > 0;
  const path = isTarget ? pathBetween(store, target, source) : undefined;
  if (path !== undefined) throw cycle(store, [source, ...path], "would lead");
}

/** The error for edges that lead from an entity back to it; `path` starts and ends with it. */
export function cycle(store: EdgeStore, path: readonly Entity[], leads: "would lead" | "leads"): EcsError {
  const { name } = store.type;
  const chain = path.map(describeEntity).join(" → ");
  const help =
    leads === "leads"
      ? "declare the relation with `acyclic: true`, so that the edge that closes the circle is refused"
      : "remove one of these edges first, or relate it to another entity";
  return new EcsError("RelationCycle", `relation \`${name}\` ${leads} back to where it starts: ${chain}`, help);
}

/** The entities on a way along edges from one to another, both included. */
function pathBetween(store: EdgeStore, from: Entity, to: Entity): Entity[] | undefined {
  const cameFrom = new Map<Entity, Entity | undefined>([[from, undefined]]);
  for (const entity of cameFrom.keys()) {
    if (entity === to) return pathTo(entity, cameFrom);
    for (let row = store.outgoing.first(indexOf(entity)); row >= 0; row = store.outgoing.next(row)) {
      const target = store.target(row);
      if (!cameFrom.has(target)) cameFrom.set(target, entity);
    }
  }
  return undefined;
}

function pathTo(end: Entity, cameFrom: ReadonlyMap<Entity, Entity | undefined>): Entity[] {
  const path: Entity[] = [];
  for (let at: Entity | undefined = end; at !== undefined; at = cameFrom.get(at)) path.push(at);
  return path.reverse();
}
