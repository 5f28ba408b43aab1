import type { FieldPlan, GroupPlan, UnionPlan, ValuePlan } from "../model/field-plan.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { ValidatorPlan, ValidatorsPlan } from "../model/plan.js";
import type { NumberKind } from "../model/raw.js";
import { array, call, numeral, property, quoted } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import { width } from "./print/break-line.js";
import { SourceFile } from "./print/source-file.js";
import { textLine } from "./print/text.js";

const zod = "ecsgen/zod";

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

/** Validators: each takes what comes from outside, and gives back what a declaration can be made with. */
export function emitValidators(plan: ValidatorsPlan, ending: ImportEnding): GeneratedFile {
  const names = plan.validators.flatMap(({ name, declaration }) => [name, ...localsOf(declaration.row.fields)]);
  const file = new SourceFile(plan.file, names, ending);
  return file.finish(plan.validators.map((validator) => validatorText(validator, file)));
}

/** Made when it is first used. Bundlers leave it out where it is not, which they may do only with what is said to be pure. */
function validatorText({ name, declaration }: ValidatorPlan, file: SourceFile): string {
  const z = file.value("z", zod);
  const init = file.type(`${declaration.name}Init`, declaration.file.path);
  const doc = `/** Checks what comes from outside for \`${declaration.name}\`; a key that it does not have is an error. */`;
  const head = `export const ${name}: ${z}.ZodType<${init}> =`;
  const made = `/* @__PURE__ */ ${file.value("validator", zod)}(`;
  const bodyAt = (margin: string): string => {
    const printer = new Validators(file, z, declaration.file.path, margin);
    const checked = printer.checked("return ", "fields", init, printer.checks(declaration.row.fields));
    return printer.constants.join("") + checked;
  };
  if (`${head} ${made}() => {`.length <= width) return `${doc}\n${head} ${made}() => {\n${bodyAt("  ")}});\n`;
  const broken = `() => {\n${bodyAt("    ")}  }`;
  if (`${head} ${made}`.length <= width) return `${doc}\n${head} ${made}\n  ${broken},\n);\n`;
  return `${doc}\n${head}\n  ${made}${broken});\n`;
}

function localsOf(fields: readonly FieldPlan[]): string[] {
  return fields.flatMap(({ value }) => localsOfValue(value));
}

function localsOfValue(value: ValuePlan): string[] {
  switch (value.kind) {
    case "group":
      return value.group.vector ? [] : [value.group.check, ...localsOf(value.group.fields)];
    case "list":
    case "map":
      return localsOfValue(value.of);
    case "union":
      return [value.union.check, ...value.union.shapes.flatMap(({ fields }) => localsOf(fields))];
    default:
      return [];
  }
}

/** The check of a field, or those of the fields of a shape. */
type Check = { readonly name: string } & ({ readonly check: Inline } | { readonly checks: readonly Check[] });

class Validators {
  /** Checks of structs and unions, those first that others need. */
  readonly constants: string[] = [];
  private readonly file: SourceFile;
  private readonly z: string;
  private readonly from: string;
  private readonly margin: string;

  constructor(file: SourceFile, z: string, from: string, margin: string) {
    this.file = file;
    this.z = z;
    this.from = from;
    this.margin = margin;
  }

  /** `head fields<Init>({ … });`, broken after a sign where that is too long for a line. */
  checked(head: "return " | `${string} = `, word: "fields" | "shapes", init: string, checks: readonly Check[]): string {
    const { margin } = this;
    const made = `${this.file.value(word, zod)}<${init}>(`;
    const fits = head === "return " || `${margin}${head}${made}{`.length <= width;
    if (fits) return `${margin}${head}${made}${braced(checks, margin)});\n`;
    return `${margin}${head.trimEnd()}\n${margin}  ${made}${braced(checks, `${margin}  `)});\n`;
  }

  /** A check for every field. */
  checks(fields: readonly FieldPlan[]): Check[] {
    return fields.map(({ name, value, range }) => ({ name, check: this.value(value, range) }));
  }

  private value(value: ValuePlan, range?: FieldPlan["range"]): Inline {
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
        return value.group.vector ? this.vector(value.group) : this.struct(value.group);
      case "indexed":
        return `${z}.array(${this.number(value.indexed.of, range)}).max(${value.indexed.length})`;
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

  private vector({ fields }: GroupPlan): Inline {
    const [part] = fields;
    const names = array(fields.map(({ name }) => quoted(name)));
    return call(this.file.value("parts", zod), [names, part === undefined ? "" : this.value(part.value)]);
  }

  private struct({ check, named, fields }: GroupPlan): string {
    return this.constant(check, "fields", named?.init ?? "object", this.checks(fields));
  }

  private union({ check, init, shapes }: UnionPlan): string {
    const checks = shapes.map(({ kind, fields }) => ({ name: kind ?? "", checks: this.checks(fields) }));
    return this.constant(check, "shapes", init, checks);
  }

  private constant(name: string, word: "fields" | "shapes", init: string, checks: readonly Check[]): string {
    this.constants.push(this.checked(`const ${name} = `, word, this.file.type(init, this.from), checks));
    return name;
  }
}

/** `{ … }`, a check to a line. */
function braced(checks: readonly Check[], margin: string): string {
  if (checks.length === 0) return "{}";
  const inner = `${margin}  `;
  const lines = checks.map((of) =>
    "checks" in of
      ? `${inner}${of.name}: ${braced(of.checks, inner)},\n`
      : textLine(inner, property(of.name, of.check), ","),
  );
  return `{\n${lines.join("")}${margin}}`;
}
