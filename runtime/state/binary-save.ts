import { describeEntity, type Entity } from "../entities/entity.js";
import type { Slots } from "../entities/slots.js";
import { EcsError } from "../errors.js";
import type { EdgeStore } from "../relations/edge-store.js";
import type { StepperState } from "../schedule/stepper.js";
import type { ComponentType } from "../tables/component-type.js";
import type { Table } from "../tables/table.js";
import { writeFields, writeValue } from "./binary-values.js";
import type { ByteWriter } from "./bytes.js";
import { danglingReferences } from "./dangling.js";
import { fieldColumns, savedColumns } from "./field-columns.js";
import type { WorldParts } from "./parts.js";
import { Place } from "./place.js";
import type { SaveKind } from "./save-kind.js";
import { sectionKinds, SectionWriter } from "./sections.js";
import { TypeNumbers } from "./saved-types.js";

/** The version of the format. It changes when old readers cannot make sense of new saves. */
export const binaryVersion = 1;

/** Read back as another number where the bytes of columns lie the other way round. */
export const byteOrderMark = 0x0102_0304;

/** What comes before columns of data in a table of edges: target and links. */
export const linkColumns = 5;

/**
 * Writes a save: plain columns whole, ordinary values by their types.
 * Throws `InvalidArgument` for a value that is not of its type.
 */
export function writeBinary(parts: WorldParts, kind: SaveKind): Uint8Array {
  const types = new TypeNumbers();
  const file = new SectionWriter();
  // First the rest, since it says which types there are; these stand before it in the file.
  const body = new SectionWriter();
  writeParts(body, parts, kind, types);
  file.add(sectionKinds.head, (writer) => {
    writer.u32(binaryVersion);
    writer.raw(new Uint8Array(Uint32Array.of(byteOrderMark).buffer));
    writer.text(kind);
    writer.count(kind === "world" ? danglingReferences(parts).length : 0);
  });
  file.add(sectionKinds.types, (writer) => types.write(writer));
  file.append(body);
  return file.finish();
}

function writeParts(file: SectionWriter, parts: WorldParts, kind: SaveKind, types: TypeNumbers): void {
  const { storage, edges, resources, models } = parts;
  file.add(sectionKinds.ids, (writer) => writeIds(writer, storage.entities.slots));
  for (const table of storage.graph.order) {
    file.add(sectionKinds.table, (writer) => writeTable(writer, table, types));
  }
  for (const type of storage.registry.types) writeBeside(file, parts, type, types);
  for (const store of edges.all) {
    if (store.table.count > 0) file.add(sectionKinds.relation, (writer) => writeEdges(writer, store, types));
  }
  if (kind === "entities") return;
  for (const [type, value] of resources.all()) {
    file.add(sectionKinds.resource, (writer) => {
      writer.count(types.of(type));
      writeFields(writer, type.fields, value, placeOf(type.name));
    });
  }
  for (const type of models.types) {
    const pool = models.pool(type);
    if (pool.slots.used === 0) continue;
    file.add(sectionKinds.model, (writer) => {
      writer.count(types.of(type));
      writeIds(writer, pool.slots);
      for (const id of pool.ids()) writeFields(writer, type.fields, pool.get(id), placeOf(type.name));
    });
  }
  file.add(sectionKinds.time, (writer) => {
    for (const stepper of [parts.stepper, parts.systemStepper]) writeTime(writer, stepper.state);
  });
}

function writeBeside(file: SectionWriter, { storage }: WorldParts, type: ComponentType, types: TypeNumbers): void {
  if (type.storage === "sparse") {
    const { table } = storage.sparse(type);
    if (table.count > 0) file.add(sectionKinds.sparse, (writer) => writeTable(writer, table, types));
  }
  if (type.storage !== "toggle") return;
  const indices = storage.toggle(type).indices();
  if (indices.length === 0) return;
  file.add(sectionKinds.toggle, (writer) => {
    writer.count(types.of(type));
    writer.count(indices.length);
    for (const index of indices) writer.count(index);
  });
}

function writeIds(writer: ByteWriter, slots: Slots): void {
  for (const ids of [slots.living(), slots.free(), slots.retired()]) {
    writer.count(ids.length);
    for (const id of ids) writer.i32(id);
  }
}

function writeTable(writer: ByteWriter, table: Table, types: TypeNumbers): void {
  writer.count(table.components.length);
  for (const type of table.components) writer.count(types.of(type));
  writer.u32(table.count);
  writer.raw(table.entityBytes());
  for (const column of savedColumns(table)) writer.raw(table.bytesOf(column));
  for (const type of table.components) writeObjects(writer, table, type);
}

function writeEdges(writer: ByteWriter, store: EdgeStore, types: TypeNumbers): void {
  const { table, type } = store;
  writer.count(types.of(type));
  writer.u32(table.count);
  writer.raw(table.entityBytes());
  writer.raw(table.bytesOf(0));
  for (const row of store.order()) writer.u32(row);
  for (let i = linkColumns; i < table.columns.length; i++) writer.raw(table.bytesOf(i));
  writeObjects(writer, table, table.components[1]);
}

/** Column by column. */
function writeObjects(writer: ByteWriter, table: Table, type: ComponentType): void {
  if (type.objects === 0) return;
  const first = table.firstObject(type.index);
  for (const [i, field] of fieldColumns(type.fields).objects.entries()) {
    const column = table.objects(first + i);
    let row = 0;
    const place = placeOf(`${type.name}.${field.path}`, () => table.entityAt(row));
    for (; row < table.count; row++) writeValue(writer, field.type, column[row], place);
  }
}

function writeTime(writer: ByteWriter, { fixedTick, elapsed, tick, rest }: StepperState): void {
  for (const number of [fixedTick, elapsed, tick, rest]) writer.f64(number);
}

/** Where a value is that is to be saved. */
export function placeOf(name: string, entity?: () => Entity): Place {
  return new Place(name, (message) => {
    const of = entity === undefined ? "" : ` of ${describeEntity(entity())}`;
    return new EcsError("InvalidArgument", `${message}${of}`, "write a value of that type first");
  });
}
