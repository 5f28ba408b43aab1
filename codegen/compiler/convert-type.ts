import type { ts } from "@ts-morph/common";
import type { Parsing } from "./parsing.js";
import { placeOf } from "./parsing.js";
import type { TypeParameterSyntax, TypeSyntax } from "./syntax.js";

/** The names of type parameters around a type: they stand for no declaration. */
export type Bound = ReadonlySet<string>;

const nothingBound: Bound = new Set();

/** A type annotation as plain data. */
export function convertType(parsing: Parsing, node: ts.TypeNode, bound = nothingBound): TypeSyntax {
  const bare = withoutUndefined(parsing, node);
  const undefinable = bare !== node;
  const inner = withoutReadonly(parsing, bare);
  const named = entityName(parsing, inner);
  const reference = named === undefined || bound.has(named) ? undefined : named;
  return {
    text: canonicalTypeText(parsing, node),
    place: placeOf(parsing, node),
    readonly: inner !== bare,
    undefinable,
    reference,
    arguments:
      reference === undefined ? [] : typeArguments(parsing, inner).map((type) => convertType(parsing, type, bound)),
    names: freeNames(parsing, [node], bound),
  };
}

/** The type parameters of a signature as plain data. */
export function convertTypeParameters(
  parsing: Parsing,
  nodes: readonly ts.TypeParameterDeclaration[],
  bound: Bound,
): TypeParameterSyntax[] {
  return nodes.map((node) => {
    const { name, constraint, default: fallback } = node;
    const word = node.modifiers?.some(({ kind }) => kind === parsing.ts.SyntaxKind.ConstKeyword) ? "const " : "";
    const limit = constraint === undefined ? "" : ` extends ${canonicalTypeText(parsing, constraint)}`;
    const otherwise = fallback === undefined ? "" : ` = ${canonicalTypeText(parsing, fallback)}`;
    const types = [constraint, fallback].filter((type) => type !== undefined);
    return {
      name: name.text,
      text: `${word}${name.text}${limit}${otherwise}`,
      names: freeNames(parsing, types, bound),
    };
  });
}

/** `Label | undefined` → `Label`. */
function withoutUndefined({ ts }: Parsing, node: ts.TypeNode): ts.TypeNode {
  if (!ts.isUnionTypeNode(node) || node.types.length !== 2) return node;
  const [first, second] = node.types;
  if (first === undefined || second === undefined) return node;
  if (second.kind === ts.SyntaxKind.UndefinedKeyword) return first;
  return first.kind === ts.SyntaxKind.UndefinedKeyword ? second : node;
}

function withoutReadonly(parsing: Parsing, node: ts.TypeNode): ts.TypeNode {
  if (entityName(parsing, node) !== "Readonly") return node;
  const [inner, ...rest] = typeArguments(parsing, node);
  return inner === undefined || rest.length > 0 ? node : inner;
}

function entityName({ ts }: Parsing, node: ts.Node): string | undefined {
  if (ts.isTypeReferenceNode(node)) return dotted(ts, node.typeName);
  if (ts.isExpressionWithTypeArguments(node)) return dottedExpression(ts, node.expression);
  return undefined;
}

function dotted(ts: Parsing["ts"], name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : `${dotted(ts, name.left)}.${name.right.text}`;
}

function dottedExpression(ts: Parsing["ts"], node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const left = dottedExpression(ts, node.expression);
  return left === undefined ? undefined : `${left}.${node.name.text}`;
}

function typeArguments({ ts }: Parsing, node: ts.Node): readonly ts.TypeNode[] {
  return ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node) ? (node.typeArguments ?? []) : [];
}

/** Every name that types take from around them. */
function freeNames(parsing: Parsing, roots: readonly ts.Node[], outer: Bound): string[] {
  const { ts } = parsing;
  const names = new Set<string>();
  const bound = new Set(outer);
  const visit = (node: ts.Node): void => {
    if (ts.isTypeParameterDeclaration(node)) bound.add(node.name.text);
    const name = ts.isTypeQueryNode(node) ? dotted(ts, node.exprName) : entityName(parsing, node);
    if (name !== undefined) names.add(name);
    ts.forEachChild(node, visit);
  };
  for (const root of roots) visit(root);
  return [...names].filter((name) => !bound.has(name)).sort();
}

/** The text of a type, the same for the same type however it is broken into lines and commented. */
function canonicalTypeText(parsing: Parsing, node: ts.TypeNode): string {
  const raw = parsing.source.text.slice(node.getStart(parsing.source), node.end);
  if (/^[\w$.]+(?:\[\])*$/.test(raw)) return raw;
  return printType(parsing, node);
}

function printType(parsing: Parsing, node: ts.TypeNode): string {
  const { ts } = parsing;
  const print = (type: ts.TypeNode): string => printType(parsing, type);
  const list = (types: readonly ts.TypeNode[]): string => types.map(print).join(", ");
  const name = entityName(parsing, node);
  if (name !== undefined) {
    const given = typeArguments(parsing, node);
    return given.length === 0 ? name : `${name}<${list(given)}>`;
  }
  if (ts.isParenthesizedTypeNode(node)) return print(node.type);
  if (ts.isArrayTypeNode(node)) return `${printOperand(parsing, node.elementType)}[]`;
  if (ts.isUnionTypeNode(node)) return node.types.map((type) => printOperand(parsing, type, true)).join(" | ");
  if (ts.isIntersectionTypeNode(node)) return node.types.map((type) => printOperand(parsing, type, true)).join(" & ");
  if (ts.isTupleTypeNode(node)) return `[${list(node.elements)}]`;
  if (ts.isNamedTupleMember(node)) {
    return `${node.dotDotDotToken ? "..." : ""}${node.name.text}${node.questionToken ? "?" : ""}: ${print(node.type)}`;
  }
  if (ts.isOptionalTypeNode(node)) return `${printOperand(parsing, node.type)}?`;
  if (ts.isRestTypeNode(node)) return `...${printOperand(parsing, node.type)}`;
  if (ts.isTypeOperatorNode(node)) return `${ts.tokenToString(node.operator)} ${printOperand(parsing, node.type)}`;
  if (ts.isIndexedAccessTypeNode(node)) return `${printOperand(parsing, node.objectType)}[${print(node.indexType)}]`;
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return JSON.stringify(node.literal.text);
  if (ts.isFunctionTypeNode(node) && node.typeParameters === undefined) {
    return `(${printParameters(parsing, node.parameters)}) => ${print(node.type)}`;
  }
  if (ts.isTypeLiteralNode(node)) return printMembers(parsing, node) ?? printAsWritten(parsing, node);
  return printAsWritten(parsing, node);
}

/** In parentheses where the type would otherwise take in what stands around it. */
function printOperand(parsing: Parsing, node: ts.TypeNode, inUnion = false): string {
  const { ts } = parsing;
  const inner = ts.isParenthesizedTypeNode(node) ? node.type : node;
  const text = printType(parsing, inner);
  const loose =
    ts.isUnionTypeNode(inner) ||
    ts.isIntersectionTypeNode(inner) ||
    ts.isFunctionTypeNode(inner) ||
    ts.isConstructorTypeNode(inner) ||
    ts.isConditionalTypeNode(inner) ||
    ts.isTypeOperatorNode(inner) ||
    ts.isInferTypeNode(inner);
  const needed = ts.isParenthesizedTypeNode(node) || !loose ? loose : !inUnion;
  return needed ? `(${text})` : text;
}

function printParameters(parsing: Parsing, parameters: readonly ts.ParameterDeclaration[]): string {
  return parameters
    .map((parameter, index) => {
      const name = parsing.ts.isIdentifier(parameter.name) ? parameter.name.text : `_${index}`;
      const type = parameter.type === undefined ? "any" : printType(parsing, parameter.type);
      return `${parameter.dotDotDotToken ? "..." : ""}${name}${parameter.questionToken ? "?" : ""}: ${type}`;
    })
    .join(", ");
}

/** `{ a: number; b?: string; f(x: number): void }`; undefined when there is a member of another kind. */
function printMembers(parsing: Parsing, node: ts.TypeLiteralNode): string | undefined {
  const { ts } = parsing;
  const members = node.members.map((member) => {
    const named = (ts.isPropertySignature(member) || ts.isMethodSignature(member)) && ts.isIdentifier(member.name);
    if (!named || member.type === undefined) return undefined;
    const name = `${member.name.text}${member.questionToken ? "?" : ""}`;
    const type = printType(parsing, member.type);
    if (ts.isPropertySignature(member)) return `${member.modifiers ? "readonly " : ""}${name}: ${type}`;
    return member.typeParameters === undefined
      ? `${name}(${printParameters(parsing, member.parameters)}): ${type}`
      : undefined;
  });
  if (members.length === 0) return "{}";
  return members.includes(undefined) ? undefined : `{ ${members.join("; ")} }`;
}

/** For the rare kinds of types: TypeScript's own printer, on one line. It wants a tree whose nodes know their parents. */
function printAsWritten({ ts, source }: Parsing, node: ts.TypeNode): string {
  const text = source.text.slice(node.getStart(source), node.end);
  const alone = ts.createSourceFile("", `declare function f(): ${text};`, ts.ScriptTarget.ESNext, true);
  const [declared] = alone.statements;
  const type = declared !== undefined && ts.isFunctionDeclaration(declared) ? declared.type : undefined;
  if (type === undefined) return text.replace(/\s+/g, " ");
  const printer = ts.createPrinter({ removeComments: true });
  return printer.printNode(ts.EmitHint.Unspecified, type, alone).replace(/\s+/g, " ");
}
