import { placeOf, placeOfKey, type Parsing } from "./parsing.js";
import { printType, printTypeParameter, type Printing, type TypeNode } from "./print-type.js";
import type { PropertySyntax, TypeParameterSyntax, TypeSyntax } from "./syntax.js";
import { dottedName, propertyName, type Tree } from "./tree.js";

/** The names of type parameters around a type: they stand for no declaration. */
export type Bound = ReadonlySet<string>;

/** Outside of everything that has type parameters. */
export const nothingBound: Bound = new Set();

const noTypes: readonly TypeSyntax[] = [];

/** A type annotation as plain data. */
export function convertType(parsing: Parsing, node: TypeNode, bound = nothingBound): TypeSyntax {
  const bare = withoutUndefined(node);
  const inner = withoutReadonly(bare);
  const named = entityName(inner);
  const reference = named === undefined || bound.has(named) ? undefined : named;
  const printing = startPrinting(parsing);
  return {
    text: printType(printing, node),
    place: placeOf(parsing, node),
    readonly: inner !== bare,
    undefinable: bare !== node,
    reference,
    arguments:
      reference === undefined ? noTypes : typeArguments(inner).map((type) => convertType(parsing, type, bound)),
    properties: inner.type === "TSTypeLiteral" ? convertProperties(parsing, inner.members, bound) : undefined,
    elements: inner.type === "TSTupleType" ? convertElements(parsing, inner, bound) : undefined,
    names: freeNames(printing, bound),
  };
}

/** The properties of an object type; undefined when it has something else as well. */
export function convertProperties(
  parsing: Parsing,
  members: readonly Tree.TSSignature[],
  bound = nothingBound,
): PropertySyntax[] | undefined {
  const properties = members.flatMap((member): PropertySyntax[] => {
    if (member.type !== "TSPropertySignature" || member.typeAnnotation === null) return [];
    const name = propertyName(member.key, member.computed);
    if (name === undefined) return [];
    const type = convertType(parsing, member.typeAnnotation.typeAnnotation, bound);
    const place = placeOfKey(parsing, member.key, member.computed);
    return [{ name, place, optional: member.optional || type.undefinable, type }];
  });
  return properties.length === members.length ? properties : undefined;
}

/** `[Pinned, frozen: Frozen]`; undefined when the number of elements is open. */
function convertElements(parsing: Parsing, { elementTypes }: Tree.TSTupleType, bound: Bound): TypeSyntax[] | undefined {
  const elements = elementTypes.flatMap((element): TypeSyntax[] => {
    const type = element.type === "TSNamedTupleMember" ? element.elementType : element;
    if (type.type === "TSRestType" || type.type === "TSOptionalType") return [];
    return [convertType(parsing, type, bound)];
  });
  return elements.length === elementTypes.length ? elements : undefined;
}

/** The type parameters of a signature as plain data. */
export function convertTypeParameters(
  parsing: Parsing,
  nodes: readonly Tree.TSTypeParameter[],
  bound: Bound,
): TypeParameterSyntax[] {
  return nodes.map((node) => {
    const printing = startPrinting(parsing);
    const text = printTypeParameter(printing, node);
    return { name: node.name.name, text, names: freeNames(printing, bound) };
  });
}

function startPrinting({ text }: Parsing): Printing {
  return { source: text, names: [], bound: [] };
}

const noNames: readonly string[] = [];

/** Every name that a printed type takes from around it, sorted; nearly no type has parameters of its own, or around it. */
function freeNames({ names, bound }: Printing, outer: Bound): readonly string[] {
  if (names.length === 0) return noNames;
  const isAnyBound = bound.length + outer.size > 0;
  const free = isAnyBound ? names.filter((name) => !bound.includes(name) && !outer.has(name)) : names.slice();
  return free.sort();
}

/** `Label | undefined` → `Label`. */
function withoutUndefined(node: TypeNode): TypeNode {
  if (node.type !== "TSUnionType" || node.types.length !== 2) return node;
  const [first, second] = node.types;
  if (first === undefined || second === undefined) return node;
  if (second.type === "TSUndefinedKeyword") return first;
  return first.type === "TSUndefinedKeyword" ? second : node;
}

function withoutReadonly(node: TypeNode): TypeNode {
  if (entityName(node) !== "Readonly") return node;
  const [inner, ...rest] = typeArguments(node);
  return inner === undefined || rest.length > 0 ? node : inner;
}

function entityName(node: TypeNode): string | undefined {
  if (node.type === "TSTypeReference") return dottedName(node.typeName);
  return node.type === "TSInterfaceHeritage" ? dottedName(node.expression) : undefined;
}

const noArguments: readonly Tree.TSType[] = [];

function typeArguments(node: TypeNode): readonly Tree.TSType[] {
  const given = node.type === "TSTypeReference" || node.type === "TSInterfaceHeritage" ? node.typeArguments : null;
  return given?.params ?? noArguments;
}
