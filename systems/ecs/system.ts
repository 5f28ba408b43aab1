import type { SystemDependencies, SystemInfo, SystemOptions, WorldSystem, SystemStats, World } from "ecsgen/schema";

export function registerSystem(world: World, name: string, run: WorldSystem, options?: SystemOptions): void {
  world.systems.register(name, run, options);
}

export function unregisterSystem(world: World, name: string, options?: { readonly force?: boolean }): boolean {
  return world.systems.unregister(name, options?.force);
}

export function runSystem(world: World, name: string, dt: number = 0): void {
  world.systems.run(name, dt);
}

export function runSystems(world: World, dt: number = 0): number {
  return world.systems.runAll(dt);
}

export function scheduleSystems(world: World): string[] {
  return world.systems.all().map(({ name }) => name);
}

export function stepSystems(world: World, dt: number): void {
  world.stepSystems(dt);
}

export function getSystem(world: World, name: string): SystemInfo | undefined {
  return world.systems.info(name);
}

export function getAllSystems(world: World): SystemInfo[] {
  return world.systems.all();
}

export function enableSystem(world: World, name: string): boolean {
  return world.systems.setEnabled(name, true);
}

export function disableSystem(world: World, name: string): boolean {
  return world.systems.setEnabled(name, false);
}

export function isSystemEnabled(world: World, name: string): boolean {
  return world.systems.info(name)?.enabled ?? false;
}

export function getSystemStats(world: World, name: string): SystemStats | undefined {
  return world.systems.stats(name);
}

export function getSystemDependencies(world: World, name: string): SystemDependencies | undefined {
  const info = world.systems.info(name);
  return info && { after: info.after, before: info.before };
}

export function updateSystemDependencies(world: World, name: string, dependencies: Partial<SystemDependencies>): void {
  world.systems.setDependencies(name, dependencies);
}

export function getDependentSystems(world: World, name: string): string[] {
  return world.systems.dependentsOf(name);
}

export function systemExists(world: World, name: string): boolean {
  return world.systems.has(name);
}

export function clearSystemStats(world: World, name?: string): void {
  world.systems.clearStats(name);
}
