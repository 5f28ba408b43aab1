// The types of values, as they are printed.
import type { FieldPlan, GroupPlan, TypePath, ValuePlan } from "../model/field-plan.js";
import type { DeclarationPlan } from "../model/plan.js";
import type { NumberKind } from "../model/raw.js";
import { doc, quoted, unionAlias } from "./print/constructs.js";
import { code, lines, type Layout } from "./print/layout.js";
import type { SourceFile } from "./print/source-file.js";

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
  valueInterface(group: GroupPlan, description: string): Layout {
    const members = group.fields.map(
      (field) => code`
${doc(field.doc)}
${field.name}: ${this.field(field)};
`,
    );
    return this.interface(description, group.named?.value ?? "", group.kind, members);
  }

  /** The interface of what may be given for it. */
  initInterface(group: GroupPlan): Layout {
    const members = group.fields.map(
      (field) => code`
${doc(field.initDoc)}
${field.name}?: ${this.init(field.value)}${field.value.kind === "object" ? "" : " | undefined"};
`,
    );
    const description = `What may be given for \`${group.named?.value}\`; what is missing takes its default.`;
    return this.interface(description, group.named?.init ?? "", group.kind, members);
  }

  private interface(description: string, name: string, kind: string | undefined, members: readonly Layout[]): Layout {
    const all = kind === undefined ? members : [`kind: ${quoted(kind)};`, ...members];
    return code`
${doc(description)}
export interface ${name} ${all.length === 0 ? "{}" : block(all)}
`;
  }

  private alias(description: string, name: string, types: readonly string[]): Layout {
    return code`
${doc(description)}
${unionAlias(`export type ${name}`, types)};
`;
  }

  /** The words of enums, the interfaces of structs and shapes, the aliases of unions. */
  parts(withInits: boolean): Layout[] {
    const { enums, groups, unions } = this.declaration;
    return [
      ...enums.map(
        (plan) => code`
${doc(plan.doc)}
export type ${plan.type} = (typeof ${plan.words})[number];
`,
      ),
      ...groups
        .filter((group) => group.named !== undefined)
        .flatMap((group) => [this.valueInterface(group, group.doc), ...(withInits ? [this.initInterface(group)] : [])]),
      ...unions.flatMap((union) => [
        this.alias(
          union.doc,
          union.type,
          union.shapes.map((shape) => shape.named?.value ?? ""),
        ),
        ...(withInits
          ? [
              this.alias(
                `What may be given for \`${union.type}\`; what is missing takes its default.`,
                union.init,
                union.shapes.map((shape) => shape.named?.init ?? ""),
              ),
            ]
          : []),
        ...union.shapes.flatMap((shape) => [
          this.valueInterface(shape, shape.doc),
          ...(withInits && shape.named?.init !== shape.named?.value ? [this.initInterface(shape)] : []),
        ]),
      ]),
    ];
  }
}

function block(members: readonly Layout[]): Layout {
  return code`
{
  ${lines(members)}
}
`;
}

/** `bigint` for numbers of 64 bits, except for floats. */
export function numberType(of: NumberKind): "number" | "bigint" {
  return of === "i64" || of === "u64" ? "bigint" : "number";
}

/** A type as the item of a list: in brackets if it would fall apart. */
function listItem(type: string): string {
  return /^[^{<]* \| |^readonly /.test(type) || type.endsWith(" | undefined") ? `(${type})` : type;
}
