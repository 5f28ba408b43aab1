// What a misuse of saves and snapshots says.
import { MemoryMedium, type EcsErrorCode } from "ecsgen/runtime";
import * as kit from "../kit/generated/index.js";

/** A call that is refused, and what it is told. */
export interface Misuse {
  readonly of: (world: kit.World) => unknown;
  readonly says: string;
  readonly help: string;
}

export const stateMisuses = {
  SaveCorrupt: [
    {
      of: (world) => world.state.load(world.state.save("binary").subarray(0, 100)),
      says: "the save is damaged: it ends too early, at byte 48 of the save",
      help: "load another save; the world has not changed",
    },
    {
      of: (world) => {
        const [ship] = [{ id: "0:1", components: { "app.Numbers": { u8: 256 } } }];
        world.state.load(new TextEncoder().encode(JSON.stringify({ format: "ecsgen", version: 1, entities: [ship] })));
      },
      says: 'the save is damaged: `save.entities[0].components["app.Numbers"].u8` is 256, and must be a whole number from 0 to 255',
      help: "load another save; the world has not changed",
    },
  ],
  SaveIncompatible: [
    {
      of: (world) => world.state.load(world.state.saveEntities([world.spawn()], "binary")),
      says: "the save holds some entities, not a world",
      help: "load it with `loadEntities`",
    },
  ],
  SaveMissing: [
    {
      of: async () => {
        const { storages } = kit.createWorld({ storage: new MemoryMedium() });
        storages.create("slot", "json");
        await storages.load("slot");
      },
      says: "nothing is saved at `slot`",
      help: "save there first, or ask `storageExists`",
    },
  ],
  StorageUnknown: [
    {
      of: async (world) => world.storages.save("slot"),
      says: "there is no storage `slot`",
      help: "make it with `storages.create(path, format)` first, or `createStorage` of the `ecs` core",
    },
  ],
  StorageExists: [
    {
      of: (world) => {
        world.storages.create("slot", "json");
        world.storages.create("slot", "json");
      },
      says: "there is a storage `slot` already",
      help: "use that one, or delete it first",
    },
  ],
  StorageUnavailable: [
    {
      of: async (world) => world.storages.exportJson("slot"),
      says: "this world has no medium to save on",
      help: "give one as the option `storage` of the world, such as `new FileMedium(folder)` of `ecsgen/node`",
    },
  ],
  StorageFailed: [
    {
      of: async () => {
        const medium = new MemoryMedium();
        medium.write = async () => Promise.reject(new Error("no room"));
        await kit.createWorld({ storage: medium }).storages.exportJson("slot");
      },
      says: "saving to `slot` failed: no room",
      help: "see to the medium; what was saved before is still there",
    },
  ],
  SnapshotUnknown: [
    {
      of: (world) => world.state.restoreSnapshot("start"),
      says: "there is no snapshot `start`",
      help: "make one with `createSnapshot`",
    },
  ],
} satisfies { readonly [Code in EcsErrorCode]?: readonly Misuse[] };
