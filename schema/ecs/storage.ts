import type { Entity, SaveFormat, StorageInfo, World } from "ecsgen/schema";

/**
 * Saving and loading. Whatever loads or imports reads and checks everything before it changes anything. A path means what the
 * medium of the world makes of it, which is the option `storage`; without one they are files, where the host is Node.
 */
export interface StorageView {
  /** Makes a place to save to known; nothing is written yet. Throws `StorageExists`. */
  createStorage(world: World, path: string, format: SaveFormat): StorageInfo;
  /** Saves the whole world as it is at the moment of the call. Throws `StorageUnknown`. */
  saveWorld(world: World, path: string): Promise<void>;
  /** Makes the world what was saved. Throws `SaveMissing`, `SaveCorrupt` or `SaveIncompatible`. */
  loadWorld(world: World, path: string): Promise<void>;
  /** Saves some entities and the relations among them. Throws `StorageUnknown` or `StaleEntity`. */
  saveEntities(world: World, path: string, entities: readonly Entity[]): Promise<void>;
  /**
   * Adds the entities that were saved, with fresh ids; references among them follow, others become none. Gives back the new id of
   * each. Throws as `loadWorld` does.
   */
  loadEntities(world: World, path: string): Promise<ReadonlyMap<Entity, Entity>>;
  /** Takes away what was saved and keeps the place; `false` when nothing was. Throws `StorageUnknown`. */
  clearStorage(world: World, path: string): Promise<boolean>;
  /** Whether something is saved at a path, whoever saved it. */
  storageExists(world: World, path: string): Promise<boolean>;
  /** Takes away what was saved, and the place; `false` when there was none. */
  deleteStorage(world: World, path: string): Promise<boolean>;
  /** What is known of a place; undefined when it was not created. */
  getStorage(world: World, path: string): StorageInfo | undefined;
  /** All places, in order of creation. */
  getAllStorages(world: World): StorageInfo[];
  /** Keeps the whole state in memory under a name, in place of what had it. */
  createSnapshot(world: World, name: string): void;
  /** Makes the world exactly what it was. Throws `SnapshotUnknown`. */
  restoreSnapshot(world: World, name: string): void;
  /** The names of all snapshots, in order of creation. */
  listSnapshots(world: World): string[];
  /** Forgets a snapshot; `false` when there was none. */
  deleteSnapshot(world: World, name: string): boolean;
  /** Writes the world to a path as text that can be read, whether created or not. */
  exportJson(world: World, path: string): Promise<void>;
  /** Makes the world what a text says, which may be written by hand. Throws as `loadWorld` does, and names the place. */
  importJson(world: World, path: string): Promise<void>;
  /** How many bytes are saved at a path; 0 when nothing is. Throws `StorageUnknown`. */
  getStorageSize(world: World, path: string): Promise<number>;
}
