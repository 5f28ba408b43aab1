// Components in their tables, and structs in these, have no properties of their own that could be copied or listed; rows have others as well.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Field } from "../../model/contract.js";
import type { ParameterUse, ReachedPart } from "../../model/raw.js";
import { columnPath, typeAt } from "../field-paths.js";
import { isRow } from "../query-members.js";

/**
 * Reports each `{ ...position }`, `{ x, ...left } = position` and `Object.keys(position)`, also in a function that it is handed to;
 * `name` is what it is called, maybe `of` a query.
 */
export function reportSpread(
  { name, of }: { readonly name: string; readonly of?: string },
  { escapes, reads }: Pick<ParameterUse, "escapes" | "reads">,
  fields: readonly Field[],
  reporter: Reporter,
): void {
  const report = ({ path, place, by }: ReachedPart): void => {
    const taken = by === undefined ? undefined : takers.get(by);
    if (taken === undefined || !isView(path, fields)) return;
    const part = `\`${[name, ...path].join(".")}\`${of === undefined ? "" : ` of \`${of}\``}`;
    reporter.report("ECS4011", place, `${part} ${taken.does}, and has no properties of its own`, {
      why: [
        `It is a view of its row: its fields are read from columns when they are asked for, and ${taken.gets} none of them.`,
      ],
      help: taken.help ?? "name the fields that are needed, as in `{ x: position.x, y: position.y }`",
    });
  };
  escapes.forEach(report);
  reads.forEach(report);
}

/** Reports each `{ ...row }` and `Object.keys(row)` of a query. What `columnsOf` gives are objects, which are told apart from rows by nothing. */
export function reportSpreadRows(
  of: string,
  { escapes, reads }: Pick<ParameterUse, "escapes" | "reads">,
  reporter: Reporter,
): void {
  if (escapes.some(({ path, by }) => path.length === 0 && by === "columnsOf")) return;
  for (const { path, place, by } of [...escapes, ...reads]) {
    const taken = by === undefined ? undefined : takers.get(by);
    if (taken === undefined || !isRow(path)) continue;
    reporter.report("ECS4011", place, `a row of \`${of}\` ${taken.does}, and is no object of its own`, {
      why: [
        "It has what its loop needs beside its components, which are views and move on with it, and `entity` is computed.",
      ],
      help: "name the members that are needed, as in `{ entity: row.entity, x: row.position.x }`",
    });
  }
}

/** What takes properties of an object. */
interface PropertyTaker {
  /** What is done with the part. */
  readonly does: string;
  /** What that comes to. */
  readonly gets: string;
  readonly help?: string;
}

const handed = (to: string, gets: string, help?: string): [string, PropertyTaker] => [
  to,
  { does: `is handed to \`${to}\``, gets: `\`${to}\` ${gets}`, ...(help !== undefined && { help }) },
];

const listed = "write the fields out, as in `[position.x, position.y]`, or their names";

/** By who takes the part, as it is called. */
const takers: ReadonlyMap<string, PropertyTaker> = new Map([
  ["...", { does: "is spread", gets: "a spread copies" }],
  ["...left", { does: "is taken apart with `...`", gets: "what is left over has" }],
  ["...in", { does: "is gone through with `in`", gets: "such a loop finds", help: listed }],
  handed("Object.assign", "copies"),
  handed("structuredClone", "copies"),
  handed("JSON.stringify", "writes"),
  ...["Object.keys", "Object.values", "Object.entries", "Object.getOwnPropertyNames", "Reflect.ownKeys"].map((name) =>
    handed(name, "finds", listed),
  ),
  handed("Object.hasOwn", "finds", "ask whether the field is `undefined`"),
]);

/** Items of lists and shapes of unions are objects of their own. */
function isView(path: readonly string[], fields: readonly Field[]): boolean {
  if (path.length === 0) return true;
  const kind = typeAt(path, fields)?.kind;
  return (kind === "struct" || kind === "vector") && columnPath(path, fields).length === path.length;
}
