import type { BundleType } from "../bundles/bundle-type.js";
import { EcsError, type EcsErrorCode } from "../errors.js";
import { builtInEvents } from "../events/built-in-events.js";
import type { EventType } from "../events/event-queue.js";
import type { ModelType } from "../models/model-type.js";
import type { RelationType } from "../relations/relation-type.js";
import type { ResourceType } from "../resources/resource-type.js";
import type { ComponentType } from "../tables/component-type.js";
import { shownName, TokenIndex, type Token, type TokenName } from "../tables/token-index.js";
import type { WorldLayout } from "./world-options.js";

/** The tokens of a world by qualified name or id, for tools, loaders and scripts: `world.tokens.component("motion.Position")`. */
export class Tokens {
  readonly #components: TokenIndex<ComponentType>;
  readonly #relations: TokenIndex<RelationType>;
  readonly #resources: TokenIndex<ResourceType>;
  readonly #events: TokenIndex<EventType>;
  readonly #models: TokenIndex<ModelType>;
  readonly #bundles: TokenIndex<BundleType>;

  constructor(layout: WorldLayout) {
    this.#components = new TokenIndex(layout.components);
    this.#relations = new TokenIndex(layout.relations ?? []);
    this.#resources = new TokenIndex(layout.resources);
    this.#events = new TokenIndex([...layout.events, ...builtInEvents]);
    this.#models = new TokenIndex(layout.models);
    this.#bundles = new TokenIndex(layout.bundles ?? []);
  }

  /** A component. Throws `UnknownComponent`. */
  component(name: TokenName): ComponentType {
    return known(this.#components, name, "UnknownComponent", "component");
  }

  /** A relation. Throws `UnknownRelation`. */
  relation(name: TokenName): RelationType {
    return known(this.#relations, name, "UnknownRelation", "relation");
  }

  /** A component or a relation, which filters name alike. Throws `UnknownComponent`. */
  term(name: TokenName): ComponentType | RelationType {
    return this.#relations.find(name) ?? known(this.#components, name, "UnknownComponent", "component or relation");
  }

  /** A resource. Throws `UnknownResource`. */
  resource(name: TokenName): ResourceType {
    return known(this.#resources, name, "UnknownResource", "resource");
  }

  /** An event, of a schema or built in. Throws `UnknownEvent`. */
  event(name: TokenName): EventType {
    return known(this.#events, name, "UnknownEvent", "event");
  }

  /** A model. Throws `UnknownModel`. */
  model(name: TokenName): ModelType {
    return known(this.#models, name, "UnknownModel", "model");
  }

  /** A bundle or prefab. Throws `UnknownBundle`. */
  bundle(name: TokenName): BundleType {
    return known(this.#bundles, name, "UnknownBundle", "bundle or prefab");
  }
}

function known<Type extends Token>(index: TokenIndex<Type>, name: TokenName, code: EcsErrorCode, kind: string): Type {
  const type = index.find(name);
  if (type !== undefined) return type;
  const [example] = index.types;
  const like = example === undefined ? "" : `, such as \`${example.name}\``;
  throw new EcsError(
    code,
    `\`${shownName(name)}\` is no ${kind} of this world`,
    `give a qualified name or an id${like}`,
  );
}
