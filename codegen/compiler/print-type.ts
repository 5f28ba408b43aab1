// The canonical text of a type: the same for the same type, however it is broken into lines, bracketed and commented.
import { bindingName, dottedName, parameterParts, type Tree } from "./tree.js";

/** A type while it is printed. */
export interface Printing {
  /** The file's text. */
  readonly source: string;
  /** Every name that is met, once, dotted where it is qualified. */
  readonly names: string[];
  /** Those of them that are type parameters of a part of the type. */
  readonly bound: string[];
}

/** Whatever can stand where a type is expected, inside a tuple and behind `extends` as well. */
export type TypeNode = Tree.TSTupleElement | Tree.TSInterfaceHeritage;

/** Prints a type and notes the names in it. */
export function printType(printing: Printing, node: TypeNode): string {
  const print = (type: TypeNode): string => printType(printing, type);
  const operand = (type: TypeNode): string => printOperand(printing, type);
  switch (node.type) {
    case "TSTypeReference":
      return noted(printing, dottedName(node.typeName)) + printArguments(printing, node.typeArguments);
    case "TSInterfaceHeritage":
      return printHeritage(printing, node);
    case "TSParenthesizedType":
      return print(node.typeAnnotation);
    case "TSArrayType":
      return `${operand(node.elementType)}[]`;
    case "TSUnionType":
      return node.types.map((type) => printOperand(printing, type, true)).join(" | ");
    case "TSIntersectionType":
      return node.types.map((type) => printOperand(printing, type, true)).join(" & ");
    case "TSTupleType":
      return `[${node.elementTypes.map(print).join(", ")}]`;
    case "TSNamedTupleMember":
      return `${node.label.name}${node.optional ? "?" : ""}: ${print(node.elementType)}`;
    case "TSOptionalType":
      return `${operand(node.typeAnnotation)}?`;
    case "TSRestType":
      return `...${operand(node.typeAnnotation)}`;
    case "TSTypeOperator":
      return `${node.operator} ${operand(node.typeAnnotation)}`;
    case "TSIndexedAccessType":
      return `${operand(node.objectType)}[${print(node.indexType)}]`;
    case "TSFunctionType":
    case "TSConstructorType":
      return printFunctionType(printing, node);
    case "TSTypeLiteral":
      return printMembers(printing, node.members);
    case "TSLiteralType":
      return printLiteral(printing, node);
    default:
      return printRare(printing, node);
  }
}

/** `const T extends A = B`. */
export function printTypeParameter(printing: Printing, node: Tree.TSTypeParameter): string {
  printing.bound.push(node.name.name);
  const words = [node.const && "const ", node.in && "in ", node.out && "out "]
    .filter((word) => word !== false)
    .join("");
  const limit = node.constraint === null ? "" : ` extends ${printType(printing, node.constraint)}`;
  const otherwise = node.default === null ? "" : ` = ${printType(printing, node.default)}`;
  return `${words}${node.name.name}${limit}${otherwise}`;
}

function printTypeParameters(printing: Printing, node: Tree.TSTypeParameterDeclaration | null): string {
  return node === null ? "" : `<${node.params.map((one) => printTypeParameter(printing, one)).join(", ")}>`;
}

function noted({ names }: Printing, name: string | undefined): string {
  if (name !== undefined && !names.includes(name)) names.push(name);
  return name ?? "";
}

function printArguments(printing: Printing, node: Tree.TSTypeParameterInstantiation | null): string {
  return node === null ? "" : `<${node.params.map((type) => printType(printing, type)).join(", ")}>`;
}

function printHeritage(printing: Printing, { expression, typeArguments }: Tree.TSInterfaceHeritage): string {
  const name = dottedName(expression);
  const printed = name === undefined ? written(printing, expression) : noted(printing, name);
  return printed + printArguments(printing, typeArguments);
}

/** In parentheses where the type would otherwise take in what stands around it. */
function printOperand(printing: Printing, node: TypeNode, inUnion = false): string {
  const bracketed = node.type === "TSParenthesizedType";
  const inner = bracketed ? node.typeAnnotation : node;
  const text = printType(printing, inner);
  const needed = looseTypes.has(inner.type) && (bracketed || !inUnion);
  return needed ? `(${text})` : text;
}

const looseTypes: ReadonlySet<string> = new Set([
  "TSUnionType",
  "TSIntersectionType",
  "TSFunctionType",
  "TSConstructorType",
  "TSConditionalType",
  "TSTypeOperator",
  "TSInferType",
]);

function printFunctionType(printing: Printing, node: Tree.TSFunctionType | Tree.TSConstructorType): string {
  const word = node.type === "TSFunctionType" ? "" : node.abstract ? "abstract new " : "new ";
  const head = `${printTypeParameters(printing, node.typeParameters)}(${printParameters(printing, node.params)})`;
  return `${word}${head} => ${printType(printing, node.returnType.typeAnnotation)}`;
}

function printParameters(printing: Printing, parameters: readonly Tree.ParamPattern[]): string {
  return parameters
    .map((parameter, index) => {
      const { target, type, optional, rest } = parameterParts(parameter);
      const printed = type === undefined ? "any" : printType(printing, type.typeAnnotation);
      return `${rest ? "..." : ""}${bindingName(target) ?? `_${index}`}${optional ? "?" : ""}: ${printed}`;
    })
    .join(", ");
}

/** `{ a: number; b?: string; f(x: number): void }`; a `;` ends it as well when there is a member of another kind. */
function printMembers(printing: Printing, members: readonly Tree.TSSignature[]): string {
  if (members.length === 0) return "{}";
  const plain = members.every(isPlainMember);
  return `{ ${members.map((member) => printMember(printing, member)).join("; ")}${plain ? "" : ";"} }`;
}

function isPlainMember(member: Tree.TSSignature): boolean {
  if (member.type !== "TSPropertySignature" && member.type !== "TSMethodSignature") return false;
  if (member.computed || member.key.type !== "Identifier") return false;
  if (member.type === "TSPropertySignature") return member.typeAnnotation !== null;
  return member.kind === "method" && member.typeParameters === null && member.returnType !== null;
}

function printMember(printing: Printing, member: Tree.TSSignature): string {
  switch (member.type) {
    case "TSPropertySignature":
      return `${member.readonly ? "readonly " : ""}${printKey(printing, member)}${annotation(printing, member.typeAnnotation)}`;
    case "TSIndexSignature":
      return `${member.readonly ? "readonly " : ""}[${printParameters(printing, member.parameters)}]${annotation(printing, member.typeAnnotation)}`;
    case "TSMethodSignature": {
      const word = member.kind === "method" ? "" : `${member.kind} `;
      return `${word}${printKey(printing, member)}${printSignature(printing, member)}`;
    }
    case "TSCallSignatureDeclaration":
      return printSignature(printing, member);
    case "TSConstructSignatureDeclaration":
      return `new ${printSignature(printing, member)}`;
  }
}

function printSignature(
  printing: Printing,
  {
    typeParameters,
    params,
    returnType,
  }: Tree.TSCallSignatureDeclaration | Tree.TSConstructSignatureDeclaration | Tree.TSMethodSignature,
): string {
  const head = `${printTypeParameters(printing, typeParameters)}(${printParameters(printing, params)})`;
  return `${head}${annotation(printing, returnType)}`;
}

function printKey(
  printing: Printing,
  { key, computed, optional }: Tree.TSPropertySignature | Tree.TSMethodSignature,
): string {
  const name = written(printing, key);
  return `${computed ? `[${name}]` : name}${optional ? "?" : ""}`;
}

function annotation(printing: Printing, node: Tree.TSTypeAnnotation | null): string {
  return node === null ? "" : `: ${printType(printing, node.typeAnnotation)}`;
}

/** Texts are in double quotes, numbers as they are written. */
function printLiteral(printing: Printing, { literal }: Tree.TSLiteralType): string {
  return literal.type === "Literal" && typeof literal.value === "string"
    ? JSON.stringify(literal.value)
    : written(printing, literal);
}

/** What hardly any signature has. */
function printRare(printing: Printing, node: Exclude<TypeNode, { type: "TSParenthesizedType" }>): string {
  const print = (type: TypeNode): string => printType(printing, type);
  switch (node.type) {
    case "TSConditionalType": {
      const condition = `${printCondition(printing, node.checkType)} extends ${printCondition(printing, node.extendsType)}`;
      return `${condition} ? ${print(node.trueType)} : ${print(node.falseType)}`;
    }
    case "TSInferType":
      return `infer ${printTypeParameter(printing, node.typeParameter)}`;
    case "TSTypePredicate": {
      const type = node.typeAnnotation === null ? "" : ` is ${print(node.typeAnnotation.typeAnnotation)}`;
      return `${node.asserts ? "asserts " : ""}${written(printing, node.parameterName)}${type}`;
    }
    case "TSTypeQuery":
      return `typeof ${printQueried(printing, node.exprName)}${printArguments(printing, node.typeArguments)}`;
    case "TSImportType":
      return printImportType(printing, node);
    case "TSMappedType":
      return printMappedType(printing, node);
    case "TSTemplateLiteralType": {
      const parts = node.quasis.map(({ value }, index) => {
        const type = node.types[index];
        return type === undefined ? value.raw : `${value.raw}\${${print(type)}}`;
      });
      return `\`${parts.join("")}\``;
    }
    default:
      return written(printing, node);
  }
}

/** A side of `extends`, which keeps its brackets where they tell two conditions apart. */
function printCondition(printing: Printing, node: Tree.TSType): string {
  const text = printType(printing, node);
  const needed = node.type === "TSParenthesizedType" && greedyTypes.has(node.typeAnnotation.type);
  return needed ? `(${text})` : text;
}

const greedyTypes: ReadonlySet<string> = new Set([
  "TSConditionalType",
  "TSFunctionType",
  "TSConstructorType",
  "TSInferType",
]);

function printQueried(printing: Printing, node: Tree.TSTypeQueryExprName): string {
  return node.type === "TSImportType" ? printImportType(printing, node) : noted(printing, dottedName(node));
}

function printImportType(printing: Printing, node: Tree.TSImportType): string {
  const options = node.options === null ? "" : `, ${written(printing, node.options)}`;
  const qualifier = node.qualifier === null ? "" : `.${written(printing, node.qualifier)}`;
  const from = JSON.stringify(node.source.value);
  return `import(${from}${options})${qualifier}${printArguments(printing, node.typeArguments)}`;
}

function printMappedType(printing: Printing, node: Tree.TSMappedType): string {
  printing.bound.push(node.key.name);
  const sign = (of: Tree.TSMappedTypeModifierOperator | false | null, word: string): string =>
    of === false || of === null ? "" : `${of === true ? "" : of}${word}`;
  const renamed = node.nameType === null ? "" : ` as ${printType(printing, node.nameType)}`;
  const key = `[${node.key.name} in ${printType(printing, node.constraint)}${renamed}]`;
  const type = node.typeAnnotation === null ? "" : `: ${printType(printing, node.typeAnnotation)}`;
  return `{ ${sign(node.readonly, "readonly ")}${key}${sign(node.optional, "?")}${type}; }`;
}

/** A piece of the text on one line. */
function written({ source }: Printing, { start, end }: { readonly start: number; readonly end: number }): string {
  return source.slice(start, end).replace(/\s+/g, " ");
}
