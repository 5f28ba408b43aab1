import { alone, recalled, type Recall } from "../memo/recall.js";
import type { FieldPlan, ValuePlan } from "../model/field-plan.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { DeclarationPlan, ReflectionPlan } from "../model/plan.js";
import { literal } from "./literal.js";
import { numberArray, numeral, object, property, quoted } from "./print/constructs.js";
import { group, indent, line, type Inline } from "./print/layout.js";
import { SourceFile, type ImportedNames } from "./print/source-file.js";
import { textLine } from "./print/text.js";

/** What was printed of declarations in earlier rounds of a session. */
export type NotesRecall = Recall<DeclarationPlan, string>;

/** What the schema says of its declarations beside what their tokens say: docs, units, ranges, defaults. */
export function emitReflection(plan: ReflectionPlan, recall?: NotesRecall): GeneratedFile {
  const file = new SourceFile(plan.file, ["reflection"]);
  const type = file.value("Reflection", "ecsgen/runtime");
  const questions: ImportedNames = {
    value: (name, from) => file.value(name, from),
    global: (name) => file.global(name),
  };
  const around = { ...alone, questions };
  const notes = plan.declarations.map((declaration) => {
    const { name, file: from } = declaration;
    const local = file.value(name, from.path);
    const said = recalled(recall, declaration, [], around, (names) => notesOf(declaration, names));
    return `  {\n    type: ${local},\n${said}  },\n`;
  });
  const list = notes.length === 0 ? "[]" : `[\n${notes.join("")}]`;
  return file.finishText([
    `/** All that the schema says, for inspectors, loaders and scripts. Only who imports this file has it in a bundle. */
export const reflection: ${type} = new ${type}(${list});\n`,
  ]);
}

/** A field to a line, so that there is little to measure: an app has thousands of them. */
function notesOf({ doc, row }: DeclarationPlan, file: ImportedNames): string {
  const fields = row.fields.flatMap((field) => named(field.name, fieldNotes(field, file)));
  const lines = fields.map((field) => textLine("      ", field, ","));
  const said = lines.length === 0 ? "" : `    fields: {\n${lines.join("")}    },\n`;
  return `    doc: ${quoted(doc)},\n${said}`;
}

/** Nothing when nothing is said of any of them. */
function fieldsNotes(name: string, fields: readonly FieldPlan[], file: ImportedNames): Inline[] {
  return named(
    name,
    fields.flatMap((field) => named(field.name, fieldNotes(field, file))),
  );
}

function fieldNotes({ said, range, value }: FieldPlan, file: ImportedNames): Inline[] {
  return [
    ...(said.doc === "" ? [] : [`doc: ${quoted(said.doc)}`]),
    ...(said.unit === undefined ? [] : [`unit: ${quoted(said.unit)}`]),
    ...(range === undefined ? [] : [property("range", numberArray(range.map(numeral)))]),
    ...(said.default === undefined ? [] : [defaultNote(value, literal(value, said.default, file))]),
    ...valueNotes(value, file),
  ];
}

function defaultNote(value: ValuePlan, printed: Inline): Inline {
  return value.kind === "string" ? ["default:", group(indent(line, printed))] : property("default", printed);
}

function valueNotes(value: ValuePlan, file: ImportedNames): Inline[] {
  switch (value.kind) {
    case "group":
      return [...(value.group.vector ? ["vector: true"] : []), ...fieldsNotes("fields", value.group.fields, file)];
    case "list":
    case "map":
      return named("item", valueNotes(value.of, file));
    case "union": {
      const shapes = value.union.shapes.flatMap(({ kind, fields }) => fieldsNotes(kind ?? "", fields, file));
      return named("shapes", shapes);
    }
    default:
      return [];
  }
}

function named(name: string, properties: readonly Inline[]): Inline[] {
  return properties.length === 0 ? [] : [property(name, object(properties))];
}
