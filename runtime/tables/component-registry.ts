import { EcsError } from "../errors.js";
import { shownToken } from "../given.js";
import type { ComponentType } from "./component-type.js";

const mostComponents = 32_767;

/** The components of a layout. */
export class ComponentRegistry {
  readonly types: readonly ComponentType[];
  private readonly typeByKey = new Map<string, ComponentType>();

  /** Throws `InvalidLayout` when indices are not dense or keys clash. */
  constructor(types: readonly ComponentType[]) {
    if (types.length > mostComponents) {
      const message = `the layout has ${types.length} components, and tables tell ${mostComponents} apart`;
      throw new EcsError("InvalidLayout", message, "split the app into several worlds");
    }
    for (const [index, type] of types.entries()) this.register(type, index);
    this.types = types;
  }

  /** Whether a token is of this layout. */
  has(type: ComponentType): boolean {
    return this.types[type?.index] === type && type !== undefined;
  }

  /** Throws `UnknownComponent` when a token is not of this layout. */
  require(type: ComponentType): void {
    if (!this.has(type)) throw unknown(type);
  }

  /** The component of a key in `spawn`. Throws `UnknownComponent`. */
  byKey(key: string): ComponentType {
    const type = this.typeByKey.get(key);
    if (type !== undefined) return type;
    const known = [...this.typeByKey.keys()].join("`, `");
    const message = `\`${key}\` is not a component of this world`;
    throw new EcsError("UnknownComponent", message, `use one of \`${known}\``);
  }

  private register(type: ComponentType, index: number): void {
    if (type.index !== index) {
      const message = `component \`${type.name}\` says its index is ${type.index}, and stands at ${index} in the layout`;
      throw new EcsError("InvalidLayout", message, "list the components in dense order, each once");
    }
    if (this.typeByKey.has(type.key)) {
      const message = `two components of the layout have the key \`${type.key}\``;
      throw new EcsError("InvalidLayout", message, "rename one of them");
    }
    this.typeByKey.set(type.key, type);
  }
}

function unknown(type: ComponentType): EcsError {
  const message = `component \`${shownToken(type)}\` is not part of this world`;
  return new EcsError("UnknownComponent", message, "use the tokens that were generated together with the world");
}
