import { describeEntity, NO_ENTITY, type Entity } from "../entities/entity.js";
import type { EdgeStores } from "../relations/edge-stores.js";
import { refersToEntities, remapRow } from "../state/remap.js";
import type { FieldTree } from "../tables/field-tree.js";
import type { Storage } from "../tables/storage.js";
import { problem, type WorldProblem } from "../tables/validate-storage.js";

/** Every reference names a living entity, or none: in columns, lists, maps and unions, of components and of edges. */
export function validateReferences(storage: Storage, edges: EdgeStores): WorldProblem[] {
  const { entities, registry } = storage;
  const problems: WorldProblem[] = [];
  const look = (entity: Entity, { name, fields }: { name: string; fields: FieldTree }, row: unknown): void => {
    remapRow(fields, row, (target) => {
      if (target === NO_ENTITY || entities.isAlive(target)) return target;
      problems.push(
        problem("reference", entity, `refers from \`${name}\` to ${describeEntity(target)}, which is dead`),
      );
      return target;
    });
  };
  for (const type of registry.types.filter(({ fields }) => refersToEntities(fields))) {
    for (const entity of entities.living()) look(entity, type, storage.at(entity, type)?.$read());
  }
  for (const store of edges.all.filter(({ type }) => refersToEntities(type.fields))) {
    for (let row = 0; row < store.table.count; row++) look(store.source(row), store.type, store.at(row).$read());
  }
  return problems;
}
