import type { Contract, Field } from "../../../codegen/model/contract.js";

/** How a set of schemas is made up. */
export interface FieldCounts {
  readonly components: number;
  readonly fields: number;
  readonly optional: number;
  readonly structsAndEnums: number;
  readonly lists: number;
  readonly unions: number;
}

/** Counts the components of a contract and their fields, those inside structs left out. */
export function countFields({ components }: Contract): FieldCounts {
  const fields = components.flatMap((component) => component.fields);
  const count = (counts: (field: Field) => boolean): number => fields.filter(counts).length;
  return {
    components: components.length,
    fields: fields.length,
    optional: count(({ optional }) => optional),
    structsAndEnums: count(({ type }) => type.kind === "struct" || type.kind === "enum"),
    lists: count(({ type }) => type.kind === "list"),
    unions: count(({ type }) => type.kind === "union"),
  };
}
