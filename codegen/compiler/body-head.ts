// What stands around a body: what its function takes and gives.
import type { BodyHead, HeadParameter, HeadText } from "../model/body.js";
import { placeOf, type Parsing } from "./parsing.js";
import { bindingName, parameterParts, type Tree } from "./tree.js";

/** What parameters are when nothing is given, by their numbers. */
export type Initials = Map<number, NonNullable<HeadParameter["initial"]>>;

/** Of what is no function. */
export const nothingAround: BodyHead = {
  parameters: [],
  returns: undefined,
  generic: false,
  concise: false,
  stirs: 0,
};

/** What stands around a body, of which the walk found out the rest; `convert` converts a type. */
export function headOf(
  parsing: Parsing,
  node: Tree.Function | Tree.ArrowFunctionExpression,
  { initials, stirs }: { readonly initials: Initials; readonly stirs: number },
  convert: (type: Tree.TSType) => HeadText,
): BodyHead {
  const typeOf = (annotation: Tree.TSTypeAnnotation | null | undefined): HeadText | undefined => {
    // What a function tells of the types of its parameters is not true of columns.
    if (!annotation || annotation.typeAnnotation.type === "TSTypePredicate") return undefined;
    return convert(annotation.typeAnnotation);
  };
  return {
    parameters: node.params.map((parameter, index): HeadParameter => {
      const { target, type, optional } = parameterParts(parameter);
      const place = placeOf(parsing, target);
      return { name: bindingName(target), optional, type: typeOf(type), initial: initials.get(index), place };
    }),
    returns: typeOf(node.returnType),
    generic: Boolean(node.typeParameters),
    concise: node.body?.type !== "BlockStatement",
    stirs,
  };
}
