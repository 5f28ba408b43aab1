import { alone, recalled, type Recall } from "../memo/recall.js";
import type { FieldPlan, ValuePlan } from "../model/field-plan.js";
import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { DeclarationPlan, ReflectionPlan } from "../model/plan.js";
import { literal } from "./literal.js";
import { numberArray, numeral, object, property, quoted } from "./print/constructs.js";
import { group, indent, line, type Inline } from "./print/layout.js";
import { SourceFile, type ImportedNames } from "./print/source-file.js";
import { textObject, textOfAll } from "./print/text.js";

/** What was printed of declarations in earlier rounds of a session. */
export type NotesRecall = Recall<DeclarationPlan, string>;

/** What the schema says of its declarations beside what their tokens say: docs, units, ranges, defaults. */
export function emitReflection(plan: ReflectionPlan, ending: ImportEnding, recall?: NotesRecall): GeneratedFile {
  const file = new SourceFile(plan.file, ["reflection"], ending);
  const type = file.value("Reflection", "ecsgen/runtime");
  const questions: ImportedNames = {
    value: (name, from) => file.value(name, from),
    global: (name) => file.global(name),
  };
  const around = { ...alone, questions };
  const notes = plan.declarations.map((declaration) => {
    // Imported in every round, whatever is recalled.
    const local = file.value(declaration.name, declaration.file.path);
    return recalled(recall, declaration, [local], around, (names) => noteOf(declaration, local, names));
  });
  const list = notes.length === 0 ? "[]" : `[\n${notes.join("")}]`;
  return file.finish([
    `/** All that the schema says, for inspectors, loaders and scripts. Only who imports this file has it in a bundle. */
export const reflection: ${type} = new ${type}(${list});\n`,
  ]);
}

/** A field to a line, so that there is little to measure: an app has thousands of them. */
function noteOf({ doc, row }: DeclarationPlan, local: string, file: ImportedNames): string {
  const lines = textOfAll(row.fields, (field) => {
    const notes = fieldNotes(field, file);
    return notes.length === 0 ? "" : textObject("      ", `${field.name}: `, notes, ",");
  });
  const fields = lines === "" ? "" : `    fields: {\n${lines}    },\n`;
  // Put together once: a text that is recalled would be put together anew in every round.
  return [`  {\n    type: ${local},\n    doc: ${quoted(doc)},\n`, fields, "  },\n"].join("");
}

/** A property for each field of which anything is said. */
function notesOfFields(fields: readonly FieldPlan[], file: ImportedNames): Inline[] {
  const notes: Inline[] = [];
  for (const field of fields) addNamed(field.name, fieldNotes(field, file), notes);
  return notes;
}

function fieldNotes({ said, range, value }: FieldPlan, file: ImportedNames): Inline[] {
  const notes: Inline[] = [];
  if (said.doc !== "") notes.push(`doc: ${quoted(said.doc)}`);
  if (said.unit !== undefined) notes.push(`unit: ${quoted(said.unit)}`);
  if (range !== undefined) notes.push(property("range", numberArray(range.map(numeral))));
  if (said.default !== undefined) notes.push(defaultNote(value, literal(value, said.default, file)));
  addValueNotes(value, file, notes);
  return notes;
}

function defaultNote(value: ValuePlan, printed: Inline): Inline {
  return value.kind === "string" ? ["default:", group(indent(line, printed))] : property("default", printed);
}

function addValueNotes(value: ValuePlan, file: ImportedNames, notes: Inline[]): void {
  if (value.kind === "group") {
    if (value.group.vector) notes.push("vector: true");
    addNamed("fields", notesOfFields(value.group.fields, file), notes);
  } else if (value.kind === "list" || value.kind === "map") {
    const item: Inline[] = [];
    addValueNotes(value.of, file, item);
    addNamed("item", item, notes);
  } else if (value.kind === "union") {
    const shapes: Inline[] = [];
    for (const { kind, fields } of value.union.shapes) addNamed(kind ?? "", notesOfFields(fields, file), shapes);
    addNamed("shapes", shapes, notes);
  }
}

/** Nothing when nothing is said. */
function addNamed(name: string, properties: readonly Inline[], notes: Inline[]): void {
  if (properties.length > 0) notes.push(property(name, object(properties)));
}
