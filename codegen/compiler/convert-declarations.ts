import type { ts } from "@ts-morph/common";
import { convertExpression } from "./convert-expression.js";
import { convertFunction, convertSignature } from "./convert-function.js";
import { convertType } from "./convert-type.js";
import { docOf, placeOf, propertyName, type Parsing } from "./parsing.js";
import type { DeclarationSyntax, InterfaceSyntax, SourceSyntax } from "./syntax.js";

/** The declarations at the top level of a file, by name; a name can stand for a type and for a value. */
export function convertDeclarations(parsing: Parsing): SourceSyntax["declarations"] {
  const declarations = new Map<string, DeclarationSyntax[]>();
  for (const statement of parsing.source.statements) {
    for (const declaration of convertStatement(parsing, statement)) {
      const known = declarations.get(declaration.name) ?? [];
      declarations.set(declaration.name, merge(known, declaration));
    }
  }
  return declarations;
}

/** Overloads become one function, interfaces of one name become one. */
function merge(known: readonly DeclarationSyntax[], added: DeclarationSyntax): DeclarationSyntax[] {
  const others = known.filter(({ kind }) => kind !== added.kind);
  const same = known.find(({ kind }) => kind === added.kind);
  if (same === undefined) return [...known, added];
  if (same.kind === "interface" && added.kind === "interface") {
    return [
      ...others,
      {
        ...same,
        extends: [...same.extends, ...added.extends],
        functions: [...same.functions, ...added.functions],
        others: [...same.others, ...added.others],
      },
    ];
  }
  if (same.kind === "function" && added.kind === "function") {
    const signature = { ...added.function.signature, opaque: true };
    return [...others, { ...added, doc: same.doc, function: { ...added.function, signature } }];
  }
  return [...known, added];
}

function convertStatement(parsing: Parsing, node: ts.Statement): DeclarationSyntax[] {
  const { ts } = parsing;
  if (ts.isVariableStatement(node)) return convertVariables(parsing, node);
  if (ts.isInterfaceDeclaration(node)) return [convertInterface(parsing, node)];
  if (ts.isTypeAliasDeclaration(node)) return [convertAlias(parsing, node)];
  if (ts.isExportAssignment(node)) {
    if (ts.isIdentifier(node.expression)) return [];
    const value = convertExpression(parsing, node.expression);
    return [{ ...head(parsing, "default", node, value.place), kind: "constant", mutable: false, value }];
  }
  if (ts.isFunctionDeclaration(node)) {
    const place = placeOf(parsing, node.name ?? node);
    const named = head(parsing, node.name?.text ?? "default", node, place);
    return [{ ...named, kind: "function", function: convertFunction(parsing, node) }];
  }
  if (ts.isClassDeclaration(node)) {
    const heritage = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
    const named = head(parsing, node.name?.text ?? "default", node, placeOf(parsing, node.name ?? node));
    const extended = heritage && convertExpression(parsing, heritage.expression);
    return [{ ...named, kind: "class", heritage: extended, special: whatIsSpecial(parsing, node) }];
  }
  if (ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node)) {
    const what = ts.isEnumDeclaration(node) ? "an enum" : "a namespace";
    return [{ ...head(parsing, node.name.text, node, placeOf(parsing, node.name)), kind: "other", what }];
  }
  return [];
}

function whatIsSpecial({ ts }: Parsing, node: ts.ClassDeclaration): string | undefined {
  if (node.typeParameters !== undefined) return "has type parameters";
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.AbstractKeyword) ? "is abstract" : undefined;
}

function head(
  parsing: Parsing,
  name: string,
  documented: ts.Node,
  place: ReturnType<typeof placeOf>,
): Pick<DeclarationSyntax, "name" | "place" | "doc"> {
  return { name, place, doc: docOf(parsing, documented) };
}

function convertVariables(parsing: Parsing, node: ts.VariableStatement): DeclarationSyntax[] {
  const { ts } = parsing;
  const mutable = !(node.declarationList.flags & ts.NodeFlags.Const);
  return node.declarationList.declarations.flatMap((declaration): DeclarationSyntax[] => {
    if (!ts.isIdentifier(declaration.name)) return [];
    const value = declaration.initializer && convertExpression(parsing, declaration.initializer);
    const named = head(parsing, declaration.name.text, node, placeOf(parsing, declaration.name));
    return [{ ...named, kind: "constant", mutable, value }];
  });
}

function convertAlias(parsing: Parsing, node: ts.TypeAliasDeclaration): DeclarationSyntax {
  const named = head(parsing, node.name.text, node, placeOf(parsing, node.name));
  const generic = node.typeParameters !== undefined;
  if (parsing.ts.isTypeLiteralNode(node.type)) {
    return { ...named, kind: "interface", extends: [], generic, ...convertMembers(parsing, node.type.members) };
  }
  return { ...named, kind: "alias", generic, type: convertType(parsing, node.type) };
}

function convertInterface(parsing: Parsing, node: ts.InterfaceDeclaration): InterfaceSyntax {
  const bases = (node.heritageClauses ?? []).flatMap(({ types }) => types);
  return {
    ...head(parsing, node.name.text, node, placeOf(parsing, node.name)),
    kind: "interface",
    extends: bases.map((type) => convertType(parsing, type)),
    generic: node.typeParameters !== undefined,
    ...convertMembers(parsing, node.members),
  };
}

function convertMembers(
  parsing: Parsing,
  members: readonly ts.TypeElement[],
): Pick<InterfaceSyntax, "functions" | "others"> {
  const { ts } = parsing;
  const functions: InterfaceSyntax["functions"][number][] = [];
  const others: InterfaceSyntax["others"][number][] = [];
  for (const member of members) {
    const signature = functionOf(parsing, member);
    const name = member.name === undefined ? undefined : propertyName(ts, member.name);
    if (signature === undefined || name === undefined || member.questionToken !== undefined) {
      others.push({ what: describeMember(ts, member, name), place: placeOf(parsing, member.name ?? member) });
    } else {
      const named = head(parsing, name, member, placeOf(parsing, member.name ?? member));
      functions.push({ ...named, signature: convertSignature(parsing, signature) });
    }
  }
  return { functions, others };
}

/** A method, or a property whose type is a function. */
function functionOf({ ts }: Parsing, member: ts.TypeElement): ts.SignatureDeclaration | undefined {
  if (ts.isMethodSignature(member)) return member;
  if (!ts.isPropertySignature(member) || member.type === undefined) return undefined;
  const type = ts.isParenthesizedTypeNode(member.type) ? member.type.type : member.type;
  return ts.isFunctionTypeNode(type) ? type : undefined;
}

function describeMember(ts: Parsing["ts"], member: ts.TypeElement, name: string | undefined): string {
  if (ts.isCallSignatureDeclaration(member)) return "a call signature";
  if (ts.isConstructSignatureDeclaration(member)) return "a construct signature";
  if (ts.isIndexSignatureDeclaration(member)) return "an index signature";
  if (name === undefined) return "a computed name";
  return member.questionToken === undefined ? `the property \`${name}\`` : `the optional member \`${name}\``;
}
