// Functions of the project that parts and rows are handed to, printed once more: for columns, or for values of them, in place of what
// they are handed.
import type { BodyHead, BodyText, HeadParameter, HeadText, RawBody } from "../model/body.js";
import type { ColumnKind } from "../model/field-plan.js";
import type { ColumnFormPlan, HelperParameterPlan, HelperPlan } from "../model/loop-plan.js";
import { obstacle } from "../model/obstacles.js";
import type { Written } from "./brackets.js";
import type { BodyNames, ColumnContext, HelperSource } from "./column-context.js";
import {
  handedColumns,
  localFor,
  placeWords,
  shapeOf,
  standInsFor,
  type HandedColumns,
  type HandedTerm,
  type Whole,
} from "./handed-wholes.js";
import { Kept } from "./kept.js";
import { Scope } from "./names.js";

/** What a body came to. */
export interface PrintedBody {
  readonly form: ColumnFormPlan;
  readonly writes: ReadonlySet<string>;
  readonly isOpaque: boolean;
  /** How many of its calls change nothing for sure. */
  readonly pureCalls: number;
}

/** Prints a body, whose calls of other functions are among these copies. */
export type PrintBody = (text: BodyText, context: ColumnContext, copies: HelperCopies) => PrintedBody;

/** A copy of a function. */
export interface HelperCopy extends PrintedBody {
  /** Its name is given when it is called. */
  readonly plan: Omit<HelperPlan, "name">;
  /** By parameter, what stands for a part; undefined for the author's own. */
  readonly handed: readonly (HandedColumns | undefined)[];
  /** Whether it uses rows, by their names. */
  readonly usesRows: boolean;
  /** It changes nothing, and neither does what it calls. */
  readonly isPure: boolean;
}

/** All copies of one file. */
export class HelperCopies {
  /** In the order in which they are printed: each behind those that it calls. */
  readonly plans: HelperPlan[] = [];
  private readonly printBody: PrintBody;
  private readonly outermost: Scope;
  private readonly inProgress: string[] = [];
  private readonly texts = new Map<string, string[]>();
  private readonly calledIn = new Map<Scope, Set<string>>();

  /** `scope` has the names of the file. */
  constructor(scope: Scope, printBody: PrintBody) {
    this.outermost = scope;
    this.printBody = printBody;
  }

  /** A function for what it is handed: by parameter, a part or something of its author's own. Throws `Kept` when it cannot be printed. */
  copy(source: HelperSource, wholes: readonly (Whole | undefined)[], asValues: boolean): HelperCopy {
    const { helper, key } = source;
    const body = printable(source);
    if (this.isInProgress(key)) throw new Kept(obstacle("recursive", body.place));
    const names = source.names(wholes.map(shapeOf));
    const scope = new Scope(names.taken);
    const locals = body.head.parameters.map(({ name }, index) => localFor(name, wholes[index], scope));
    const standIns = standInsFor(wholes, locals, scope, asValues);
    const parameters = locals.map((name, index) => standIns[index]?.parameter ?? ({ kind: "value", name } as const));
    const printed = this.printed(key, textOf(body), {
      parameters,
      author: names,
      scope,
      names: nowhere,
      perRow: false,
    });
    const handed = handedColumns(standIns);
    const plan = {
      function: { name: helper.name, file: body.place.file },
      parameters: parametersOf(body.head, locals, handed, asValues, names),
      returns: written(body.head.returns, names),
      body: printed.form.body,
      kept: printed.form.kept,
      taken: printed.form.taken,
    };
    const isPure = printed.writes.size === 0 && printed.pureCalls === body.head.stirs;
    return { ...printed, plan, handed, usesRows: !asValues, isPure };
  }

  private printed(key: string, text: BodyText, context: ColumnContext): PrintedBody {
    this.inProgress.push(key);
    try {
      return this.printBody(text, context, this);
    } finally {
      this.inProgress.pop();
    }
  }

  /** Whether a function is printed at the moment. */
  isInProgress(key: string): boolean {
    return this.inProgress.includes(key);
  }

  /** The name of a copy, for who calls it from a place with these names. */
  nameOf({ plan }: HelperCopy, scope: Scope): string {
    const text = JSON.stringify(plan);
    const known = this.texts.get(text) ?? [];
    const here = this.calledIn.get(scope) ?? new Set();
    this.calledIn.set(scope, here);
    const same = known.find((name) => here.has(name) || scope.isFree(name));
    if (same !== undefined) {
      if (!here.has(same)) here.add(scope.take(same));
      return same;
    }
    const { name: word } = plan.function;
    let name = word;
    for (let count = 2; !scope.isFree(name) || !this.outermost.isFree(name); count++) name = `${word}${count}`;
    here.add(name);
    for (const taken of new Set([scope, this.outermost])) taken.take(name);
    this.texts.set(text, [...known, name]);
    this.plans.push({ name, ...plan });
    return name;
  }
}

/** A loop is around who calls. */
const nowhere = { world: "", query: "", table: "", row: "", count: "", entity: "", columns: "", columnsIn: "" };

function printable({ helper: { body, overloaded } }: HelperSource): RawBody & { readonly kind: "body" } {
  if (body.kind === "obstacle") throw new Kept(body.obstacle);
  if (body.head.generic) throw new Kept(obstacle("generic", body.place));
  if (overloaded) throw new Kept(obstacle("overloaded", body.place));
  const self = body.head.parameters.find(({ name }) => name === "this");
  if (self !== undefined) throw new Kept(obstacle("this", self.place));
  return body;
}

/** The body of a function; of one that is an expression, what gives that back. */
function textOf({ text, head }: RawBody & { readonly kind: "body" }): BodyText {
  if (!head.concise) return text;
  // Each parameter that is taken apart is a declaration and the end of its line.
  const start = 2 * head.parameters.filter(({ name }) => name === undefined).length;
  const value = text.slice(start, -1);
  return [...text.slice(0, start), { kind: "return", nested: false, bare: false, value, listed: true }];
}

function parametersOf(
  { parameters }: BodyHead,
  locals: readonly string[],
  handed: readonly (HandedColumns | undefined)[],
  asValues: boolean,
  names: BodyNames,
): HelperParameterPlan[] {
  return parameters.flatMap((parameter, index): HelperParameterPlan[] => {
    const columns = handed[index];
    const ownNames = locals.map((name, place) => (handed[place] === undefined ? name : undefined));
    if (columns === undefined) return [ownParameter(parameter, index, ownNames, names)];
    return columnParameters(columns, asValues);
  });
}

function columnParameters(handed: HandedColumns, value: boolean): HelperParameterPlan[] {
  const { terms, access } = handed;
  const names = { table: () => access.tableName, row: () => access.rowName, entity: () => access.entity };
  return [
    ...terms.flatMap((term) => termParameters(term, value)),
    ...placeWords(handed).map((kind): HelperParameterPlan => ({ kind, name: names[kind]() })),
  ];
}

function termParameters({ presence, columns, vectors }: HandedTerm, value: boolean): HelperParameterPlan[] {
  return [
    ...(presence === undefined ? [] : [{ kind: "presence", name: presence } as const]),
    ...columns.map(({ local: { name, type, term } }): HelperParameterPlan => {
      const handedType =
        "column" in type ? { column: value ? plainKind(type.column) : type.column } : { ...type, token: term.token };
      return { kind: "column", name, type: handedType, value, maybe: term.optional };
    }),
    ...vectors.map(({ local: { name }, columns: [first] }): HelperParameterPlan => {
      return { kind: "vector", name, of: first?.kind ?? "f32" };
    }),
  ];
}

/** All values of one type are given as the same. */
function plainKind(kind: ColumnKind): ColumnKind {
  if (kind === "entity") return kind;
  return kind === "i64" || kind === "u64" ? "i64" : "f64";
}

function ownParameter(
  { optional, type, initial, place }: HeadParameter,
  index: number,
  locals: readonly (string | undefined)[],
  names: BodyNames,
): HelperParameterPlan {
  if (type !== undefined && "why" in type) throw new Kept(type);
  if (type === undefined && initial === undefined) throw new Kept(obstacle("unspoken", place));
  const said = type === undefined ? [] : [": ", ...(written(type, names) ?? [])];
  const chosen = initial?.text.flatMap((piece): Written => {
    // It is chosen before anything else is known of a part.
    const isOwn = typeof piece === "object" && piece.kind === "part" && piece.parameter < index && piece.use === "read";
    const own = isOwn && piece.steps.length === 0 ? locals[piece.parameter] : undefined;
    if (own !== undefined) return [own];
    const isElsewhere = typeof piece !== "string" && (piece.kind !== "name" || names.kept.has(piece.name));
    if (isElsewhere) throw new Kept(obstacle("default", initial.place));
    return written([piece], names) ?? [];
  });
  return {
    kind: "own",
    name: locals[index] ?? "",
    rest: [...(optional ? ["?"] : []), ...said, ...(chosen === undefined ? [] : [" = ", ...chosen])],
  };
}

/** A text of nothing but names; undefined for what cannot be printed. */
function written(text: HeadText | undefined, names: BodyNames): Written | undefined {
  if (text === undefined || "why" in text) return undefined;
  return text.map((piece) => {
    if (typeof piece === "string") return piece;
    if (piece.kind !== "name") return "";
    const find = piece.type ? names.type : names.outside;
    const whole = piece.member === undefined ? undefined : find(`${piece.name}.${piece.member}`);
    return whole ?? find(piece.name) ?? (piece.member === undefined ? piece.name : `${piece.name}.${piece.member}`);
  });
}
