import type { Gate } from "../gate.js";
import type { ComponentType } from "../tables/component-type.js";
import {
  EntityCursor,
  requireCursor,
  standingClass,
  type CursorOptions,
  type StandingClass,
} from "../tables/entity-cursor.js";
import type { Storage } from "../tables/storage.js";

/** Makes the cursors of a world. */
export class Cursors {
  private readonly storage: Storage;
  private readonly gate: Gate;
  /** By component, once a cursor was made. */
  private readonly classes: (StandingClass | undefined)[];

  constructor(storage: Storage, gate: Gate) {
    this.storage = storage;
    this.gate = gate;
    this.classes = storage.registry.types.map(() => undefined);
  }

  /** `World.cursor`. */
  make<Value>(type: ComponentType, options: CursorOptions | undefined): EntityCursor<Value> {
    this.storage.registry.require(type);
    requireCursor(type, options);
    const made = (this.classes[type.index] ??= standingClass(type));
    return new EntityCursor<Value>(this.storage, this.gate, type, made, options === undefined);
  }
}
