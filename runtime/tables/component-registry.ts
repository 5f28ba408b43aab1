import { EcsError } from "../errors.js";
import { shownToken } from "../given.js";
import type { Column } from "../memory/column-kind.js";
import type { ComponentType, Cursor } from "./component-type.js";
import type { Table } from "./table.js";

const mostComponents = 32_767;

/** The components of a layout, and for each one cursor, for access that is not in a loop. */
export class ComponentRegistry {
  readonly types: readonly ComponentType[];
  readonly #byKey = new Map<string, ComponentType>();
  readonly #cursors: (Cursor<unknown, unknown> | undefined)[];
  /** By component: the views of the table that its cursor is in, as they were then. */
  readonly #entered: (readonly Column[] | undefined)[];

  /** Throws `InvalidLayout` when indices are not dense or keys clash. */
  constructor(types: readonly ComponentType[]) {
    if (types.length > mostComponents) {
      const message = `the layout has ${types.length} components, and tables tell ${mostComponents} apart`;
      throw new EcsError("InvalidLayout", message, "split the app into several worlds");
    }
    for (const [index, type] of types.entries()) this.#register(type, index);
    this.types = types;
    this.#cursors = types.map(() => undefined);
    this.#entered = types.map(() => undefined);
  }

  /** Throws `UnknownComponent` when a token is not of this layout. */
  require(type: ComponentType): void {
    if (this.types[type?.index] !== type || type === undefined) throw unknown(type);
  }

  /** The component of a key in `spawn`. Throws `UnknownComponent`. */
  byKey(key: string): ComponentType {
    const type = this.#byKey.get(key);
    if (type !== undefined) return type;
    const known = [...this.#byKey.keys()].join("`, `");
    const message = `\`${key}\` is not a component of this world`;
    throw new EcsError("UnknownComponent", message, `use one of \`${known}\``);
  }

  /**
   * The cursor of a component in a table, to be used up before anything else runs.
   * The one place where it gets its type back: it was made by this token's own constructor.
   */
  cursor<Value, Init>(type: ComponentType<Value, Init>, table: Table): Cursor<Value, Init> {
    if (this.#entered[type.index] !== table.views) this.#enter(type, table);
    return this.#cursors[type.index] as Cursor<Value, Init>;
  }

  #enter(type: ComponentType, table: Table): void {
    const known = this.#cursors[type.index];
    if (known === undefined) this.#cursors[type.index] = new type.cursor(table);
    else known.$enter(table);
    this.#entered[type.index] = table.views;
  }

  #register(type: ComponentType, index: number): void {
    if (type.index !== index) {
      const message = `component \`${type.name}\` says its index is ${type.index}, and stands at ${index} in the layout`;
      throw new EcsError("InvalidLayout", message, "list the components in dense order, each once");
    }
    if (this.#byKey.has(type.key)) {
      const message = `two components of the layout have the key \`${type.key}\``;
      throw new EcsError("InvalidLayout", message, "rename one of them");
    }
    this.#byKey.set(type.key, type);
  }
}

function unknown(type: ComponentType): EcsError {
  const message = `component \`${shownToken(type)}\` is not part of this world`;
  return new EcsError("UnknownComponent", message, "use the tokens that were generated together with the world");
}
