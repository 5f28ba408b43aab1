import type { GeneratedFile } from "../model/generated-file.js";
import type { ImportEnding } from "../model/import-ending.js";
import type { IndexPlan } from "../model/plan.js";
import { moduleLine } from "./print/constructs.js";
import { compareSpecifiers, SourceFile, specifierOf } from "./print/source-file.js";
import { textLine, textOfAll } from "./print/text.js";

/** The entry point: everything that users import. */
export function emitEntry(plan: IndexPlan, ending: ImportEnding): GeneratedFile {
  const exported = plan.exports
    .map(({ from, values, types }) => ({ from: specifierOf(plan.file.path, from, ending), values, types }))
    .sort((a, b) => compareSpecifiers(a.from, b.from));
  const text = textOfAll(exported, ({ from, values, types }) => {
    const names = [...values, ...types.map((name) => `type ${name}`)];
    return textLine("", moduleLine("export", names, from));
  });
  return new SourceFile(plan.file, [], ending).finish(text === "" ? [] : [text]);
}
