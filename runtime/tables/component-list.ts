import { EcsError } from "../errors.js";
import { requireList } from "../given.js";
import type { ComponentRegistry } from "./component-registry.js";
import type { ComponentType } from "./component-type.js";

/** What a row of a component reads. */
export type ValueOf<Type extends ComponentType> = Type extends ComponentType<infer Value, infer _Init> ? Value : never;

/** What may be given for a row of a component. */
export type InitOf<Type extends ComponentType> = Type extends ComponentType<infer _Value, infer Init> ? Init : never;

/** A component, and what it starts with: `[Position, { x: 1 }]`; `[Pinned]` takes all defaults. */
export type ComponentValue<Type extends ComponentType = ComponentType> = readonly [type: Type, init?: InitOf<Type>];

/** Components to give to an entity, each typed by its token: `[[Position, { x: 1 }], [Pinned]]`. */
export type ComponentList<Types extends readonly ComponentType[] = readonly ComponentType[]> = {
  readonly [K in keyof Types]: ComponentValue<Types[K]>;
};

/** A list of components for each of several entities. */
export type ComponentLists<Lists extends readonly (readonly ComponentType[])[]> = {
  readonly [K in keyof Lists]: ComponentList<Lists[K]>;
};

/** The values of several components, `undefined` where an entity lacks one. */
export type PossibleValues<Types extends readonly ComponentType[]> = {
  -readonly [K in keyof Types]: ValueOf<Types[K]> | undefined;
};

/** A component of an entity, and a copy of its value. */
export type ComponentPair = readonly [type: ComponentType, value: unknown];

/** The same components by key, as `spawn` takes them. Throws `UnknownComponent`, or `InvalidArgument` for one that comes twice. */
export function keyedComponents(list: ComponentList, registry: ComponentRegistry): Record<string, unknown> {
  const keyed: Record<string, unknown> = {};
  requireList(list, "a list of components and values");
  for (const pair of list) {
    requireList(pair, "a pair of a component and its value");
    const [type, init] = pair;
    registry.require(type);
    if (Object.hasOwn(keyed, type.key)) {
      const message = `component \`${type.name}\` is given twice`;
      throw new EcsError("InvalidArgument", message, "give each component once");
    }
    keyed[type.key] = init ?? {};
  }
  return keyed;
}
