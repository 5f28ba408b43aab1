import { EcsError, type StorageMedium, type Storages } from "ecsgen/runtime";
import type { Entity, SaveFormat, StorageInfo, World } from "ecsgen/schema";

export function createStorage(world: World, path: string, format: SaveFormat): StorageInfo {
  return world.storages.create(path, format);
}

export async function saveWorld(world: World, path: string): Promise<void> {
  await storagesOf(world).save(path);
}

export async function loadWorld(world: World, path: string): Promise<void> {
  await storagesOf(world).load(path);
}

export async function saveEntities(world: World, path: string, entities: readonly Entity[]): Promise<void> {
  await storagesOf(world).saveEntities(path, entities);
}

export async function loadEntities(world: World, path: string): Promise<ReadonlyMap<Entity, Entity>> {
  return storagesOf(world).loadEntities(path);
}

export async function clearStorage(world: World, path: string): Promise<boolean> {
  return storagesOf(world).clear(path);
}

export async function storageExists(world: World, path: string): Promise<boolean> {
  return storagesOf(world).exists(path);
}

export async function deleteStorage(world: World, path: string): Promise<boolean> {
  return storagesOf(world).delete(path);
}

export function getStorage(world: World, path: string): StorageInfo | undefined {
  return world.storages.get(path);
}

export function getAllStorages(world: World): StorageInfo[] {
  return world.storages.all();
}

export function createSnapshot(world: World, name: string): void {
  world.state.createSnapshot(name);
}

export function restoreSnapshot(world: World, name: string): void {
  world.state.restoreSnapshot(name);
}

export function listSnapshots(world: World): string[] {
  return world.state.listSnapshots();
}

export function deleteSnapshot(world: World, name: string): boolean {
  return world.state.deleteSnapshot(name);
}

export async function exportJson(world: World, path: string): Promise<void> {
  await storagesOf(world).exportJson(path);
}

export async function importJson(world: World, path: string): Promise<void> {
  await storagesOf(world).importJson(path);
}

export async function getStorageSize(world: World, path: string): Promise<number> {
  return storagesOf(world).size(path);
}

/** Without a medium of its own, a world saves to files. */
function storagesOf(world: World): Storages {
  world.storages.otherwise ??= files;
  return world.storages;
}

/** Loaded when it is needed, since browsers have no files. */
async function files(): Promise<StorageMedium> {
  if (!isNode()) {
    const message = "this world has no medium to save on, and there are no files here";
    throw new EcsError("StorageUnavailable", message, "give one as the option `storage` of the world");
  }
  const { FileMedium } = await import("ecsgen/node");
  return new FileMedium();
}

function isNode(): boolean {
  const host: unknown = Reflect.get(globalThis, "process");
  const versions: unknown = typeof host === "object" && host !== null ? Reflect.get(host, "versions") : undefined;
  return typeof versions === "object" && versions !== null && "node" in versions;
}
