/**
 * The types of `ecsgen/schema` that functions of Views may name. Each is exported by `ecsgen/runtime` as well, from where
 * generated files take it.
 */
export const vocabularyTypes: ReadonlySet<string> = new Set([
  "Commands",
  "ComponentList",
  "ComponentType",
  "ComponentValue",
  "Entity",
  "EventReader",
  "EventType",
  "EventWriter",
  "Filter",
  "InitOf",
  "ModelId",
  "ModelPool",
  "Query",
  "ResourceType",
  "ValueOf",
  "World",
]);
