// What a file does beside declaring: state that lives as long as the module, and logic.
import type { ts } from "@ts-morph/common";
import { writtenNames } from "./body-uses.js";
import { holdsFunction } from "./convert-expression.js";
import { placeOf, propertyName, unwrap, type Parsing } from "./parsing.js";
import type { SourceSyntax } from "./syntax.js";

type State = SourceSyntax["state"][number];
type Logic = SourceSyntax["logic"][number];

/** Declarations at the top level that keep something between calls. */
export function moduleState(parsing: Parsing): State[] {
  const constants = parsing.source.statements.flatMap((statement) => topLevelConstants(parsing, statement));
  const doubtful = constants.flatMap(({ node, name, list }) => {
    const why = mutability(parsing, node, list);
    return why === undefined ? [] : [{ name, node, ...why }];
  });
  const unsure = doubtful.filter((state) => !state.sure).map((state) => state.name);
  const others = [...calledNames(parsing), ...importedNames(parsing)];
  const written = writtenNames(parsing, unsure, others);
  const kept = doubtful.filter((state) => state.sure || written.has(state.name));
  return [
    ...kept.map(({ name, node, why }) => ({ name, place: placeOf(parsing, node.name), why })),
    ...others.flatMap((name): State[] => {
      const place = written.get(name);
      return place === undefined ? [] : [{ name, place, why: "what it stands for is written to" }];
    }),
    ...parsing.source.statements.flatMap((statement) => staticState(parsing, statement)),
  ];
}

/** Functions and classes: both can be given properties. */
function calledNames({ ts, source }: Parsing): string[] {
  return source.statements.flatMap((statement) =>
    (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name !== undefined
      ? [statement.name.text]
      : [],
  );
}

/** What is imported by name; an object that another file holds is state as well when it is written to. */
function importedNames({ ts, source }: Parsing): string[] {
  return source.statements.flatMap((statement) => {
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
    return bindings.elements.map(({ name }) => name.text);
  });
}

interface Constant {
  readonly name: string;
  readonly node: ts.VariableDeclaration;
  readonly list: ts.VariableDeclarationList;
}

function topLevelConstants({ ts }: Parsing, statement: ts.Statement): Constant[] {
  if (!ts.isVariableStatement(statement) || isAmbient(ts, statement)) return [];
  const list = statement.declarationList;
  return list.declarations.map((node) => ({ name: ts.isIdentifier(node.name) ? node.name.text : "_", node, list }));
}

function isAmbient(ts: Parsing["ts"], node: ts.HasModifiers): boolean {
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ?? false;
}

/** Why a variable may keep state; `sure` when nothing else has to be known. */
function mutability(
  parsing: Parsing,
  node: ts.VariableDeclaration,
  list: ts.VariableDeclarationList,
): { readonly why: string; readonly sure: boolean } | undefined {
  const { ts } = parsing;
  if (!(list.flags & ts.NodeFlags.Const)) {
    return { why: list.flags & ts.NodeFlags.Let ? "`let` can be assigned" : "`var` can be assigned", sure: true };
  }
  if (node.initializer === undefined || isConstAssertion(ts, node.initializer)) return undefined;
  const value = unwrap(ts, node.initializer);
  if (ts.isObjectLiteralExpression(value)) {
    return { why: "the object is written to", sure: false };
  }
  if (ts.isArrayLiteralExpression(value)) {
    const empty = value.elements.length === 0;
    return { why: empty ? "an empty array waits to be filled" : "the array is written to", sure: empty };
  }
  if (ts.isCallExpression(value) && isFunction(ts, unwrap(ts, value.expression))) {
    return { why: "a function that runs at once can keep what its result changes", sure: true };
  }
  return ts.isNewExpression(value) ? instanceMutability(parsing, value) : undefined;
}

function isFunction(ts: Parsing["ts"], node: ts.Expression): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

function instanceMutability(
  { ts, source }: Parsing,
  value: ts.NewExpression,
): { readonly why: string; readonly sure: boolean } | undefined {
  const name = value.expression.getText(source);
  if (/^(?:RegExp|URL|TextEncoder|TextDecoder|Intl\.\w+|Error|NotImplemented)$/.test(name)) return undefined;
  const container = /^(?:Map|Set|WeakMap|WeakSet|Array|ArrayBuffer|SharedArrayBuffer|DataView|\w+Array)$/.test(name);
  if (!container) return { why: `it holds an instance of \`${name}\``, sure: true };
  const [first] = value.arguments ?? [];
  const filled = first !== undefined && ts.isArrayLiteralExpression(unwrap(ts, first));
  return { why: `a \`${name}\` can be changed`, sure: !filled };
}

function isConstAssertion(ts: Parsing["ts"], node: ts.Expression): boolean {
  if (ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return isConstAssertion(ts, node.expression);
  return ts.isAsExpression(node) && ts.isConstTypeReference(node.type);
}

function staticState(parsing: Parsing, statement: ts.Statement): State[] {
  const { ts } = parsing;
  if (!ts.isClassDeclaration(statement)) return [];
  const owner = statement.name?.text ?? "default";
  return statement.members.flatMap((member) => {
    if (!ts.isPropertyDeclaration(member)) return [];
    const kinds = (ts.getModifiers(member) ?? []).map(({ kind }) => kind);
    if (!kinds.includes(ts.SyntaxKind.StaticKeyword) || kinds.includes(ts.SyntaxKind.ReadonlyKeyword)) return [];
    const name = `${owner}.${propertyName(ts, member.name) ?? "static"}`;
    return [{ name, place: placeOf(parsing, member.name), why: "a static property can be assigned" }];
  });
}

/** Functions and classes with bodies, and statements that run when the file is loaded. */
export function moduleLogic(parsing: Parsing, declarations: SourceSyntax["declarations"]): Logic[] {
  const constants = [...declarations.values()].flat().flatMap((declaration): Logic[] => {
    if (declaration.kind !== "constant" || declaration.value === undefined) return [];
    return holdsFunction(declaration.value) ? [{ name: declaration.name, place: declaration.place }] : [];
  });
  return [...constants, ...parsing.source.statements.flatMap((statement) => statementLogic(parsing, statement))];
}

function statementLogic(parsing: Parsing, statement: ts.Statement): Logic[] {
  const { ts } = parsing;
  if (ts.isFunctionDeclaration(statement)) {
    if (statement.body === undefined) return [];
    return [{ name: statement.name?.text ?? "default", place: placeOf(parsing, statement.name ?? statement) }];
  }
  if (ts.isClassDeclaration(statement)) return classLogic(parsing, statement);
  return isDeclaration(parsing, statement) ? [] : [{ name: "", place: placeOf(parsing, statement) }];
}

function isDeclaration({ ts }: Parsing, statement: ts.Statement): boolean {
  return (
    ts.isVariableStatement(statement) ||
    ts.isExportAssignment(statement) ||
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement) ||
    ts.isImportEqualsDeclaration(statement) ||
    ts.isNamespaceExportDeclaration(statement) ||
    ts.isEmptyStatement(statement) ||
    (ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression))
  );
}

function classLogic(parsing: Parsing, node: ts.ClassDeclaration): Logic[] {
  const { ts } = parsing;
  const owner = node.name?.text ?? "default";
  return node.members.flatMap((member) => {
    if (ts.isSemicolonClassElement(member) || ts.isIndexSignatureDeclaration(member)) return [];
    if (ts.isPropertyDeclaration(member) && member.initializer === undefined) return [];
    const name = member.name === undefined ? "constructor" : (propertyName(ts, member.name) ?? "computed");
    return [{ name: `${owner}.${name}`, place: placeOf(parsing, member.name ?? member) }];
  });
}
