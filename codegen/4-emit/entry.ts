import type { IndexPlan } from "../model/plan.js";
import { moduleLine } from "./print/constructs.js";
import { code, lines } from "./print/layout.js";
import { compareSpecifiers, SourceFile, specifierOf, type FileLayout } from "./print/source-file.js";

/** The entry point: everything that users import. */
export function emitEntry(plan: IndexPlan): FileLayout {
  const file = new SourceFile(plan.file, []);
  const exported = plan.exports
    .map(({ from, values, types }) => ({ from: specifierOf(plan.file.path, from), values, types }))
    .sort((a, b) => compareSpecifiers(a.from, b.from))
    .map(({ from, values, types }) => moduleLine("export", [...values, ...types.map((name) => `type ${name}`)], from));
  return file.finish(code`${lines(exported)}`);
}
