// Components in their tables, and structs in these, have no properties of their own that could be copied.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Field } from "../../model/contract.js";
import type { ReachedPart } from "../../model/raw.js";
import { columnPath, typeAt } from "../field-paths.js";

/** Reports each `{ ...position }` and `{ x, ...left } = position`, also in a function that it is handed to; `name` is what it is called, maybe `of` a query. */
export function reportSpread(
  { name, of }: { readonly name: string; readonly of?: string },
  escapes: readonly ReachedPart[],
  fields: readonly Field[],
  reporter: Reporter,
): void {
  for (const { path, place, by } of escapes) {
    const [does, copies] = (by !== undefined && copied.get(by)) || [];
    if (does === undefined || !isView(path, fields)) continue;
    const part = `\`${[name, ...path].join(".")}\`${of === undefined ? "" : ` of \`${of}\``}`;
    reporter.report("ECS4011", place, `${part} ${does}, and has no properties of its own`, {
      why: [
        `It is a view of its row: its fields are read from columns when they are asked for, and ${copies} none of them.`,
      ],
      help: "name the fields that are needed, as in `{ x: position.x, y: position.y }`",
    });
  }
}

/** What is done with it, by who takes it, and what that comes to. */
const copied: ReadonlyMap<string, readonly [does: string, copies: string]> = new Map([
  ["...", ["is spread", "a spread copies"]],
  ["...left", ["is taken apart with `...`", "what is left over has"]],
]);

/** Items of lists and shapes of unions are objects of their own. */
function isView(path: readonly string[], fields: readonly Field[]): boolean {
  if (path.length === 0) return true;
  const kind = typeAt(path, fields)?.kind;
  return (kind === "struct" || kind === "vector") && columnPath(path, fields).length === path.length;
}
