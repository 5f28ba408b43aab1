// The validators that `ecsgen` generates import zod from here, so that a project need not depend on it by name.
import { z } from "zod";

export { z } from "zod";

/** A check that comes to a value. Only that is asked of its type: to compare whole types of zod costs a thousand times as much. */
interface CheckOf<Value> {
  readonly _zod: { readonly output: Value };
}

/** A check for every field of `Init`. */
type FieldChecks<Init> = { readonly [Name in keyof Init]-?: CheckOf<Init[Name]> };

/** For every shape, a check for each of its fields. */
type ShapeChecks<Init extends { kind: string }> = {
  readonly [Shape in Init as Shape["kind"]]: Omit<FieldChecks<Shape>, "kind">;
};

/** A validator that is made when it is first used: a file has many, of which a program may want one. */
export function validator<Init>(make: () => z.ZodType<Init>): z.ZodType<Init> {
  return proven(z.lazy(make));
}

/** Checks an object of which every field may be missing, and which has no other. */
export function fields<Init extends object>(checks: FieldChecks<Init>): z.ZodType<Init> {
  return proven(z.strictObject(shapeOf(checks)).partial());
}

/** Checks a vector with named parts, each of which may be missing. */
export function parts<const Name extends string, Value>(
  names: readonly Name[],
  of: CheckOf<Value>,
): z.ZodType<{ [Part in Name]?: Value | undefined }> {
  return proven(z.strictObject(Object.fromEntries(names.map((name) => [name, of]))).partial());
}

/** Checks one of several shapes, told apart by `kind`. */
export function shapes<Init extends { kind: string }>(checks: ShapeChecks<Init>): z.ZodType<Init> {
  const [first, ...rest] = Object.entries<object>(checks).map(([kind, fieldsOfShape]) =>
    z
      .strictObject(shapeOf(fieldsOfShape))
      .partial()
      .extend({ kind: z.literal(kind) }),
  );
  return proven(first === undefined ? z.never() : z.discriminatedUnion("kind", [first, ...rest]));
}

/** The checks as zod takes them: what was left out of their types is there. */
function shapeOf(checks: object): z.core.$ZodLooseShape {
  return { ...checks };
}

/** The one place where the type of a check is said instead of found: the parameters above have proven it, field by field. */
function proven<Init>(check: z.ZodType): z.ZodType<Init> {
  return check as z.ZodType<Init>;
}
