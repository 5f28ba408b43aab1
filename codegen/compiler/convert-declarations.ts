import type { Body } from "../model/body.js";
import { convertExpression } from "./convert-expression.js";
import { convertWhole } from "./convert-body.js";
import { convertFunction, convertSignature, type SignatureNode } from "./convert-function.js";
import { exportedValue, spaceName } from "./convert-imports.js";
import { convertProperties, convertType } from "./convert-type.js";
import { docOf, placeOf, placeOfBinding, placeOfKey, type Parsing, type Stretch } from "./parsing.js";
import { headPlace } from "./head-place.js";
import type { DeclarationSyntax, Expression, InterfaceSyntax, SourceSyntax } from "./syntax.js";
import { bindingName, isClass, isFunction, propertyName, startOf, withoutExport, type Tree } from "./tree.js";

/** The declarations at the top level of a file, by name; a name can stand for a type and for a value. */
export function convertDeclarations(parsing: Parsing): SourceSyntax["declarations"] {
  const declarations = new Map<string, DeclarationSyntax[]>();
  parsing.program.body.forEach((statement) => {
    convertStatement(parsing, statement).forEach((declaration) => {
      const known = declarations.get(declaration.name);
      declarations.set(declaration.name, known === undefined ? [declaration] : merge(known, declaration));
    });
  });
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
        properties: [...same.properties, ...added.properties],
        others: [...same.others, ...added.others],
        whole: undefined,
      },
    ];
  }
  if (same.kind === "function" && added.kind === "function") {
    const signature = { ...added.function.signature, opaque: true };
    return [...others, { ...added, doc: same.doc, function: { ...added.function, signature } }];
  }
  return [...known, added];
}

function convertStatement(parsing: Parsing, statement: Tree.Directive | Tree.Statement): DeclarationSyntax[] {
  const value = exportedValue(statement);
  if (value !== undefined) return bindingName(value) === undefined ? [convertDefault(parsing, statement, value)] : [];
  const node = withoutExport(statement);
  const head = (name: string, place: Stretch): Head => headOf(parsing, statement, name, place);
  if (node.type === "VariableDeclaration") return convertVariables(parsing, node, statement);
  const isKept = node === statement;
  if (node.type === "TSInterfaceDeclaration")
    return [convertInterface(parsing, node, head(node.id.name, node.id), isKept)];
  if (node.type === "TSTypeAliasDeclaration") return [convertAlias(parsing, node, head(node.id.name, node.id), isKept)];
  if (isFunction(node)) {
    const named = head(node.id?.name ?? "default", node.id ?? statement);
    const whole = isKept && node.body !== null ? convertWhole(parsing, node, [node]) : undefined;
    return [{ kind: "function", function: convertFunction(parsing, node), whole, ...named }];
  }
  if (isClass(node)) {
    const named = head(node.id?.name ?? "default", node.id ?? statement);
    const heritage = node.superClass === null ? undefined : convertExpression(parsing, node.superClass);
    return [{ kind: "class", heritage, special: whatIsSpecial(node), ...named }];
  }
  if (node.type === "TSEnumDeclaration") {
    return [{ kind: "enum", whole: isKept ? wholeEnum(parsing, node) : undefined, ...head(node.id.name, node.id) }];
  }
  const space = spaceName(node);
  if (space === undefined) return [];
  const what = node.type === "TSModuleDeclaration" && node.declare ? "an ambient namespace" : "a namespace";
  return [{ kind: "other", what, ...head(space.name, space) }];
}

type Head = Pick<DeclarationSyntax, "name" | "place" | "doc">;

function headOf(parsing: Parsing, statement: Tree.Node, name: string, place: Stretch): Head {
  return { name, place: placeOf(parsing, place), doc: docOf(parsing, startOf(statement)) };
}

function convertDefault(parsing: Parsing, statement: Tree.Node, of: Tree.Expression): DeclarationSyntax {
  const value = convertExpression(parsing, of);
  const doc = docOf(parsing, statement.start);
  const head = { name: "default", place: headPlace(value), doc };
  return { kind: "constant", mutable: false, type: undefined, value, whole: undefined, ...head };
}

function whatIsSpecial({ typeParameters, abstract }: Tree.Class): string | undefined {
  if (typeParameters) return "has type parameters";
  return abstract === true ? "is abstract" : undefined;
}

function convertVariables(
  parsing: Parsing,
  { kind, declarations }: Tree.VariableDeclaration,
  statement: Tree.Node,
): DeclarationSyntax[] {
  const mutable = kind === "let" || kind === "var";
  const doc = docOf(parsing, statement.start);
  return declarations.flatMap((declarator): DeclarationSyntax[] => {
    const { id, init } = declarator;
    const name = bindingName(id);
    if (name === undefined) return [];
    const value = init === null ? undefined : convertExpression(parsing, init);
    const annotation = id.typeAnnotation?.typeAnnotation;
    const type = annotation && parsing.text.slice(annotation.start, annotation.end);
    const whole = mutable || statement.type !== "VariableDeclaration" ? undefined : wholeOf(parsing, declarator, value);
    return [{ name, place: placeOfBinding(parsing, id), doc, kind: "constant", mutable, type, value, whole }];
  });
}

/** A value, a function, or a table of values. */
function wholeOf(
  parsing: Parsing,
  { id, init, start, end }: Tree.VariableDeclarator,
  value: Expression | undefined,
): Body | undefined {
  if (init === null || value === undefined || value.kind === "new" || value.kind === "other") return undefined;
  const type = id.typeAnnotation;
  return convertWhole(parsing, { start, end }, [...(type ? [type] : []), init]);
}

/** The members of an enum name each other. */
function wholeEnum(parsing: Parsing, { start, end, declare, body }: Tree.TSEnumDeclaration): Body | undefined {
  if (declare) return undefined;
  const values = body.members.flatMap(({ initializer }) => initializer ?? []);
  const names = body.members.flatMap(({ id }) => (id.type === "Identifier" ? id.name : []));
  return convertWhole(parsing, { start, end }, values, names);
}

function convertAlias(
  parsing: Parsing,
  node: Tree.TSTypeAliasDeclaration,
  head: Head,
  isKept: boolean,
): DeclarationSyntax {
  const generic = node.typeParameters !== null;
  const type = node.typeAnnotation;
  const whole = isKept ? convertWhole(parsing, node, [...typeParameters(node), type]) : undefined;
  if (type.type === "TSTypeLiteral") {
    return { kind: "interface", extends: [], generic, whole, ...head, ...convertMembers(parsing, type.members) };
  }
  return { kind: "alias", generic, whole, type: convertType(parsing, type), ...head };
}

function typeParameters({ typeParameters: of }: Pick<Tree.TSTypeAliasDeclaration, "typeParameters">): Tree.Node[] {
  return of === null || of === undefined ? [] : [of];
}

function convertInterface(
  parsing: Parsing,
  node: Tree.TSInterfaceDeclaration,
  head: Head,
  isKept: boolean,
): InterfaceSyntax {
  return {
    kind: "interface",
    extends: node.extends.map((type) => convertType(parsing, type)),
    generic: node.typeParameters !== null,
    whole: isKept ? convertWhole(parsing, node, [...typeParameters(node), ...node.extends, node.body]) : undefined,
    ...head,
    ...convertMembers(parsing, node.body.body),
  };
}

function convertMembers(
  parsing: Parsing,
  members: readonly Tree.TSSignature[],
): Pick<InterfaceSyntax, "functions" | "properties" | "others"> {
  const functions: InterfaceSyntax["functions"][number][] = [];
  const others: InterfaceSyntax["others"][number][] = [];
  for (const member of members) {
    const named = "key" in member ? member : undefined;
    const name = named && propertyName(named.key, named.computed);
    const place = named ? placeOfKey(parsing, named.key, named.computed) : placeOf(parsing, member);
    const signature = functionOf(member);
    if (signature === undefined || name === undefined || named?.optional === true) {
      others.push({ what: describeMember(member, name), place });
    } else {
      const doc = docOf(parsing, member.start);
      functions.push({ name, place, doc, signature: convertSignature(parsing, signature) });
    }
  }
  const properties = members.flatMap((member) => convertProperties(parsing, [member]) ?? []);
  return { functions, properties, others };
}

/** A method, or a property whose type is a function. */
function functionOf(member: Tree.TSSignature): SignatureNode | undefined {
  if (member.type === "TSMethodSignature") return member.kind === "method" ? member : undefined;
  if (member.type !== "TSPropertySignature" || member.typeAnnotation === null) return undefined;
  const written = member.typeAnnotation.typeAnnotation;
  const type = written.type === "TSParenthesizedType" ? written.typeAnnotation : written;
  return type.type === "TSFunctionType" ? type : undefined;
}

function describeMember(member: Tree.TSSignature, name: string | undefined): string {
  if (member.type === "TSCallSignatureDeclaration") return "a call signature";
  if (member.type === "TSConstructSignatureDeclaration") return "a construct signature";
  if (member.type === "TSIndexSignature") return "an index signature";
  if (name === undefined) return "a computed name";
  return member.optional ? `the optional member \`${name}\`` : `the property \`${name}\``;
}
