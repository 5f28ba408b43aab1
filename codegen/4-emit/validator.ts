import type { FieldPlan, GroupPlan, UnionPlan, ValuePlan } from "../model/field-plan.js";
import type { ValidatorPlan } from "../model/plan.js";
import type { NumberKind } from "../model/raw.js";
import { braced } from "./plain.js";
import { array, numeral, quoted } from "./print/constructs.js";
import { code, paragraphs, type Layout } from "./print/layout.js";
import { SourceFile, type FileLayout } from "./print/source-file.js";

const limits: { readonly [K in NumberKind]?: readonly [number | bigint, number | bigint] } = {
  i8: [-128, 127],
  i16: [-32768, 32767],
  i32: [-2147483648, 2147483647],
  u8: [0, 255],
  u16: [0, 65535],
  u32: [0, 4294967295],
  i64: [-9223372036854775808n, 9223372036854775807n],
  u64: [0n, 18446744073709551615n],
};

/** A validator: takes what comes from outside, and gives back what a declaration can be made with. */
export function emitValidator(plan: ValidatorPlan): FileLayout {
  const { declaration } = plan;
  const file = new SourceFile(plan.file, [plan.name, ...localsOf(declaration.row.fields)]);
  const z = file.value("z", "ecsgen/zod");
  const init = file.type(`${declaration.name}Init`, declaration.file.path);
  const printer = new Validators(file, z, declaration.file.path);
  const body = printer.group(declaration.row);
  return file.finish(code`
${paragraphs([
  ...printer.constants,
  code`
/** Checks what comes from outside for \`${declaration.name}\`; a key that it does not have is an error. */
export const ${plan.name}: ${z}.ZodType<${init}> = ${body};
`,
])}
`);
}

function localsOf(fields: readonly FieldPlan[]): string[] {
  return fields.flatMap(({ value }) => localsOfValue(value));
}

function localsOfValue(value: ValuePlan): string[] {
  if (value.kind === "group") return [value.group.check, ...localsOf(value.group.fields)];
  if (value.kind === "list" || value.kind === "map") return localsOfValue(value.of);
  if (value.kind !== "union") return [];
  return [value.union.check, ...value.union.shapes.flatMap((shape) => [shape.check, ...localsOf(shape.fields)])];
}

class Validators {
  /** Checks of structs and unions, those first that others need. */
  readonly constants: Layout[] = [];
  private readonly file: SourceFile;
  private readonly z: string;
  private readonly from: string;

  constructor(file: SourceFile, z: string, from: string) {
    this.file = file;
    this.z = z;
    this.from = from;
  }

  /** `z.strictObject({ … })`, every field optional. */
  group(group: GroupPlan): Layout {
    const fields = group.fields.map((field): Layout => [
      field.name,
      ": ",
      this.value(field.value, field.range),
      ".optional()",
    ]);
    const kind = group.kind === undefined ? [] : [`kind: ${this.z}.literal(${quoted(group.kind)})`];
    return [`${this.z}.strictObject(`, braced([...kind, ...fields]), ")"];
  }

  private value(value: ValuePlan, range?: FieldPlan["range"]): Layout {
    const { z } = this;
    switch (value.kind) {
      case "number":
        return this.number(value.of, range);
      case "bool":
        return `${z}.boolean()`;
      case "string":
        return `${z}.string()`;
      case "bytes":
        return `${z}.instanceof(Uint8Array)`;
      case "entity":
        return `${z}.custom<${this.file.type("Entity", "ecsgen/runtime")}>(Number.isInteger)`;
      case "object":
        return `${z}.undefined()`;
      case "enum":
        return `${z}.enum(${this.file.value(value.enum.words, this.from)})`;
      case "group":
        return this.constant(value.group.check, this.group(value.group));
      case "indexed":
        return [`${z}.array(`, this.number(value.indexed.of, range), `).max(${value.indexed.length})`];
      case "list":
        return [`${z}.array(`, this.value(value.of), ")"];
      case "map":
        return [`${z}.map(${z}.string(), `, this.value(value.of), ")"];
      case "union":
        return this.union(value.union);
    }
  }

  private number(of: NumberKind, range: FieldPlan["range"]): string {
    const isBig = of === "i64" || of === "u64";
    const isFloat = of === "f32" || of === "f64";
    const [min, max] = range ?? limits[of] ?? [];
    const base = isBig ? `${this.z}.bigint()` : isFloat ? `${this.z}.number()` : `${this.z}.int()`;
    return min === undefined || max === undefined ? base : `${base}.min(${numeral(min)}).max(${numeral(max)})`;
  }

  private union(union: UnionPlan): string {
    const shapes = union.shapes.map((shape) => this.constant(shape.check, this.group(shape)));
    return this.constant(union.check, [`${this.z}.discriminatedUnion("kind", `, array(shapes), ")"]);
  }

  private constant(name: string, check: Layout): string {
    this.constants.push(code`const ${name} = ${check};`);
    return name;
  }
}
