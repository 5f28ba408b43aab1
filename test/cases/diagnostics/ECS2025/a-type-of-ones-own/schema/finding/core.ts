import { core, view, type ComponentType, type Entity, type World } from "ecsgen/schema";

export interface Comparison {
  by: "name" | "age";
}
export interface Finding {
  find<Value>(world: World, component: ComponentType<Value>, by: Comparison): Entity | undefined;
}
export const finding = core({ features: { finding: view<Finding>() } });
