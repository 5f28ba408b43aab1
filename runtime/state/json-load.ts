import { firstGeneration, indexOf, makeEntity, type Entity } from "../entities/entity.js";
import type { Slots } from "../entities/slots.js";
import type { ModelType } from "../models/model-type.js";
import type { RelationType } from "../relations/relation-type.js";
import type { StepperState } from "../schedule/stepper.js";
import type { ComponentType } from "../tables/component-type.js";
import { isInTable } from "../tables/spawn-shape.js";
import { TokenIndex } from "../tables/token-index.js";
import type { ReadSave } from "./binary-load.js";
import { checkParts, checkReferences } from "./check-parts.js";
import { JsonReader, type JsonRecord } from "./json-reader.js";
import { jsonVersion } from "./json-save.js";
import { expected, fieldsFromJson, isRecord } from "./json-values.js";
import { emptyParts, type WorldParts } from "./parts.js";
import { corrupt, incompatible } from "./save-errors.js";

/** An entity of the text: its id, and its components with what they start with. */
interface ListedEntity {
  readonly entity: Entity;
  readonly components: readonly (readonly [ComponentType, object])[];
}

const ofSave = ["format", "version", "kind", "ids", "tables", "entities", "sparse", "relations"];
const ofWorld = ["dangling", "resources", "models", "time", "systemTime"];

/**
 * Reads a save that is text into parts like those of a world, and checks all of it. What it does not say takes its default.
 * Throws `SaveCorrupt` with the place, `SaveIncompatible`, or `EntityLimit` and `ArenaFull` when it does not fit.
 */
export function readJson(text: string, like: WorldParts): ReadSave {
  const document = parse(text);
  if (!isRecord(document) || document["format"] !== "ecsgen") {
    throw corrupt('it is no save of ecsgen: `save.format` must be `"ecsgen"`');
  }
  if (document["version"] !== jsonVersion) {
    const message = `the save has format version ${String(document["version"])}, and this version of ecsgen reads ${jsonVersion}`;
    throw incompatible(message, "load it with the version that made it");
  }
  const { kind = "world" } = document;
  if (kind !== "world" && kind !== "entities") throw corrupt('`save.kind` must be `"world"` or `"entities"`');
  const json = new JsonReader(corrupt);
  json.record(document, kind === "world" ? [...ofSave, ...ofWorld] : ofSave);
  const load = new JsonLoad(emptyParts(like), json);
  load.readEntities(document);
  load.readWorld(document);
  checkParts(load.parts);
  if (kind === "world") checkReferences(load.parts, document["dangling"] ?? 0);
  return { kind, parts: load.parts };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw corrupt(`it is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

class JsonLoad {
  readonly parts: WorldParts;
  readonly #json: JsonReader;
  readonly #components: TokenIndex<ComponentType>;

  constructor(parts: WorldParts, json: JsonReader) {
    this.parts = parts;
    this.#components = new TokenIndex(parts.storage.registry.types);
    this.#json = json;
  }

  readEntities({ entities = [], ids, tables = [], sparse = {}, relations = {} }: JsonRecord): void {
    const json = this.#json;
    const { storage, edges } = this.parts;
    const listed = json.in("entities", () => json.list(entities, (item) => this.#entity(item)));
    json.in("ids", () => {
      const living = listed.map(({ entity }) => entity);
      this.#restoreIds(ids, storage.entities.slots, living);
      storage.entities.prepare(0);
    });
    json.in("tables", () => json.list(tables, (item) => this.#table(item)));
    for (const each of listed) this.#spawn(each);
    this.#addBeside(listed, this.#sparseOrders(sparse));
    const types = new TokenIndex(edges.all.map(({ type }) => type));
    json.in("relations", () => json.byName(relations, types, (type, item) => this.#edges(type, item)));
  }

  readWorld({ resources = {}, models = {}, time, systemTime }: JsonRecord): void {
    const json = this.#json;
    const { parts } = this;
    json.in("resources", () =>
      json.byName(resources, new TokenIndex(parts.resources.types), (type, item) => {
        const value = item === null ? undefined : fieldsFromJson(type.fields, item, json.place, false);
        parts.resources.restore(type, value);
      }),
    );
    json.in("models", () =>
      json.byName(models, new TokenIndex(parts.models.types), (type, item) => this.#models(type, item)),
    );
    if (time !== undefined) parts.stepper.restore(json.in("time", () => this.#time(time)));
    if (systemTime !== undefined) parts.systemStepper.restore(json.in("systemTime", () => this.#time(systemTime)));
  }

  #entity(item: unknown): ListedEntity {
    const json = this.#json;
    const { id, components = {} } = json.record(item, ["id", "components"]);
    const entity = json.in("id", () => json.id(id));
    const read: (readonly [ComponentType, object])[] = [];
    json.in("components", () =>
      json.byName(components, this.#components, (type, value) => {
        read.push([type, this.#component(type, value)]);
      }),
    );
    return { entity, components: read };
  }

  #component(type: ComponentType, value: unknown): object {
    if (type.storage === "table" || type.storage === "sparse") {
      return fieldsFromJson(type.fields, value, this.#json.place, true);
    }
    if (value !== true) throw expected(this.#json.place, "true, since it has no fields", value);
    return {};
  }

  /** Without `ids`, the indices below the largest one are free. */
  #restoreIds(item: unknown, slots: Slots, living: readonly Entity[]): void {
    const json = this.#json;
    if (item === undefined) {
      const taken = new Set(living.map(indexOf));
      const used = living.reduce((most, entity) => Math.max(most, indexOf(entity) + 1), 0);
      const free: Entity[] = [];
      for (let index = 0; index < used; index++) if (!taken.has(index)) free.push(makeEntity(index, firstGeneration));
      slots.restore(living, free, []);
      return;
    }
    const { free = [], retired = [] } = json.record(item, ["free", "retired"]);
    const ids = (name: string, list: unknown): Entity[] => json.in(name, () => json.list(list, (id) => json.id(id)));
    slots.restore(living, ids("free", free), ids("retired", retired));
  }

  #table(item: unknown): void {
    const json = this.#json;
    const types = new TokenIndex(this.parts.storage.registry.types.filter(isInTable));
    const components = json.list(item, (name) => json.named(name, types));
    if (new Set(components).size < components.length) throw json.place.error("names a component twice");
    this.parts.storage.graph.find(components);
  }

  #spawn({ entity, components }: ListedEntity): void {
    const inTable = components.filter(([type]) => isInTable(type)).map(([type, value]) => [type.key, value]);
    this.parts.storage.spawnReserved(entity, Object.fromEntries(inTable));
  }

  /** For each sparse component the order of its rows, if the text says it. */
  #sparseOrders(item: unknown): ReadonlyMap<ComponentType, readonly Entity[]> {
    const json = this.#json;
    const orders = new Map<ComponentType, readonly Entity[]>();
    const types = new TokenIndex(this.parts.storage.registry.types.filter(({ storage }) => storage === "sparse"));
    json.in("sparse", () =>
      json.byName(item, types, (type, ids) => {
        orders.set(
          type,
          json.list(ids, (id) => json.id(id)),
        );
      }),
    );
    return orders;
  }

  #addBeside(listed: readonly ListedEntity[], orders: ReadonlyMap<ComponentType, readonly Entity[]>): void {
    const { storage } = this.parts;
    const values = new Map<ComponentType, Map<Entity, object>>();
    for (const { entity, components } of listed) {
      for (const [type, value] of components) {
        if (isInTable(type)) continue;
        values.set(type, (values.get(type) ?? new Map<Entity, object>()).set(entity, value));
      }
    }
    for (const type of new Set([...values.keys(), ...orders.keys()])) {
      const ofType = values.get(type) ?? new Map<Entity, object>();
      const order = new Set(orders.get(type) ?? ofType.keys());
      if (order.size !== ofType.size || ![...order].every((entity) => ofType.has(entity))) {
        throw corrupt(`\`save.sparse\` does not name the entities that have \`${type.name}\`, each once`);
      }
      for (const entity of order) storage.add(entity, type, ofType.get(entity));
    }
  }

  #edges(type: RelationType, item: unknown): void {
    const json = this.#json;
    const { storage, edges: stores } = this.parts;
    const store = stores.of(type);
    const living = (id: unknown): Entity => {
      const entity = json.id(id);
      if (!storage.entities.isAlive(entity)) throw json.place.error("is an entity that is not alive in the save");
      return entity;
    };
    const { edges = [], order } = json.record(item, ["edges", "order"]);
    const count = json.in("edges", () =>
      json.list(edges, (edge) => {
        const { source, target, data = {} } = json.record(edge, ["source", "target", "data"]);
        const row = store.table.append(json.in("source", () => living(source)));
        store.at(row).$fill(json.in("data", () => fieldsFromJson(type.fields, data, json.place, true)));
        store.aim(
          row,
          json.in("target", () => living(target)),
        );
      }),
    ).length;
    const rows = Array.from({ length: count }, (_, row) => row);
    store.link(order === undefined ? rows : json.in("order", () => this.#order(order, rows)));
  }

  #order(item: unknown, rows: readonly number[]): number[] {
    const left = new Set(rows);
    const order = this.#json.list(item, (row) => {
      if (typeof row !== "number" || !left.delete(row)) {
        throw expected(this.#json.place, `a number from 0 to ${rows.length - 1}, each once`, row);
      }
      return row;
    });
    if (left.size > 0) throw this.#json.place.error(`says nothing of ${left.size} edges`);
    return order;
  }

  #models(type: ModelType, item: unknown): void {
    const json = this.#json;
    const pool = this.parts.models.pool(type);
    const { ids, records = [] } = json.record(item, ["ids", "records"]);
    const values = new Map<Entity, object>();
    const listed = json.in("records", () =>
      json.list(records, (record) => {
        const { id, value = {} } = json.record(record, ["id", "value"]);
        const slot = json.in("id", () => json.id(id));
        values.set(
          slot,
          json.in("value", () => fieldsFromJson(type.fields, value, json.place, false)),
        );
        return slot;
      }),
    );
    json.in("ids", () => this.#restoreIds(ids, pool.slots, listed));
    const alive = pool.ids();
    for (const [i, slot] of pool.slots.living().entries()) pool.restore(alive[i], values.get(slot));
  }

  #time(item: unknown): StepperState {
    const json = this.#json;
    const record = json.record(item, ["fixedTick", "elapsed", "tick", "rest"]);
    const number = (name: string): number => {
      const { [name]: value = 0 } = record;
      if (typeof value !== "number") throw json.in(name, () => expected(json.place, "a number", value));
      return value;
    };
    return { fixedTick: number("fixedTick"), elapsed: number("elapsed"), tick: number("tick"), rest: number("rest") };
  }
}
