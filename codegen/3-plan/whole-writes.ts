// `spin.axis = { x: 1, y: 0, z: 0 };`: each field of a struct by itself.
import type { AssignmentPiece, BodyText, MemberValue, PartPiece } from "../model/body.js";
import { locateIn, type BodyRoots } from "./body-roots.js";
import type { Written } from "./brackets.js";
import type { Accessed, LocatedValue } from "./column-access.js";
import type { Given } from "./column-stores.js";

/** What it takes to print values. */
export interface ValuePrinter {
  given(located: LocatedValue, piece: Pick<AssignmentPiece, "value" | "loose" | "needs">): Given;
  store(located: LocatedValue, given: Given): readonly Written[];
  /** Makes a name that is free. */
  take(word: string): string;
}

/** A field that is written, and its value. */
export interface FieldWrite {
  readonly located: LocatedValue;
  readonly member: MemberValue;
}

/**
 * The fields that an object is written to, if it has each of a struct and nothing else, and all of them are numbers: what is missing would
 * take its default.
 */
export function fieldsWritten(
  { target, members, operator }: AssignmentPiece,
  parameter: Accessed,
): readonly FieldWrite[] | undefined {
  if (members === undefined || operator !== "" || target.inner) return undefined;
  const whole = locateIn(parameter, target.steps);
  if (whole.kind !== "whole" || whole.group === undefined) return undefined;
  if (whole.present !== undefined || whole.guards.length > 0 || parameter.term.optional) return undefined;
  const names = new Set(members.map(({ name }) => name));
  const { fields } = whole.group;
  if (fields.length !== members.length || fields.some(({ name }) => !names.has(name))) return undefined;
  const writes = members.flatMap((member): FieldWrite[] => {
    const step = { name: member.name, text: `.${member.name}`, optional: false };
    const located = locateIn(parameter, [...target.steps, step]);
    if (located.kind !== "column" || located.value.kind !== "number" || located.present !== undefined) return [];
    return [{ located, member }];
  });
  return writes.length === members.length ? writes : undefined;
}

/** The statements that write them; undefined when a value may be `undefined`, which takes a default as well. */
export function writeFields(
  writes: readonly FieldWrite[],
  parameter: Accessed,
  roots: BodyRoots,
  printer: ValuePrinter,
): Written[] | undefined {
  const apart = writes.some(({ member }) => !isSteady(member.value, parameter, roots));
  const values = writes.map(({ located, member }): { readonly first: Written[]; readonly given: Given } => {
    const given = printer.given(located, member);
    if (!apart) return { first: [], given };
    const name = printer.take(`next${member.name.charAt(0).toUpperCase()}${member.name.slice(1)}`);
    const first = commented([[`const ${name} = `, ...given.text, ";"]], member);
    return { first, given: { text: [name], defined: given.defined, loose: false } };
  });
  if (values.some(({ given }) => !given.defined)) return undefined;
  return [
    ...values.flatMap(({ first }) => first),
    ...writes.flatMap(({ located, member }, index) => {
      const given = values[index]?.given;
      if (given === undefined) return [];
      const stored = printer.store(located, given);
      return apart ? stored : commented(stored, member);
    }),
  ];
}

/** Statements with the comments of a property. */
function commented(statements: readonly Written[], { above, beside }: MemberValue): Written[] {
  const last = statements.length - 1;
  const behind = beside.map((comment) => ` ${comment}`);
  return [
    ...above.map((comment) => [comment]),
    ...statements.map((each, at) => (at === last ? [...each, ...behind] : each)),
  ];
}

/** Whether a value is the same before and after fields of a component are written, and calls nothing that could tell. */
function isSteady(value: BodyText, { term }: Accessed, roots: BodyRoots): boolean {
  return value.every((piece) => {
    if (typeof piece === "string") return !/[([`]/.test(piece);
    if (piece.kind === "name") return true;
    return piece.kind === "part" && !isOf(piece, term, roots);
  });
}

function isOf(piece: PartPiece, term: Accessed["term"], roots: BodyRoots): boolean {
  const root = roots.rootOf(roots.rooted(piece));
  return root.kind === "component" && (root.term === term || root.term.qualified === term.qualified);
}
