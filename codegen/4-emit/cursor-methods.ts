// What a cursor does with all fields at once: reads them as a plain object, fills them, and takes those that are given.
import type { FieldPlan, GroupPlan } from "../model/field-plan.js";
import { copied, initialized, isFlat, isSliced } from "./plain.js";
import { assignBinary, assignChoice, call, guarded } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import type { SourceFile } from "./print/source-file.js";
import { textLine, textObject, textOfAll } from "./print/text.js";
import type { Types } from "./types.js";

/** Prints the methods of the cursors of one component or relation. */
export class CursorMethods {
  private readonly types: Types;
  private readonly file: SourceFile;

  constructor(types: Types, file: SourceFile) {
    this.types = types;
    this.file = file;
  }

  /** Each method behind a blank line. */
  of(group: GroupPlan): string {
    const value = { kind: "group", group } as const;
    const init = this.types.init(value);
    const { fields } = group;
    const read = fields.map((field) => this.read(field));
    const filled = textOfAll(fields, (field) => textLine("    ", this.filled(field), ";"));
    const assigned = textOfAll(fields, (field) => this.assigned(field));
    return `
  $read(): ${this.types.value(value)} {
${textObject("    ", "return ", read, ";")}  }

${textLine("  ", call("$fill", [`init?: ${init}`]), ": void {")}${filled}  }

${textLine("  ", call("$assign", [`init: ${init}`]), ": void {")}${assigned}  }
`;
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
    const test = `init !== undefined && "${field.name}" in init`;
    return assignChoice(target, " =", test, `init.${field.name}`, start);
  }

  private assigned(field: FieldPlan): string {
    const target = `this.${field.name}`;
    const given = `init.${field.name}`;
    const mayBeAbsent = field.optional || field.value.kind === "object";
    const test = mayBeAbsent ? `"${field.name}" in init` : `${given} !== undefined`;
    if (field.place?.kind === "part" && field.optional) {
      const assign = `this.${field.place.member}.$assign(${given});`;
      return `    if (${given} !== undefined && ${target} !== undefined) ${assign}
    else if (${test}) ${target} = ${given};
`;
    }
    return textLine("    ", guarded(test, this.taken(field, target, given)));
  }

  /** Takes what is given and there. */
  private taken(field: FieldPlan, target: string, given: string): Inline {
    if (field.place?.kind === "part") return `this.${field.place.member}.$assign(${given});`;
    if (isFlat(field.value)) return `${target} = ${given};`;
    if (field.optional && isSliced(field.value)) return `${target} = ${given}?.slice();`;
    const copy = copied(field.value, given, this.file);
    return [field.optional ? assignBinary(target, " =", given, "&&", copy) : [`${target} = `, copy], ";"];
  }
}
