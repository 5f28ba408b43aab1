import type { ts } from "@ts-morph/common";
import type { Place } from "../model/place.js";
import { placeOf, type Parsing } from "./parsing.js";
import type { BindingSyntax, ImportSyntax, ReexportSyntax } from "./syntax.js";

/** The imports of a file; `export … from` counts as one, since the file depends on it as well. */
export function convertImports(parsing: Parsing): ImportSyntax[] {
  const { ts, source } = parsing;
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return [];
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
    const typeOnly = ts.isExportDeclaration(statement) ? statement.isTypeOnly : isTypeOnly(ts, clause);
    return [{ specifier: specifier.text, place: placeOf(parsing, specifier), typeOnly }];
  });
}

function isTypeOnly(ts: Parsing["ts"], clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || ts.isNamespaceImport(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

/** What a file imports, by local name. */
export function convertBindings({ ts, source }: Parsing): ReadonlyMap<string, BindingSyntax> {
  const bindings = new Map<string, BindingSyntax>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const specifier = statement.moduleSpecifier.text;
    const { name, namedBindings } = statement.importClause ?? {};
    if (name !== undefined) bindings.set(name.text, { specifier, imported: "default" });
    if (namedBindings === undefined) continue;
    if (ts.isNamespaceImport(namedBindings)) bindings.set(namedBindings.name.text, { specifier, imported: "*" });
    else {
      for (const { name: local, propertyName } of namedBindings.elements) {
        bindings.set(local.text, { specifier, imported: (propertyName ?? local).text });
      }
    }
  }
  return bindings;
}

/** What a file hands on from others. */
export function convertReexports(parsing: Parsing): ReexportSyntax[] {
  const { ts, source } = parsing;
  return source.statements.flatMap((statement): ReexportSyntax[] => {
    if (!ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier, exportClause } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    const specifier = moduleSpecifier.text;
    if (exportClause === undefined) return [{ specifier, imported: "*", exported: undefined }];
    if (ts.isNamespaceExport(exportClause)) return [{ specifier, imported: "*", exported: exportClause.name.text }];
    return exportClause.elements.map(({ name, propertyName }) => ({
      specifier,
      imported: propertyName?.text ?? name.text,
      exported: name.text,
    }));
  });
}

/** Local names by the names under which a file exports them. */
export function convertExports(parsing: Parsing): ReadonlyMap<string, string> {
  const exports = new Map<string, string>();
  for (const statement of parsing.source.statements) collectExports(parsing.ts, statement, exports);
  return exports;
}

/** Where the value of `export default` stands. */
export function convertDefaultExport(parsing: Parsing): Place | undefined {
  const found = parsing.source.statements.find((statement) => parsing.ts.isExportAssignment(statement));
  return found && placeOf(parsing, found.expression);
}

function collectExports(ts: Parsing["ts"], statement: ts.Statement, exports: Map<string, string>): void {
  if (ts.isExportAssignment(statement)) {
    exports.set("default", ts.isIdentifier(statement.expression) ? statement.expression.text : "default");
  } else if (ts.isExportDeclaration(statement)) {
    const { exportClause, moduleSpecifier } = statement;
    if (moduleSpecifier !== undefined || exportClause === undefined || ts.isNamespaceExport(exportClause)) return;
    for (const { name, propertyName } of exportClause.elements) exports.set(name.text, propertyName?.text ?? name.text);
  } else if (ts.canHaveModifiers(statement)) {
    const kinds = (ts.getModifiers(statement) ?? []).map(({ kind }) => kind);
    if (!kinds.includes(ts.SyntaxKind.ExportKeyword)) return;
    const isDefault = kinds.includes(ts.SyntaxKind.DefaultKeyword);
    for (const name of declaredNames(ts, statement)) exports.set(isDefault ? "default" : name, name);
  }
}

/** The names that a statement declares; a class or function without one is called `default`. */
function declaredNames(ts: Parsing["ts"], statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  if (ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement))
    return [statement.name?.text ?? "default"];
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return [statement.name.text];
  return ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement) ? [statement.name.text] : [];
}
