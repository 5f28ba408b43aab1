import type { DeclarationOptions, Declared } from "./component.js";

declare const bundled: unique symbol;

/** A component, tag or toggle. */
export type ComponentClass = Declared<"component", unknown, unknown>;

/** What may be given for a row of a component; nothing for tags and toggles, which have no data. */
export type ValuesOfClass<Class> = Class extends Declared<"component", infer _Value, infer Init> ? Init : never;

/** Components, each alone or with values: `[Armed, [Hull, { points: 50 }]]`. */
export type ComponentsWithValues<Classes extends readonly ComponentClass[]> = {
  readonly [K in keyof Classes]:
    NoInfer<Classes[K]> | readonly [component: Classes[K], values: ValuesOfClass<Classes[K]>];
};

/** Components that are spawned together: made by `bundle` or `prefab`. */
export interface Bundle {
  readonly components?: readonly unknown[];
  readonly [bundled]: true;
}

/** What a bundle says. */
export interface BundleDeclaration extends DeclarationOptions {
  /** What every entity of it is spawned with. */
  readonly components: readonly ComponentClass[];
}

/** What a prefab says. */
export interface PrefabDeclaration<Classes extends readonly ComponentClass[]> extends DeclarationOptions {
  /** The bundle or prefab whose components and values it has as well. */
  readonly extends?: Bundle;
  /** Further components, and values that take the place of inherited ones and of defaults. */
  readonly components?: ComponentsWithValues<Classes>;
}

/** A bundle as nothing but what was said: only the syntax counts. */
function inert(declaration: object): Bundle;
function inert(declaration: object): unknown {
  return declaration;
}

/**
 * Components that are spawned together. The world of an app gets a spawner for it: `world.spawnShip({ hull: { points: 3 } })`
 * for `export const ship = bundle({ components: [Position, Hull] })`.
 */
export function bundle(declaration: BundleDeclaration): Bundle {
  return inert(declaration);
}

/**
 * A bundle with values of its own, which may extend another one:
 * `prefab({ extends: ship, components: [Armed, [Hull, { points: 50 }]] })`.
 */
export function prefab<const Classes extends readonly ComponentClass[]>(
  declaration: PrefabDeclaration<Classes>,
): Bundle {
  return inert(declaration);
}
