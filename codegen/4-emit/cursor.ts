// The cursor of a component, or of the data of a relation: typed access to the columns at a row. Structs and vectors have
// cursors of their own, which read the columns of the one around them.
//
// Fields are declared, and set in the constructor: V8 inlines such a constructor into a loop and keeps the cursor in
// registers there, which it does not do for a class whose fields have initializers.
import type { ColumnPlan, FieldPlan, GroupPlan, IndexedPlan } from "../model/field-plan.js";
import type { ColumnarPlan } from "../model/plan.js";
import { copied, initialized, isFlat, isSliced } from "./plain.js";
import {
  assignBinary,
  assignChoice,
  assignment,
  call,
  classHead,
  doc,
  guarded,
  numeral,
  object,
  quoted,
} from "./print/constructs.js";
import { code, lines, paragraphs, type Inline, type Layout } from "./print/layout.js";
import type { SourceFile } from "./print/source-file.js";
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

  /** `changed` is the column that every write stamps, if changes are tracked. */
  constructor(component: ColumnarPlan, types: Types, file: SourceFile, changed: ColumnPlan | undefined) {
    this.component = component;
    this.types = types;
    this.file = file;
    this.changed = changed;
  }

  /** The component's own cursor, then those of its parts. */
  all(): Layout[] {
    const { row } = this.component;
    return [this.root(), ...this.partsOf(row)];
  }

  private partsOf(group: GroupPlan): Layout[] {
    return group.fields.flatMap((field) => {
      if (field.place?.kind !== "part") return [];
      const constant = assignment(`const ${constantOf(field.place.cursor)}`, field.place.cursor);
      if (field.value.kind === "indexed") return [this.indexed(field.value.indexed), constant];
      return field.value.kind === "group"
        ? [this.part(field.value.group), constant, ...this.partsOf(field.value.group)]
        : [];
    });
  }

  private root(): Layout {
    const { name, row, objects } = this.component;
    const columns = this.used();
    const cursor = `${this.file.type("Cursor", "ecsgen/runtime")}<${name}, ${name}Init>`;
    return code`
/** A \`${name}\` in its table: reads and writes the columns at \`$row\`. */
export ${classHead(row.cursor, [name, cursor])}
  declare $row: number;
  ${this.changed && `declare readonly $memory: ${this.file.type("Memory", "ecsgen/runtime")};`}
  ${lines(columns.map(({ member, kind }) => `declare ${member}: ${columnType(kind, this.file)};`))}
  ${lines(objects.map(({ member, field }) => `declare ${member}: ${this.elementArray(field)};`))}
  ${lines(partMembers(row).map(({ member, cursor: part }) => `declare readonly ${member}: ${part};`))}

  ${this.rootConstructor()}

  ${this.enter()}

  ${paragraphs(this.accessors(row, "this"))}

  ${paragraphs(this.methods(row))}
}
`;
  }

  /** Its columns, but for the one that says when a row was added, which a cursor never reads or writes. */
  private used(): readonly ColumnPlan[] {
    const { columns } = this.component;
    return this.changed === undefined ? columns : [...columns.slice(0, -2), this.changed];
  }

  /** What a setter does beside writing. */
  stamp(owner: "this" | "root"): string | undefined {
    return this.changed && `${cell(this.changed, owner)} = ${owner}.$memory.tick;`;
  }

  private elementArray(field: FieldPlan): string {
    const type = this.types.field(field);
    return type.includes(" | ") ? `(${type})[]` : `${type}[]`;
  }

  private rootConstructor(): Layout {
    const { row } = this.component;
    return code`
constructor(table: ${this.file.type("Table", "ecsgen/runtime")}) {
  this.$row = 0;
  ${this.changed && "this.$memory = table.memory;"}
  this.$enter(table);
  ${lines(partMembers(row).map(({ member, cursor }) => `this.${member} = new ${constantOf(cursor)}(this);`))}
}
`;
  }

  /** The index is printed as a number: a look at the token, which stands below, would keep V8 from taking the cursor apart. */
  private enter(): Layout {
    const { objects, index } = this.component;
    const columns = this.used();
    const table = this.file.type("Table", "ecsgen/runtime");
    if (columns.length === 0 && objects.length === 0) return `$enter(_table: ${table}): void {}`;
    return code`
$enter(table: ${table}): void {
  ${columns.length === 0 ? undefined : `const first = table.firstColumn(${String(index)});`}
  ${lines(columns.map(({ member, index: place }) => `this.${member} = table.column(${plus("first", place)});`))}
  ${objects.length === 0 ? undefined : `const firstObject = table.firstObject(${String(index)});`}
  ${lines(objects.map(({ member, index: place }) => `this.${member} = table.objects(${plus("firstObject", place)});`))}
}
`;
  }

  private part(group: GroupPlan): Layout {
    const root = this.component.row.cursor;
    const parts = partMembers(group);
    return code`
/** ${group.doc.replace(/\.$/, "")}, in its table. */
${classHead(group.cursor, group.named === undefined ? [] : [group.named.value])}
  declare readonly $root: ${root};
  ${lines(parts.map(({ member, cursor }) => `declare readonly ${member}: ${cursor};`))}

  constructor(root: ${root}) {
    this.$root = root;
    ${lines(parts.map(({ member, cursor }) => `this.${member} = new ${constantOf(cursor)}(root);`))}
  }

  ${paragraphs(this.accessors(group, "root"))}

  ${paragraphs(this.methods(group))}
}
`;
  }

  private accessors(group: GroupPlan, owner: "this" | "root"): Layout[] {
    const prologue = owner === "root" ? "const root = this.$root;" : undefined;
    return group.fields.flatMap((field) => {
      if (field.place?.kind === "column") return columnAccessors(field, field.place, owner, prologue, this);
      if (field.place?.kind === "objects")
        return this.objectAccessors(field, field.place.objects.member, owner, prologue);
      return field.place?.kind === "part" ? this.partAccessors(field, field.place, owner, prologue) : [];
    });
  }

  private objectAccessors(
    field: FieldPlan,
    member: string,
    owner: "this" | "root",
    prologue: string | undefined,
  ): Layout[] {
    const type = this.types.field(field);
    const element = `${owner}.${member}[${owner}.$row]`;
    const sure = field.optional || field.value.kind === "object" ? "" : "!";
    return [
      code`
${doc(field.doc)}
get ${field.name}(): ${type} {
  ${prologue}
  return ${element}${sure};
}
`,
      code`
set ${field.name}(value: ${type}) {
  ${prologue}
  ${element} = value;
  ${this.stamp(owner)}
}
`,
    ];
  }

  private partAccessors(
    field: FieldPlan,
    place: NonNullable<FieldPlan["place"]> & { kind: "part" },
    owner: "this" | "root",
    prologue: string | undefined,
  ): Layout[] {
    const { present } = place;
    const absent = present === undefined ? "" : " | undefined";
    return [
      code`
${doc(field.doc)}
get ${field.name}(): ${place.cursor}${absent} {
  ${present === undefined ? undefined : prologue}
  return ${present === undefined ? "" : `${cell(present, owner)} === 0 ? undefined : `}this.${place.member};
}
`,
      code`
set ${field.name}(value: ${this.types.init(field.value)}${absent}) {
  ${present === undefined ? undefined : prologue}
  ${present === undefined ? undefined : `${cell(present, owner)} = value === undefined ? 0 : 1;`}
  this.${place.member}.$fill(value);
}
`,
    ];
  }

  /** The words of an enum and the values of entities, for accessors. */
  reading(field: FieldPlan, read: string): string {
    if (field.value.kind === "bool") return `${read} === 1`;
    return field.value.kind === "enum" ? `${field.value.enum.words}[${read}!]!` : `${read}!`;
  }

  /** The number that stands for a value. */
  writing(field: FieldPlan): string {
    const { value, optional } = field;
    if (value.kind === "bool") return "value ? 1 : 0";
    if (value.kind === "enum")
      return `${optional ? "value === undefined ? 0 : " : ""}${value.enum.words}.indexOf(value)`;
    if (!optional) return "value";
    if (value.kind === "entity") return `value ?? ${this.file.value("NO_ENTITY", "ecsgen/runtime")}`;
    return value.kind === "number" && numberType(value.of) === "bigint" ? "value ?? 0n" : "value ?? 0";
  }

  /** A field's type. */
  typeOf(field: FieldPlan): string {
    return this.types.field(field);
  }

  private methods(group: GroupPlan): Layout[] {
    const value = { kind: "group", group } as const;
    const [type, init] = [this.types.value(value), this.types.init(value)];
    return [
      code`
$read(): ${type} {
  return ${object(group.fields.map((field) => this.read(field)))};
}
`,
      code`
${call("$fill", [`init?: ${init}`])}: void {
  ${lines(group.fields.map((field) => [this.filled(field), ";"]))}
}
`,
      code`
${call("$assign", [`init: ${init}`])}: void {
  ${lines(group.fields.map((field) => this.assigned(field)))}
}
`,
    ];
  }

  private read(field: FieldPlan): Inline {
    const from = `this.${field.name}`;
    if (field.place?.kind === "part") {
      return field.optional ? `${field.name}: ${from}?.$read()` : `${field.name}: this.${field.place.member}.$read()`;
    }
    if (isFlat(field.value)) return `${field.name}: ${from}`;
    if (field.optional && isSliced(field.value)) return `${field.name}: ${from}?.slice()`;
    const copy = copied(field.value, from, this.file);
    return field.optional ? assignBinary(field.name, ":", from, "&&", copy) : [`${field.name}: `, copy];
  }

  private filled(field: FieldPlan): Inline {
    const target = `this.${field.name}`;
    if (field.place?.kind !== "part") return initialized(target, " =", field, "init?", this.file);
    if (!field.optional) return `this.${field.place.member}.$fill(init?.${field.name})`;
    if (field.startsAbsent) return `${target} = init?.${field.name}`;
    const start = field.value.kind === "indexed" ? "[]" : "{}";
    return assignChoice(
      target,
      " =",
      `init !== undefined && ${quoted(field.name)} in init`,
      `init.${field.name}`,
      start,
    );
  }

  private assigned(field: FieldPlan): Layout {
    const [target, given] = [`this.${field.name}`, `init.${field.name}`];
    const mayBeAbsent = field.optional || field.value.kind === "object";
    const test = mayBeAbsent ? `${quoted(field.name)} in init` : `${given} !== undefined`;
    if (field.place?.kind === "part") {
      const { member } = field.place;
      if (!field.optional) return guarded(test, `this.${member}.$assign(${given});`);
      return code`
if (${given} !== undefined && ${target} !== undefined) this.${member}.$assign(${given});
else if (${test}) ${target} = ${given};
`;
    }
    if (isFlat(field.value)) return guarded(test, `${target} = ${given};`);
    if (field.optional && isSliced(field.value)) return guarded(test, `${target} = ${given}?.slice();`);
    const copy = copied(field.value, given, this.file);
    return guarded(test, [
      field.optional ? assignBinary(target, " =", given, "&&", copy) : [`${target} = `, copy],
      ";",
    ]);
  }

  private indexed(plan: IndexedPlan): Layout {
    const type = numberType(plan.of);
    const root = this.component.row.cursor;
    const init = `${this.file.global("ArrayLike")}<${type}>`;
    const vector = `${this.file.type("IndexedVector", "ecsgen/schema")}<${type}>`;
    return code`
/** The parts of \`${plan.label}\` of \`${this.component.name}\`, in its table. */
${classHead(plan.cursor, [vector])}
  [index: number]: ${type};
  declare readonly $root: ${root};

  constructor(root: ${root}) {
    this.$root = root;
  }

  get length(): number {
    return ${String(plan.length)};
  }

  ${paragraphs(plan.columns.flatMap((column, index) => indexedAccessors(column, index, type, this)))}

  $read(): ${type}[] {
    return ${this.file.global("Array")}.from(this);
  }

  $fill(init?: ${init}): void {
    ${lines(plan.fallbacks.map((start, index) => `this[${index}] = init?.[${index}] ?? ${numeral(start)};`))}
  }

  $assign(init: ${init}): void {
    for (let index = 0; index < init.length && index < ${String(plan.length)}; index++) this[index] = init[index]!;
  }
}
`;
  }
}

function indexedAccessors(column: ColumnPlan, index: number, type: string, printer: Cursors): Layout[] {
  return [
    code`
get ${String(index)}(): ${type} {
  const root = this.$root;
  return ${cell(column, "root")}!;
}
`,
    code`
set ${String(index)}(value: ${type}) {
  const root = this.$root;
  ${cell(column, "root")} = value;
  ${printer.stamp("root")}
}
`,
  ];
}

function columnAccessors(
  field: FieldPlan,
  place: NonNullable<FieldPlan["place"]> & { kind: "column" },
  owner: "this" | "root",
  prologue: string | undefined,
  printer: Cursors,
): Layout[] {
  const { column, present } = place;
  const type = printer.typeOf(field);
  return [
    code`
${doc(field.doc)}
get ${field.name}(): ${type} {
  ${prologue}
  ${present === undefined ? undefined : `if (${cell(present, owner)} === 0) return undefined;`}
  return ${printer.reading(field, cell(column, owner))};
}
`,
    code`
set ${field.name}(value: ${type}) {
  ${prologue}
  ${present === undefined ? undefined : `${cell(present, owner)} = value === undefined ? 0 : 1;`}
  ${cell(column, owner)} = ${printer.writing(field)};
  ${printer.stamp(owner)}
}
`,
  ];
}

function partMembers(group: GroupPlan): { readonly member: string; readonly cursor: string }[] {
  return group.fields.flatMap((field) => (field.place?.kind === "part" ? [field.place] : []));
}

/** Classes can be assigned to, so V8 looks at each use whether they are there, and would not take the cursor apart. */
function constantOf(cursor: string): string {
  return `${cursor}Class`;
}

function cell(column: ColumnPlan, owner: string): string {
  return `${owner}.${column.member}[${owner}.$row]`;
}

function plus(base: string, offset: number): string {
  return offset === 0 ? base : `${base} + ${offset}`;
}
