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
