// Parts of components and resources that are put into others: views of rows, and objects that both have then.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Field, FieldType } from "../../model/contract.js";
import type { Place } from "../../model/place.js";
import type { ParameterUse, RawParameter, ReachedPart } from "../../model/raw.js";
import { dataOf } from "../data-of.js";
import { columnPath, typeAt } from "../field-paths.js";
import type { Grounds } from "../grounds.js";
import { inRow } from "../query-members.js";
import { querySource } from "../query-parameters.js";
import { isQuery } from "../symbols.js";

/** A component or a resource that a function takes, by itself or with the rows of a query. */
interface Data {
  readonly kind: "component" | "resource";
  readonly fields: readonly Field[];
}

/** What a part belongs to, and where it is in it. */
interface Owner extends Data {
  readonly path: readonly string[];
}

/** Reports `score.at = position.at`, `score.list.push(position.at)` and `bag.items = other.items`. */
export function checkKept(
  parameters: readonly RawParameter[],
  uses: readonly ParameterUse[],
  grounds: Grounds,
  reporter: Reporter,
): void {
  for (const use of uses) {
    for (const escape of use.escapes) {
      const taker = takerOf(escape, (name, path) => ownerOf(parameters, name, path, grounds));
      const of = taker && ownerOf(parameters, use.parameter, escape.path, grounds);
      if (taker === undefined || of === undefined || taker.copies || isItself(use.parameter, escape)) continue;
      const what = whatOf(of);
      if (what === "view") reportView(use.parameter, escape, taker, reporter);
      else if (what !== undefined && !isReplaced(escape, use))
        reportShared(use.parameter, escape, what, taker, reporter);
    }
  }
}

/** `bag.items = bag.items`; of rows and items, nobody knows whether they are the same. */
function isItself(parameter: string, { path, by }: ReachedPart): boolean {
  return by === `...=${[parameter, ...path].join(".")}` && !/[[(]/.test(by);
}

/**
 * Whether the part is given another value, which its methods do not: `score.now = score.next; score.next = [];`. What a constant stands
 * for, `const { now } = score`, was taken before.
 */
function isReplaced({ path, place }: ReachedPart, { parameter, writes, calls }: ParameterUse): boolean {
  const isConstant = place.length < [parameter, ...path].join(".").length;
  return writes
    .filter((write) => write.by === undefined && write.path.join(".") === path.join("."))
    .filter((write) => !calls.some((call) => order(call.place, write.place) === 0))
    .some((write) => isConstant || order(write.place, place) > 0);
}

/** Of two places in one file. */
function order(one: Place, other: Place): number {
  return one.line - other.line || one.column - other.column;
}

function ownerOf(
  parameters: readonly RawParameter[],
  name: string,
  path: readonly string[],
  grounds: Grounds,
): Owner | undefined {
  const parameter = parameters.find((each) => each.name === name);
  if (parameter?.type === undefined) return undefined;
  if (isQuery(parameter.type.symbol)) {
    const [member, ...rest] = inRow(path);
    const term = querySource(parameter.type, grounds, { report: () => undefined }).terms.find(
      (each) => each.name === member,
    );
    if (term?.source.kind !== "component") return undefined;
    return { kind: "component", fields: grounds.fields(term.source.component) ?? [], path: rest };
  }
  const declaration = dataOf(parameter, grounds);
  if (declaration?.kind !== "component" && declaration?.kind !== "resource") return undefined;
  return { kind: declaration.kind, fields: grounds.fields(declaration.name) ?? [], path };
}

function reportView(parameter: string, { path, place }: ReachedPart, { shown }: Taker, reporter: Reporter): void {
  const part = shownPart([parameter, ...path]);
  reporter.report("ECS4014", place, `\`${part}\` is kept in \`${shown}\`, and moves on with its row`, {
    why: ["It is a view of its row: later it shows what another entity has, and what is written to it goes there."],
    help: "keep its values, as in `{ x: position.x, y: position.y }`",
  });
}

function reportShared(
  parameter: string,
  { path, place }: ReachedPart,
  what: string,
  { shown }: Taker,
  reporter: Reporter,
): void {
  const part = shownPart([parameter, ...path]);
  reporter.report("ECS4015", place, `\`${part}\` and \`${shown}\` are one ${what} from here on`, {
    why: ["What is written to one of them is in both, until a save is loaded: then each has its own."],
    help: copyOf(what, part),
  });
}

interface Taker {
  /** `score.at`. */
  readonly shown: string;
  /** It keeps values, not what it is given. */
  readonly copies: boolean;
}

/** `...=score.at` is assigned to, `...+bag.items` collects. */
function takerOf(
  { by }: ReachedPart,
  find: (name: string, path: readonly string[]) => Owner | undefined,
): Taker | undefined {
  const [, how, whole = ""] = /^\.\.\.([=+])(.+)$/.exec(by ?? "") ?? [];
  if (how === undefined) return undefined;
  const [name = "", ...path] = whole.split(".");
  const owner = find(name, path);
  return owner && { shown: shownPart([name, ...path]), copies: how === "=" && hasColumns(owner) };
}

/** What is written there is written to columns, value by value. */
function hasColumns({ kind, fields, path }: Owner): boolean {
  return kind === "component" && columnPath(path, fields).length === path.length && !isObject(typeAt(path, fields));
}

/** What a part is that is not copied where it is assigned. */
function whatOf({ kind, path, fields }: Owner): string | undefined {
  const isColumn = columnPath(path, fields).length === path.length;
  if (!isColumn && /^(?:length|size|byteLength)$/.test(path.at(-1) ?? "")) return undefined;
  const type = typeAt(path, fields);
  if (isObject(type)) return type?.kind;
  if (path.length > 0 && type?.kind !== "struct" && type?.kind !== "vector") return undefined;
  return kind === "component" && isColumn ? "view" : "object";
}

function isObject(type: FieldType | undefined): boolean {
  return type !== undefined && ["list", "map", "union", "bytes"].includes(type.kind);
}

function copyOf(what: string, part: string): string {
  if (what === "list") return `copy it, as in \`${part}.slice()\`, or give the other one a new list`;
  if (what === "map") return `copy it, as in \`new Map(${part})\`, or give the other one a new map`;
  return "copy it, or write its fields one by one";
}

function shownPart(path: readonly string[]): string {
  return path.join(".").replaceAll(/\.(?:\[\]|\(\))/g, "[…]");
}
