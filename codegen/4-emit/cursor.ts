// The cursor of a component, or of the data of a relation: typed access to the columns at a row. Structs and vectors have
// cursors of their own, which read the columns of the one around them.
//
// Fields are declared, and set in the constructor: V8 inlines such a constructor into a loop and keeps the cursor in
// registers there, which it does not do for a class whose fields have initializers.
import type { ColumnPlan, FieldPlan, GroupPlan, IndexedPlan } from "../model/field-plan.js";
import type { ColumnarPlan } from "../model/plan.js";
import { Accessors } from "./cursor-accessors.js";
import { CursorMethods } from "./cursor-methods.js";
import { classHead, numeral } from "./print/constructs.js";
import type { SourceFile } from "./print/source-file.js";
import { textLine, textOfAll } from "./print/text.js";
import { numberType, type Types } from "./types.js";

const columnTypes = {
  f32: "Float32Array",
  f64: "Float64Array",
  i8: "Int8Array",
  i16: "Int16Array",
  i32: "Int32Array",
  u8: "Uint8Array",
  u16: "Uint16Array",
  u32: "Uint32Array",
  i64: "BigInt64Array",
  u64: "BigUint64Array",
} as const;

/** The type of a column. */
export function columnType(kind: ColumnPlan["kind"], file: SourceFile): string {
  return kind === "entity" ? file.type("EntityColumn", "ecsgen/runtime") : file.global(columnTypes[kind]);
}

/** Prints the cursors of one component or relation. */
export class Cursors {
  private readonly component: ColumnarPlan;
  private readonly types: Types;
  private readonly file: SourceFile;
  private readonly changed: ColumnPlan | undefined;
  private readonly accessors: Accessors;
  private readonly methods: CursorMethods;

  /** `changed` is the column that every write stamps, if changes are tracked. */
  constructor(component: ColumnarPlan, types: Types, file: SourceFile, changed: ColumnPlan | undefined) {
    this.component = component;
    this.types = types;
    this.file = file;
    this.changed = changed;
    this.accessors = new Accessors(types, file, changed);
    this.methods = new CursorMethods(types, file);
  }

  /** The component's own cursor, then those of its parts. */
  all(): string[] {
    const cursors = [this.root()];
    this.addParts(this.component.row, cursors);
    return cursors;
  }

  /** The cursors of structs and vectors, each before those of its own parts. */
  private addParts({ fields }: GroupPlan, cursors: string[]): void {
    for (const { place, value } of fields) {
      if (place?.kind !== "part") continue;
      const constant = `const ${constantOf(place.cursor)} = ${place.cursor};\n`;
      if (value.kind === "indexed") cursors.push(this.indexed(value.indexed), constant);
      if (value.kind !== "group") continue;
      cursors.push(this.part(value.group), constant);
      this.addParts(value.group, cursors);
    }
  }

  private root(): string {
    const { name, row, objects } = this.component;
    const cursor = `${this.file.type("Cursor", "ecsgen/runtime")}<${name}, ${name}Init>`;
    const head = textLine("", ["export ", classHead(row.cursor, [name, cursor])]);
    const memory = this.changed && `  declare readonly $memory: ${this.file.type("Memory", "ecsgen/runtime")};\n`;
    const columns = textOfAll(
      this.used(),
      ({ member, kind }) => `  declare ${member}: ${columnType(kind, this.file)};\n`,
    );
    const others = textOfAll(objects, ({ member, field }) => `  declare ${member}: ${this.elementArray(field)};\n`);
    const parts = partsOf(row);
    return `/** A \`${name}\` in its table: reads and writes the columns at \`$row\`. */
${head}  declare $row: number;
${memory ?? ""}${columns}${others}${declared(parts)}
${this.rootConstructor(parts)}
${this.enter()}${this.accessors.of(row, "this")}${this.methods.of(row)}}
`;
  }

  /** Its columns, but for the one that says when a row was added, which a cursor never reads or writes. */
  private used(): readonly ColumnPlan[] {
    const { columns } = this.component;
    return this.changed === undefined ? columns : [...columns.slice(0, -2), this.changed];
  }

  private elementArray(field: FieldPlan): string {
    const type = this.types.field(field);
    return type.includes(" | ") ? `(${type})[]` : `${type}[]`;
  }

  private rootConstructor(parts: readonly PartMember[]): string {
    const memory = this.changed && "    this.$memory = table.memory;\n";
    return `  constructor(table: ${this.file.type("Table", "ecsgen/runtime")}) {
    this.$row = 0;
${memory ?? ""}    this.$enter(table);
${started(parts, "this")}  }
`;
  }

  /** The index is printed as a number: a look at the token, which stands below, would keep V8 from taking the cursor apart. */
  private enter(): string {
    const { objects, index } = this.component;
    const columns = this.used();
    const table = this.file.type("Table", "ecsgen/runtime");
    if (columns.length === 0 && objects.length === 0) return `  $enter(_table: ${table}): void {}\n`;
    const first = columns.length > 0 && `    const first = table.firstColumn(${index});\n`;
    const firstObject = objects.length > 0 && `    const firstObject = table.firstObject(${index});\n`;
    const found = textOfAll(columns, (at) => `    this.${at.member} = table.column(${plus("first", at.index)});\n`);
    const others = textOfAll(
      objects,
      (at) => `    this.${at.member} = table.objects(${plus("firstObject", at.index)});\n`,
    );
    return `  $enter(table: ${table}): void {
${first || ""}${found}${firstObject || ""}${others}  }
`;
  }

  private part(group: GroupPlan): string {
    const root = this.component.row.cursor;
    const parts = partsOf(group);
    const head = textLine("", classHead(group.cursor, group.named === undefined ? [] : [group.named.value]));
    const doc = group.doc.endsWith(".") ? group.doc.slice(0, -1) : group.doc;
    return `/** ${doc}, in its table. */
${head}  declare readonly $root: ${root};
${declared(parts)}
  constructor(root: ${root}) {
    this.$root = root;
${started(parts, "root")}  }
${this.accessors.of(group, "root")}${this.methods.of(group)}}
`;
  }

  private indexed({ of, length, label, cursor, columns, fallbacks }: IndexedPlan): string {
    const type = numberType(of);
    const root = this.component.row.cursor;
    const init = `${this.file.global("ArrayLike")}<${type}>`;
    const head = textLine("", classHead(cursor, [`${this.file.type("IndexedVector", "ecsgen/schema")}<${type}>`]));
    const accessors = columns.map((column, index) => this.accessors.ofPart(column, index, type));
    const starts = fallbacks.map((start, index) => `    this[${index}] = init?.[${index}] ?? ${numeral(start)};\n`);
    return `/** The parts of \`${label}\` of \`${this.component.name}\`, in its table. */
${head}  [index: number]: ${type};
  declare readonly $root: ${root};

  constructor(root: ${root}) {
    this.$root = root;
  }

  get length(): number {
    return ${length};
  }
${accessors.join("")}
  $read(): ${type}[] {
    return ${this.file.global("Array")}.from(this);
  }

  $fill(init?: ${init}): void {
${starts.join("")}  }

  $assign(init: ${init}): void {
    for (let index = 0; index < init.length && index < ${length}; index++) this[index] = init[index]!;
  }
}
`;
  }
}

/** The members that are cursors of parts. */
function declared(parts: readonly PartMember[]): string {
  return textOfAll(parts, ({ member, cursor }) => `  declare readonly ${member}: ${cursor};\n`);
}

/** What a constructor does for them. */
function started(parts: readonly PartMember[], root: string): string {
  return textOfAll(parts, ({ member, cursor }) => `    this.${member} = new ${constantOf(cursor)}(${root});\n`);
}

interface PartMember {
  readonly member: string;
  readonly cursor: string;
}

function partsOf({ fields }: GroupPlan): PartMember[] {
  const parts: PartMember[] = [];
  for (const { place } of fields) if (place?.kind === "part") parts.push(place);
  return parts;
}

/** Classes can be assigned to, so V8 looks at each use whether they are there, and would not take the cursor apart. */
function constantOf(cursor: string): string {
  return `${cursor}Class`;
}

function plus(base: string, offset: number): string {
  return offset === 0 ? base : `${base} + ${offset}`;
}
