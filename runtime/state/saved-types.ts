import type { ModelType } from "../models/model-type.js";
import type { RelationType } from "../relations/relation-type.js";
import type { ResourceType } from "../resources/resource-type.js";
import type { ComponentType } from "../tables/component-type.js";
import type { ByteReader, ByteWriter } from "./bytes.js";
import type { WorldParts } from "./parts.js";
import { corrupt, incompatible, notInWorld } from "./save-errors.js";

/** A token whose values are saved. */
export type SavedType = ComponentType | RelationType | ResourceType | ModelType;

/** All tokens of a layout whose values are saved. */
function savedTypes(parts: WorldParts): SavedType[] {
  const relations = parts.edges.all.map(({ type }) => type);
  return [...parts.storage.registry.types, ...relations, ...parts.resources.types, ...parts.models.types];
}

/** The types of a save that are written, and the number of each. */
export class TypeNumbers {
  readonly #numbers = new Map<SavedType, number>();

  /** The number of a type, from its first use on. */
  of(type: SavedType): number {
    const number = this.#numbers.get(type) ?? this.#numbers.size;
    this.#numbers.set(type, number);
    return number;
  }

  /** Writes of each number what it stands for. */
  write(writer: ByteWriter): void {
    writer.count(this.#numbers.size);
    for (const { name, id, stateVersion } of this.#numbers.keys()) {
      writer.u64(id);
      writer.u64(stateVersion);
      writer.text(name);
    }
  }
}

/** A type as a save names it. */
interface NamedType {
  readonly id: bigint;
  readonly stateVersion: bigint;
  readonly name: string;
}

/** The types of a save that is read, found in the layout when they are needed. */
export class NumberedTypes {
  readonly #named: readonly NamedType[];
  readonly #known: ReadonlyMap<bigint, SavedType>;

  constructor(reader: ByteReader, parts: WorldParts) {
    const length = reader.count(18);
    this.#named = Array.from({ length }, () => ({ id: reader.u64(), stateVersion: reader.u64(), name: reader.text() }));
    this.#known = new Map(savedTypes(parts).map((type) => [type.id, type]));
    reader.end();
  }

  /** Whether a type is in the layout, as it was when it was saved. */
  has(number: number): boolean {
    const named = this.#nameOf(number);
    return this.#known.get(named.id)?.stateVersion === named.stateVersion;
  }

  /** The type of the layout. Throws `SaveIncompatible` when there is none, or its fields are others. */
  get<Kind extends SavedType["kind"]>(number: number, kind: Kind): SavedType & { readonly kind: Kind } {
    const named = this.#nameOf(number);
    const type = this.#known.get(named.id);
    if (type === undefined) throw notInWorld(`\`${named.name}\`, of which the save has values,`, named.name);
    if (!isKind(type, kind)) throw corrupt(`\`${type.name}\` is taken for a ${kind}`);
    if (type.stateVersion === named.stateVersion) return type;
    const message = `the fields of \`${type.name}\` are not those that were saved: state version ${hex(named.stateVersion)} in the save, ${hex(type.stateVersion)} here`;
    throw incompatible(message, "load it with the app that made it, save it as `json`, and load that here");
  }

  #nameOf(number: number): NamedType {
    const named: NamedType | undefined = this.#named[number];
    if (named === undefined) throw corrupt(`type ${number} is not said`);
    return named;
  }
}

function isKind<Kind extends SavedType["kind"]>(
  type: SavedType,
  kind: Kind,
): type is SavedType & { readonly kind: Kind } {
  return type.kind === kind;
}

function hex(version: bigint): string {
  return version.toString(16).padStart(16, "0");
}
