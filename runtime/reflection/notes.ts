import type { EventType } from "../events/event-queue.js";
import type { ModelType } from "../models/model-type.js";
import type { RelationType } from "../relations/relation-type.js";
import type { ResourceType } from "../resources/resource-type.js";
import type { ComponentType } from "../tables/component-type.js";

/** The token of anything that has fields. */
export type DeclaredType = ComponentType | RelationType | ResourceType | EventType | ModelType;

/** What a schema says of a declaration beside what its token says. Generated; `Reflection` puts the two together. */
export interface DeclarationNotes {
  readonly type: DeclaredType;
  readonly doc: string;
  readonly fields?: NotesByField;
}

/** By name, those of which something is said. */
export type NotesByField = { readonly [name: string]: FieldNotes };

/** What is said of a value, wherever it stands. */
export interface ValueNotes {
  /** Its named parts are those of a vector, not of a struct. */
  readonly vector?: true;
  /** Of a struct or a vector. */
  readonly fields?: NotesByField;
  /** Of a union, by kind. */
  readonly shapes?: { readonly [kind: string]: NotesByField };
  /** Of a list or a map. */
  readonly item?: ValueNotes;
}

/** What is said of a field. */
export interface FieldNotes extends ValueNotes {
  readonly doc?: string;
  readonly unit?: string;
  /** The least and the greatest value. */
  readonly range?: readonly [number | bigint, number | bigint];
  /** When it starts otherwise than its type, or than its parts. What it does not say is as its type says. */
  readonly default?: unknown;
}
