import { describeEntity, NO_ENTITY, type Entity } from "../entities/entity.js";
import type { EntityIndex } from "../entities/entity-index.js";
import type { EntityColumn } from "../memory/column-kind.js";
import type { FieldTree } from "../tables/field-tree.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Table } from "../tables/table.js";
import { fieldColumns, type FieldColumns } from "./field-columns.js";
import type { WorldParts } from "./parts.js";
import { refersToEntities, remapRow } from "./remap.js";

/** A reference to an entity that is not alive. */
export interface Dangling {
  /** Whose component or edge holds it; nobody's when a resource or a model does. */
  readonly of: Entity | undefined;
  /** The component, relation, resource or model: `motion.Target`. */
  readonly name: string;
  readonly target: Entity;
}

/** All references of components, edges, resources and models that name neither a living entity nor none. */
export function danglingReferences(parts: WorldParts): Dangling[] {
  const { storage, resources, models } = parts;
  const { entities } = storage;
  const found: Dangling[] = [];
  const look = (fields: FieldTree, row: unknown, name: string, of?: Entity): void => {
    remapRow(fields, row, (target) => {
      if (target !== NO_ENTITY && !entities.isAlive(target)) found.push({ of, name, target });
      return target;
    });
  };
  for (const [table, type] of tablesOf(parts)) {
    if (!refersToEntities(type.fields)) continue;
    const columns = fieldColumns(type.fields);
    lookAtColumns(table, type, columns, entities, found);
    const objects = columns.objects.filter(({ type: field }) => refersToEntities({ field }));
    for (const { at, path, type: field } of objects) {
      const column = table.objects(table.firstObject(type.index) + at);
      for (let row = 0; row < table.count; row++) {
        look({ [path]: field }, { [path]: column[row] }, type.name, table.entityAt(row));
      }
    }
  }
  for (const [type, value] of resources.all()) if (refersToEntities(type.fields)) look(type.fields, value, type.name);
  for (const type of models.types.filter(({ fields }) => refersToEntities(fields))) {
    const pool = models.pool(type);
    for (const id of pool.ids()) look(type.fields, pool.get(id), type.name);
  }
  return found;
}

/** How messages tell of it. */
export function describeDangling({ of, name, target }: Dangling): string {
  const whose = of === undefined ? "" : ` of ${describeEntity(of)}`;
  return `\`${name}\`${whose} refers to ${describeEntity(target)}, which is not alive`;
}

/** Every component with each of its tables, then the data of edges. */
function* tablesOf({ storage, edges }: WorldParts): Iterable<[Table, ComponentType]> {
  for (const type of storage.registry.types) {
    if (type.storage === "sparse") yield [storage.sparse(type).table, type];
    for (const table of storage.graph.tables) if (table.has(type.index)) yield [table, type];
  }
  for (const { table } of edges.all) yield [table, table.components[1]];
}

/** Looks at the columns of references, but where what is optional is absent. */
function lookAtColumns(
  table: Table,
  type: ComponentType,
  { presences }: FieldColumns,
  entities: EntityIndex,
  found: Dangling[],
): void {
  for (const [i, kind] of type.columns.entries()) {
    if (kind !== "entity") continue;
    const first = table.firstColumn(type.index);
    const column = table.column<EntityColumn>(first + i);
    const present = presences[i].map((at) => table.column<Uint8Array>(first + at));
    for (let row = 0; row < table.count; row++) {
      const target = column[row];
      if (target === NO_ENTITY || entities.isAlive(target)) continue;
      if (present.every((each) => each[row] === 1)) found.push({ of: table.entityAt(row), name: type.name, target });
    }
  }
}
