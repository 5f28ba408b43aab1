// The types of values, as they are printed.
import type { FieldPlan, GroupPlan, TypePath, UnionPlan, ValuePlan } from "../model/field-plan.js";
import type { DeclarationPlan } from "../model/plan.js";
import type { NumberKind } from "../model/raw.js";
import { quoted, unionAlias } from "./print/constructs.js";
import type { SourceFile } from "./print/source-file.js";
import { docLines, textLine, textOfAll } from "./print/text.js";

/** Prints the types of one declaration's fields into one file. */
export class Types {
  private readonly file: SourceFile;
  private readonly declaration: DeclarationPlan;

  constructor(file: SourceFile, declaration: DeclarationPlan) {
    this.file = file;
    this.declaration = declaration;
  }

  /** What a row reads. */
  value(value: ValuePlan): string {
    switch (value.kind) {
      case "number":
        return numberType(value.of);
      case "bool":
        return "boolean";
      case "string":
        return "string";
      case "entity":
        return this.file.type("Entity", "ecsgen/runtime");
      case "bytes":
        return this.file.global("Uint8Array");
      case "object":
        return this.hostObject(value.path);
      case "enum":
        return value.enum.type;
      case "group":
        return value.group.named?.value ?? this.inPlace(value.group, "value");
      case "indexed":
        return `${this.file.type("IndexedVector", "ecsgen/schema")}<${numberType(value.indexed.of)}>`;
      case "list":
        return `${listItem(this.value(value.of))}[]`;
      case "map":
        return `${this.file.global("Map")}<string, ${this.value(value.of)}>`;
      case "union":
        return value.union.type;
    }
  }

  /** What may be given to make one. */
  init(value: ValuePlan): string {
    switch (value.kind) {
      case "group":
        return value.group.named?.init ?? this.inPlace(value.group, "init");
      case "indexed":
        return `${this.file.global("ArrayLike")}<${numberType(value.indexed.of)}>`;
      case "list":
        return `readonly ${listItem(this.init(value.of))}[]`;
      case "map":
        return `${this.file.global("ReadonlyMap")}<string, ${this.init(value.of)}>`;
      case "union":
        return value.union.init;
      default:
        return this.value(value);
    }
  }

  /** A field's type, `undefined` included when it may be absent. */
  field(field: FieldPlan): string {
    return `${this.value(field.value)}${this.mayBeAbsent(field) ? " | undefined" : ""}`;
  }

  /** Whether `undefined` has to be said: the type of an object of the host has it already. */
  mayBeAbsent(field: FieldPlan): boolean {
    return field.optional && field.value.kind !== "object";
  }

  private hostObject(path: TypePath): string {
    const { author } = this.declaration;
    let type = author === undefined ? "object" : this.file.type(author.name, author.from);
    let absent = false;
    for (const step of path) {
      const from = absent ? `NonNullable<${type}>` : type;
      absent = step.kind === "field" && step.optional;
      if (step.kind === "field") type = `${from}[${quoted(step.name)}]`;
      else if (step.kind === "item") type = `${from}[number]`;
      else if (step.kind === "entry") type = `NonNullable<ReturnType<${from}["get"]>>`;
      else type = `Extract<${from}, { kind: ${quoted(step.name)} }>`;
    }
    return path.at(-1)?.kind === "entry" ? `${type} | undefined` : type;
  }

  private inPlace(group: GroupPlan, form: "value" | "init"): string {
    const parts = group.fields.map((field) =>
      form === "value"
        ? `${field.name}: ${this.value(field.value)}`
        : `${field.name}?: ${this.value(field.value)} | undefined`,
    );
    return `{ ${parts.join("; ")} }`;
  }

  /** The interface of a row or struct. */
  valueInterface({ named, kind, fields }: GroupPlan, description: string): string {
    return interfaceText(description, named?.value, kind, fields, (field) => {
      return `${docLines("  ", field.doc)}  ${field.name}: ${this.field(field)};\n`;
    });
  }

  /** The interface of what may be given for it. */
  initInterface({ named, kind, fields }: GroupPlan): string {
    return interfaceText(givenFor(named?.value), named?.init, kind, fields, (field) => {
      const absent = field.value.kind === "object" ? "" : " | undefined";
      return `${docLines("  ", field.initDoc)}  ${field.name}?: ${this.init(field.value)}${absent};\n`;
    });
  }

  /** The words of enums, the interfaces of structs and shapes, the aliases of unions. */
  parts(withInits: boolean): string[] {
    const { enums, groups, unions } = this.declaration;
    const parts = enums.map(
      ({ doc, type, words }) => `${docLines("", doc)}export type ${type} = (typeof ${words})[number];\n`,
    );
    for (const group of groups) {
      if (group.named === undefined) continue;
      parts.push(this.valueInterface(group, group.doc));
      if (withInits) parts.push(this.initInterface(group));
    }
    for (const union of unions) parts.push(...this.unionParts(union, withInits));
    return parts;
  }

  private unionParts({ type, init, doc, shapes }: UnionPlan, withInits: boolean): string[] {
    const values = shapes.map(({ named }) => named?.value ?? "");
    const inits = shapes.map(({ named }) => named?.init ?? "");
    return [
      alias(doc, type, values),
      ...(withInits ? [alias(givenFor(type), init, inits)] : []),
      ...shapes.flatMap((shape) => [
        this.valueInterface(shape, shape.doc),
        ...(withInits && shape.named?.init !== shape.named?.value ? [this.initInterface(shape)] : []),
      ]),
    ];
  }
}

/** What is said of all that may be given. */
function givenFor(type = ""): string {
  return `What may be given for \`${type}\`; what is missing takes its default.`;
}

function interfaceText(
  description: string,
  name: string | undefined,
  kind: string | undefined,
  fields: readonly FieldPlan[],
  member: (field: FieldPlan) => string,
): string {
  const head = `${docLines("", description)}export interface ${name ?? ""} {`;
  if (kind === undefined && fields.length === 0) return `${head}}\n`;
  return `${head}
${kind === undefined ? "" : `  kind: ${quoted(kind)};\n`}${textOfAll(fields, member)}}\n`;
}

function alias(description: string, name: string, types: readonly string[]): string {
  return `${docLines("", description)}${textLine("", unionAlias(`export type ${name}`, types), ";")}`;
}

/** `bigint` for numbers of 64 bits, except for floats. */
export function numberType(of: NumberKind): "number" | "bigint" {
  return of === "i64" || of === "u64" ? "bigint" : "number";
}

/** A type as the item of a list: in brackets if it would fall apart. */
function listItem(type: string): string {
  return /^[^{<]* \| |^readonly /.test(type) || type.endsWith(" | undefined") ? `(${type})` : type;
}
