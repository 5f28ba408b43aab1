// Lays out the fields of a declaration: what is a column, what is an array beside the table, what is a part with a
// cursor of its own, and what everything is called.
import type { Field, FieldType } from "../model/contract.js";
import type {
  ColumnKind,
  ColumnPlan,
  CopyPlan,
  DefaultPlan,
  EnumPlan,
  Fallback,
  FieldPlan,
  GroupPlan,
  IndexedPlan,
  ObjectsPlan,
  PlacePlan,
  TypePath,
  TypeStep,
  UnionPlan,
  ValuePlan,
} from "../model/field-plan.js";
import type { Literal } from "../model/raw.js";
import { fieldDocs, toldDefault } from "./docs.js";
import { Scope, camel, pascal } from "./names.js";

/** A declaration's fields, and all that they name. */
export interface RowPlan {
  readonly row: GroupPlan;
  readonly columns: readonly ColumnPlan[];
  readonly objects: readonly ObjectsPlan[];
  readonly enums: readonly EnumPlan[];
  readonly groups: readonly GroupPlan[];
  readonly unions: readonly UnionPlan[];
  readonly copies: readonly CopyPlan[];
  readonly defaults: readonly DefaultPlan[];
  readonly hasHostObjects: boolean;
}

/** What is known of the place where a field stands. */
interface Spot {
  readonly around: Spot | undefined;
  /** The step from there to here; undefined for the row itself. */
  readonly step: TypeStep | undefined;
  /** The names of all steps as one: `spinAxis`. */
  readonly joined: string;
  /** In a component, outside of lists, maps and unions. */
  readonly inColumns: boolean;
}

/** The longest part of a line that a member's name may fill; longer ones are numbered instead. */
const longestMember = 32;
/** How much of a line the type of a vector and the name of its field may fill; longer ones get a type with a name. */
const longestInPlace = 94;
/** The same for the type of an item of a list or a map. */
const longestItem = 50;

/** Lays out a declaration's fields. `columnar` for components, whose plain fields are columns. */
export function planRow(name: string, doc: string, fields: readonly Field[], columnar: boolean): RowPlan {
  return new RowPlanner(name, columnar).plan(doc, fields);
}

/** Collects what the fields of one declaration need, in their order. */
class RowPlanner {
  private readonly name: string;
  private readonly columnar: boolean;
  private readonly names: Scope;
  private readonly members = new Scope();
  private readonly checks = new Scope();
  private readonly columns: ColumnPlan[] = [];
  private readonly objects: ObjectsPlan[] = [];
  private readonly enums: EnumPlan[] = [];
  private readonly groups: GroupPlan[] = [];
  private readonly unions: UnionPlan[] = [];
  private readonly copies: CopyPlan[] = [];
  private readonly defaults: DefaultPlan[] = [];
  private hasHostObjects = false;

  constructor(name: string, columnar: boolean) {
    this.name = name;
    this.columnar = columnar;
    this.names = new Scope([name, `${name}Init`, `${name}Cursor`, `create${name}`]);
  }

  plan(doc: string, fields: readonly Field[]): RowPlan {
    const row: GroupPlan = {
      label: "",
      doc,
      named: { value: this.name, init: `${this.name}Init` },
      cursor: `${this.name}Cursor`,
      create: this.columnar ? undefined : `create${this.name}`,
      kind: undefined,
      check: "",
      fields: this.fields(fields, undefined, {
        around: undefined,
        step: undefined,
        joined: "",
        inColumns: this.columnar,
      }),
      part: false,
      vector: false,
    };
    const { columns, objects, enums, groups, unions, copies, defaults, hasHostObjects } = this;
    return { row, columns, objects, enums, groups, unions, copies, defaults, hasHostObjects };
  }

  private fields(fields: readonly Field[], given: Literal, around: Spot): FieldPlan[] {
    return fields.map((field) =>
      this.field(given === undefined ? field : withDefault(field, defaultWithin(given, field)), around),
    );
  }

  private field(field: Field, around: Spot): FieldPlan {
    const { name, optional } = field;
    const columnar = around.inColumns && plainKinds.has(field.type.kind);
    const spot = spotIn(around, { kind: "field", name, optional }, columnar);
    const present = columnar && optional ? this.column("u8", spot.joined, "Present") : undefined;
    const value = this.value(field.type, field.default, spot);
    const told = toldDefault(field);
    const { doc, initDoc } = fieldDocs(field, told);
    const plan: FieldPlan = {
      name,
      doc,
      initDoc,
      said: { doc: field.doc, unit: field.unit, default: saidDefault(field, value, told) },
      optional,
      value,
      fallback: this.fallback(field, value, spot),
      startsAbsent: optional && field.default === undefined,
      place: columnar ? this.plainPlace(value, spot, present) : around.inColumns ? this.objectsPlace(spot) : undefined,
      range: field.range,
    };
    if (plan.place?.kind === "objects") {
      this.objects.push({ index: this.objects.length, member: plan.place.objects.member, field: plan });
    }
    return plan;
  }

  private plainPlace(value: ValuePlan, { joined }: Spot, present: ColumnPlan | undefined): PlacePlan {
    if (value.kind === "group")
      return { kind: "part", member: this.member(joined, "Cursor"), cursor: value.group.cursor, present };
    if (value.kind === "indexed")
      return { kind: "part", member: this.member(joined, "Cursor"), cursor: value.indexed.cursor, present };
    return { kind: "column", column: this.column(columnKind(value), joined, "Column"), present };
  }

  private objectsPlace({ joined }: Spot): PlacePlan {
    return { kind: "objects", objects: { member: this.member(joined, "Objects") } };
  }

  private column(kind: ColumnKind, name: string, suffix: string): ColumnPlan {
    const column = { index: this.columns.length, kind, member: this.member(name, suffix) };
    this.columns.push(column);
    return column;
  }

  private member(name: string, suffix: string): string {
    return this.members.take(name.length > longestMember ? `$${suffix.toLowerCase()}` : `$${name}${suffix}`);
  }

  private value(type: FieldType, given: Literal, spot: Spot): ValuePlan {
    switch (type.kind) {
      case "number":
      case "bool":
      case "entity":
      case "string":
      case "bytes":
        return type;
      case "object":
        this.hasHostObjects = true;
        return { kind: "object", path: pathTo(spot) };
      case "enum":
        return { kind: "enum", enum: this.enum(type.words, spot) };
      case "vector":
        return type.indexed
          ? { kind: "indexed", indexed: this.indexed(type, given, spot) }
          : { kind: "group", group: this.vector(type, given, spot) };
      case "struct":
        return { kind: "group", group: this.struct(type.fields, given, spot) };
      case "list":
      case "map":
        return this.collection(type, spot);
      case "union":
        return { kind: "union", union: this.union(type, spot) };
    }
  }

  private enum(values: readonly string[], spot: Spot): EnumPlan {
    const type = this.typeName(spot);
    const words = this.names.take(`${camel(type)}Words`);
    const plan = { type, words, values, doc: `What \`${labelOf(spot)}\` of \`${this.name}\` can be.` };
    this.enums.push(plan);
    return plan;
  }

  private struct(fields: readonly Field[], given: Literal, spot: Spot): GroupPlan {
    const value = this.typeName(spot);
    const at = this.groups.length;
    const create = spot.inColumns ? undefined : this.names.take(`create${value}`, "Part");
    const named = { value, init: this.names.take(`${value}Init`, "Part") };
    const plan = this.group(value, spot, named, create, () => this.fields(fields, given, spot));
    this.groups.splice(at, 0, plan);
    return plan;
  }

  private vector(type: FieldType & { kind: "vector" }, given: Literal, spot: Spot): GroupPlan {
    const fields = type.parts.map((part) => numberField(part, type.of, startOfPart(type, given, part)));
    if (!isWrittenInPlace(type, spot)) return { ...this.struct(fields, given, spot), vector: true };
    const plan = this.group(this.typeName(spot), spot, undefined, undefined, () => this.fields(fields, given, spot));
    this.groups.push(plan);
    return { ...plan, vector: true };
  }

  private group(
    name: string,
    spot: Spot,
    named: GroupPlan["named"],
    create: string | undefined,
    fields: () => FieldPlan[],
  ): GroupPlan {
    const label = labelOf(spot);
    return {
      label,
      doc: `\`${label}\` of \`${this.name}\`.`,
      named,
      cursor: this.names.take(`${name}Cursor`, "Part"),
      create,
      kind: undefined,
      check: this.checks.take(`${spot.joined}Check`),
      fields: fields(),
      part: spot.inColumns,
      vector: false,
    };
  }

  private indexed(type: FieldType & { kind: "vector" }, given: Literal, spot: Spot): IndexedPlan {
    const { length } = type.parts;
    return {
      of: type.of,
      length,
      label: labelOf(spot),
      fallbacks: type.parts.map((part) => startOfPart(type, given, part)),
      cursor: spot.inColumns ? this.names.take(`${this.typeName(spot)}Cursor`, "Part") : "",
      columns: spot.inColumns
        ? type.parts.map((part) => this.column(type.of, spot.joined + pascal(part), "Column"))
        : [],
    };
  }

  private collection(type: FieldType & { kind: "list" | "map" }, spot: Spot): ValuePlan {
    const step = type.kind === "list" ? "item" : "entry";
    const of = this.value(type.of, undefined, spotIn(spot, { kind: step }, false));
    const copied = isFlat(of) ? undefined : this.names.take(`copy${this.typeName(spot)}`);
    const value: ValuePlan = { kind: type.kind, of, copy: copied };
    if (copied !== undefined) this.copies.push({ name: copied, value });
    return value;
  }

  private union(type: FieldType & { kind: "union" }, spot: Spot): UnionPlan {
    const name = this.typeName(spot);
    const plan: UnionPlan = {
      type: name,
      init: this.names.take(`${name}Init`, "Field"),
      create: this.names.take(`create${name}`, "Field"),
      check: this.checks.take(`${spot.joined}Check`),
      doc: `What \`${labelOf(spot)}\` of \`${this.name}\` can be.`,
      shapes: type.shapes.map(({ kind, fields }) => this.shape(kind, fields, spot)),
    };
    this.unions.push(plan);
    return plan;
  }

  private shape(kind: string, fields: readonly Field[], around: Spot): GroupPlan {
    const spot = spotIn(around, { kind: "shape", name: kind }, false);
    const value = this.typeName(spot);
    const init = fields.length === 0 ? value : this.names.take(`${value}Init`, "Shape");
    const group = this.group(value, spot, { value, init }, undefined, () => this.fields(fields, undefined, spot));
    return { ...group, doc: `\`${labelOf(around)}\` of \`${this.name}\`, as \`${kind}\`.`, kind };
  }

  private fallback(field: Field, value: ValuePlan, spot: Spot): Fallback | undefined {
    if (value.kind === "entity" && !field.optional) return { kind: "no-entity" };
    if (value.kind === "group" || value.kind === "indexed" || field.default === undefined) return undefined;
    if (typeof field.default !== "object") {
      if (value.kind !== "union") return { kind: "scalar", value: field.default };
    } else if (value.kind !== "union" && Object.keys(field.default).length === 0) return undefined;
    const name = this.names.take(`${camel(this.name)}${pascal(spot.joined)}Default`);
    this.defaults.push({ name, value, literal: field.default });
    return { kind: "constant", name };
  }

  private typeName({ joined }: Spot): string {
    return this.names.take(this.name + pascal(joined), "Field");
  }
}

/** The place that a step leads to. */
function spotIn(around: Spot, step: TypeStep, inColumns: boolean): Spot {
  const name = nameOf(step);
  return { around, step, joined: around.step === undefined ? name : around.joined + pascal(name), inColumns };
}

function nameOf(step: TypeStep): string {
  return step.kind === "item" || step.kind === "entry" ? step.kind : step.name;
}

/** The steps from the row to a place. */
function pathTo({ around, step }: Spot): TypePath {
  return around === undefined || step === undefined ? [] : [...pathTo(around), step];
}

/** `spin.axis`. */
function labelOf(spot: Spot): string {
  return pathTo(spot).map(nameOf).join(".");
}

/** Whether the type of a vector is short enough to be repeated wherever it is used. */
function isWrittenInPlace(type: FieldType & { kind: "vector" }, spot: Spot): boolean {
  const number = type.of === "i64" || type.of === "u64" ? "bigint" : "number";
  const init = `{ ${type.parts.map((part) => `${part}?: ${number} | undefined`).join("; ")} }`;
  const { step } = spot;
  return step?.kind === "field" ? init.length + step.name.length <= longestInPlace : init.length <= longestItem;
}

/** Of fields that are plain columns, or have parts that are. */
const plainKinds: ReadonlySet<FieldType["kind"]> = new Set(["number", "bool", "entity", "enum", "vector", "struct"]);

/** Whether copying a value is taking it. */
function isFlat(value: ValuePlan): boolean {
  return ["number", "bool", "entity", "string", "enum", "object"].includes(value.kind);
}

function columnKind(value: ValuePlan): ColumnKind {
  if (value.kind === "number") return value.of;
  if (value.kind === "entity") return "entity";
  return value.kind === "enum" && value.enum.values.length > 256 ? "u16" : "u8";
}

function numberField(name: string, of: Parameters<typeof zero>[0], start: number | bigint): Field {
  const type = { kind: "number", of } as const;
  return { default: start, doc: "", name, optional: false, range: undefined, type, unit: undefined };
}

function withDefault(field: Field, start: Literal): Field {
  return start === field.default ? field : { ...field, default: start };
}

function zero(of: "i64" | "u64" | (FieldType & { kind: "number" })["of"]): number | bigint {
  return of === "i64" || of === "u64" ? 0n : 0;
}

/** What must be said for a field to start as it does, of what is told of it; its parts say what they start with themselves. */
function saidDefault(field: Field, value: ValuePlan, told: Literal): Literal {
  if (value.kind === "group" && !field.optional) return undefined;
  return value.kind === "indexed" && field.default !== undefined ? value.indexed.fallbacks : told;
}

/** The default of a field inside a struct: what the struct's own default says comes before what the field says. */
function defaultWithin(given: Literal, field: Field): Literal {
  if (typeof given !== "object" || Array.isArray(given) || !(field.name in given)) return field.default;
  return Object.entries(given).find(([name]) => name === field.name)?.[1];
}

function startOfPart(type: FieldType & { kind: "vector" }, given: Literal, part: string): number | bigint {
  const said: unknown = typeof given === "object" && Object.entries(given).find(([name]) => name === part)?.[1];
  if (typeof said === "number" || typeof said === "bigint") return said;
  return type.quat && part === "w" ? 1 : zero(type.of);
}
