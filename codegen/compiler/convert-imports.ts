import type { Place } from "../model/place.js";
import { namesOf } from "./body-patterns.js";
import { placeOf, type Parsing, type Stretch } from "./parsing.js";
import type { BindingSyntax, ImportSyntax, ReexportSyntax, SourceSyntax } from "./syntax.js";
import { bindingName, isClass, isFunction, stringOf, withoutExport, type Tree } from "./tree.js";

/** The imports of a file; `export … from` counts as one, since the file depends on it as well. */
export function convertImports(parsing: Parsing): ImportSyntax[] {
  const imports: ImportSyntax[] = [];
  for (const statement of parsing.program.body) {
    const source = "source" in statement ? statement.source : null;
    if (source === null) continue;
    const specifier = source.value;
    const typeOnly = isTypeOnly(statement);
    const isNone = typeOnly || statement.type !== "ImportDeclaration" || isOurs.test(specifier);
    const values = isNone ? noValues : valuesOf(parsing, statement);
    imports.push({ specifier, place: placeOf(parsing, source), typeOnly, values });
  }
  return imports;
}

const noValues: ImportSyntax["values"] = [];
const isOurs = /^ecsgen(?:\/|$)/;

function valuesOf(parsing: Parsing, { specifiers }: Tree.ImportDeclaration): ImportSyntax["values"] {
  const isValue = (one: Tree.ImportDeclarationSpecifier): one is Tree.ImportSpecifier =>
    one.type === "ImportSpecifier" && one.importKind !== "type";
  return specifiers.filter(isValue).map((one) => ({ name: exportName(one.imported), place: placeOf(parsing, one) }));
}

function isTypeOnly(statement: Tree.Node): boolean {
  if (statement.type !== "ImportDeclaration") return "exportKind" in statement && statement.exportKind === "type";
  if (statement.importKind === "type") return true;
  const { specifiers } = statement;
  return (
    specifiers.length > 0 && specifiers.every((one) => one.type === "ImportSpecifier" && one.importKind === "type")
  );
}

/** What a file imports, by local name. */
export function convertBindings({ program }: Parsing): ReadonlyMap<string, BindingSyntax> {
  const bindings = new Map<string, BindingSyntax>();
  for (const statement of program.body) {
    if (statement.type !== "ImportDeclaration") continue;
    const specifier = statement.source.value;
    statement.specifiers.forEach((each) => {
      bindings.set(each.local.name, { specifier, imported: importedName(each) });
    });
  }
  return bindings;
}

function importedName(specifier: Tree.ImportDeclarationSpecifier): string {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  return specifier.type === "ImportNamespaceSpecifier" ? "*" : exportName(specifier.imported);
}

function exportName(name: Tree.ModuleExportName): string {
  return name.type === "Literal" ? name.value : name.name;
}

/** What a file hands on from others. */
export function convertReexports({ program }: Parsing): ReexportSyntax[] {
  const reexports: ReexportSyntax[] = [];
  for (const statement of program.body) {
    if (statement.type === "ExportAllDeclaration") {
      const exported = statement.exported === null ? undefined : exportName(statement.exported);
      reexports.push({ specifier: statement.source.value, imported: "*", exported });
    } else if (statement.type === "ExportNamedDeclaration" && statement.source !== null) {
      const specifier = statement.source.value;
      for (const { local, exported } of statement.specifiers) {
        reexports.push({ specifier, imported: exportName(local), exported: exportName(exported) });
      }
    }
  }
  return reexports;
}

/** Local names by the names under which a file exports them. */
export function convertExports({ program }: Parsing): ReadonlyMap<string, string> {
  const exports = new Map<string, string>();
  for (const statement of program.body) collectExports(statement, exports);
  return exports;
}

function collectExports(statement: Tree.Node, exports: Map<string, string>): void {
  const value = exportedValue(statement);
  if (value !== undefined) {
    exports.set("default", bindingName(value) ?? "default");
  } else if (statement.type === "ExportDefaultDeclaration") {
    for (const name of declaredNames(withoutExport(statement))) exports.set("default", name);
  } else if (statement.type === "ExportNamedDeclaration" && statement.source === null) {
    for (const { local, exported } of statement.specifiers) exports.set(exportName(exported), exportName(local));
    if (statement.declaration !== null)
      for (const name of declaredNames(statement.declaration)) exports.set(name, name);
  }
}

/** The expression behind `export default` or `export =`. */
export function exportedValue(statement: Tree.Node): Tree.Expression | undefined {
  if (statement.type === "TSExportAssignment") return statement.expression;
  if (statement.type !== "ExportDefaultDeclaration" || withoutExport(statement) !== statement) return undefined;
  return statement.declaration.type === "TSInterfaceDeclaration" ? undefined : statement.declaration;
}

/** Where the value of `export default` stands. */
export function convertDefaultExport(parsing: Parsing): Place | undefined {
  for (const statement of parsing.program.body) {
    const value = exportedValue(statement);
    if (value !== undefined) return placeOf(parsing, value);
  }
  return undefined;
}

/** Default exports behind the first, which nobody could import: the parser lets them pass. */
export function laterDefaultExports(parsing: Parsing): SourceSyntax["errors"] {
  const values = parsing.program.body.filter((statement) => exportedValue(statement) !== undefined);
  return values.slice(1).map(({ start }) => ({
    place: placeOf(parsing, { start, end: start + "export default".length }),
    message: "A file has one default export",
  }));
}

/** Functions of a name that a function before has, which are no overloads: the parser lets them pass. */
export function laterFunctions(parsing: Parsing): SourceSyntax["errors"] {
  const names = new Set<string>();
  const later: SourceSyntax["errors"][number][] = [];
  for (const statement of parsing.program.body) {
    const node = withoutExport(statement);
    if (!isFunction(node) || node.id === null || node.body === null) continue;
    const { name } = node.id;
    if (names.has(name)) later.push({ place: placeOf(parsing, node.id), message: `\`${name}\` is declared twice` });
    names.add(name);
  }
  return later;
}

/** The names that a statement declares; a class or function without one is called `default`. */
function declaredNames(node: Tree.Node): string[] {
  if (node.type === "VariableDeclaration") return node.declarations.flatMap(({ id }) => namesOf(id));
  if (isClass(node) || isFunction(node)) return [node.id?.name ?? "default"];
  if (node.type === "TSInterfaceDeclaration" || node.type === "TSTypeAliasDeclaration") return [node.id.name];
  const space = spaceName(node);
  return space === undefined ? [] : [space.name];
}

/** The name of an enum or a namespace, the first one of `namespace a.b.c`; undefined for anything else. */
export function spaceName(node: Tree.Node): (Stretch & { readonly name: string }) | undefined {
  if (node.type === "TSEnumDeclaration") return node.id;
  if (node.type !== "TSModuleDeclaration") return undefined;
  let first: Tree.Node = node.id;
  while (first.type === "TSQualifiedName") first = first.left;
  const { start, end } = first;
  return { start, end, name: stringOf(first) ?? bindingName(first) ?? "" };
}
