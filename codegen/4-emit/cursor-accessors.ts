// What a cursor has for each field: how it is read and written in the columns at the row.
import type { ColumnPlan, FieldPlan, GroupPlan, PlacePlan } from "../model/field-plan.js";
import type { SourceFile } from "./print/source-file.js";
import { docLines, textOfAll } from "./print/text.js";
import { numberType, type Types } from "./types.js";

/** Who has the columns: the cursor itself, or the one that it is a part of. */
type Owner = "this" | "root";

type PlaceOf<Kind extends PlacePlan["kind"]> = PlacePlan & { readonly kind: Kind };

/** How an accessor of a part begins. */
const toRoot = "    const root = this.$root;\n";

/** Prints the accessors of the cursors of one component or relation. */
export class Accessors {
  private readonly types: Types;
  private readonly file: SourceFile;
  private readonly changed: ColumnPlan | undefined;

  /** `changed` is the column that every write stamps, if changes are tracked. */
  constructor(types: Types, file: SourceFile, changed: ColumnPlan | undefined) {
    this.types = types;
    this.file = file;
    this.changed = changed;
  }

  /** For each field its getter and its setter, each behind a blank line. */
  of({ fields }: GroupPlan, owner: Owner): string {
    return textOfAll(fields, (field) => {
      switch (field.place?.kind) {
        case "column":
          return this.ofColumn(field, field.place, owner);
        case "objects":
          return this.ofObjects(field, field.place, owner);
        case "part":
          return this.ofCursor(field, field.place, owner);
        case undefined:
          return "";
      }
    });
  }

  /** A part of a vector with indexed parts. */
  ofPart(column: ColumnPlan, index: number, type: string): string {
    const at = cell(column, "root");
    return `
  get ${index}(): ${type} {
${toRoot}    return ${at}!;
  }

  set ${index}(value: ${type}) {
${toRoot}    ${at} = value;
${this.stamp("root")}  }
`;
  }

  private ofColumn(field: FieldPlan, { column, present }: PlaceOf<"column">, owner: Owner): string {
    const type = this.types.field(field);
    const at = cell(column, owner);
    const start = owner === "root" ? toRoot : "";
    const absent = present && `    if (${cell(present, owner)} === 0) return undefined;\n`;
    return `
${docLines("  ", field.doc)}  get ${field.name}(): ${type} {
${start}${absent ?? ""}    return ${reading(field, at)};
  }

  set ${field.name}(value: ${type}) {
${start}${marked(present, owner)}    ${at} = ${this.writing(field)};
${this.stamp(owner)}  }
`;
  }

  private ofObjects(field: FieldPlan, { objects }: PlaceOf<"objects">, owner: Owner): string {
    const type = this.types.field(field);
    const at = `${owner}.${objects.member}[${owner}.$row]`;
    const sure = field.optional || field.value.kind === "object" ? "" : "!";
    const start = owner === "root" ? toRoot : "";
    return `
${docLines("  ", field.doc)}  get ${field.name}(): ${type} {
${start}    return ${at}${sure};
  }

  set ${field.name}(value: ${type}) {
${start}    ${at} = value;
${this.stamp(owner)}  }
`;
  }

  private ofCursor(field: FieldPlan, { cursor, member, present }: PlaceOf<"part">, owner: Owner): string {
    const start = owner === "root" && present !== undefined ? toRoot : "";
    const absent = present === undefined ? "" : " | undefined";
    const test = present === undefined ? "" : `${cell(present, owner)} === 0 ? undefined : `;
    return `
${docLines("  ", field.doc)}  get ${field.name}(): ${cursor}${absent} {
${start}    return ${test}this.${member};
  }

  set ${field.name}(value: ${this.types.init(field.value)}${absent}) {
${start}${marked(present, owner)}    this.${member}.$fill(value);
  }
`;
  }

  /** What a setter does beside writing. */
  private stamp(owner: Owner): string {
    return this.changed === undefined ? "" : `    ${cell(this.changed, owner)} = ${owner}.$memory.tick;\n`;
  }

  /** The number that stands for a value. */
  private writing({ value, optional }: FieldPlan): string {
    if (value.kind === "bool") return "value ? 1 : 0";
    if (value.kind === "enum")
      return `${optional ? "value === undefined ? 0 : " : ""}${value.enum.words}.indexOf(value)`;
    if (!optional) return "value";
    if (value.kind === "entity") return `value ?? ${this.file.value("NO_ENTITY", "ecsgen/runtime")}`;
    return value.kind === "number" && numberType(value.of) === "bigint" ? "value ?? 0n" : "value ?? 0";
  }
}

/** The value that a number stands for: words of enums, and numbers themselves. */
function reading({ value }: FieldPlan, at: string): string {
  if (value.kind === "bool") return `${at} === 1`;
  return value.kind === "enum" ? `${value.enum.words}[${at}!]!` : `${at}!`;
}

/** Says whether the value of a field is there. */
function marked(present: ColumnPlan | undefined, owner: Owner): string {
  return present === undefined ? "" : `    ${cell(present, owner)} = value === undefined ? 0 : 1;\n`;
}

function cell({ member }: ColumnPlan, owner: Owner): string {
  return owner === "this" ? `this.${member}[this.$row]` : `root.${member}[root.$row]`;
}
