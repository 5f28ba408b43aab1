// What a file does beside declaring: state that lives as long as the module, and logic.
import { namesOf } from "./body-patterns.js";
import { assignedNames } from "./given.js";
import { globalObjects } from "./host-words.js";
import { writtenNames } from "./written-names.js";
import { holdsFunction } from "./convert-expression.js";
import { exportedValue } from "./convert-imports.js";
import { writesItself } from "./own-methods.js";
import { placeOf, placeOfBinding, placeOfKey, type Parsing } from "./parsing.js";
import { allDeclarations, type SourceSyntax } from "./syntax.js";
import { bindingName, isClass, isFunction, propertyName, someChild, unwrap, withoutExport, type Tree } from "./tree.js";

type State = SourceSyntax["state"][number];
type Logic = SourceSyntax["logic"][number];

/** Declarations at the top level that keep something between calls, and constants of objects and arrays that stay as they are. */
export function moduleState(parsing: Parsing): Pick<SourceSyntax, "state" | "fixed" | "given"> {
  const { body } = parsing.program;
  const nodes = body.map(withoutExport);
  const variables = nodes.filter((node) => node.type === "VariableDeclaration");
  const doubtful = variables.flatMap((node) => doubtfulConstants(parsing, node));
  const unsure = doubtful.filter((state) => !state.sure).map((state) => state.name);
  const own = body.filter((node) => node.type === "VariableDeclaration");
  const nested = own.flatMap(nestedConstants).filter((name) => !unsure.includes(name));
  const others = (): string[] => [
    ...globalObjects,
    ...calledNames(nodes),
    ...importedNames(nodes),
    ...variables.flatMap(madeNames).filter((name) => !unsure.includes(name) && !nested.includes(name)),
  ];
  const { written, given } = writtenNames(parsing, nodes, [...unsure, ...nested], others);
  const kept = doubtful.filter((state) => state.sure || written.has(state.name));
  const fixed = [
    ...unsure.filter((name) => !written.has(name) && given.get(name)?.some((path) => path.length === 0) !== true),
    ...variables.flatMap(readonlyConstants),
  ];
  const state = [
    ...kept.map(({ name, id, why }) => ({ name, place: placeOfBinding(parsing, id), why })),
    ...(written.size === 0 ? [] : others()).flatMap((name): State[] => {
      const place = written.get(name);
      return place === undefined ? [] : [{ name, place, why: "what it stands for is written to" }];
    }),
    ...nodes.filter(isClass).flatMap((node) => staticState(parsing, node)),
  ];
  return { state, fixed: new Set(fixed), given };
}

/** Constants of a file's own that hold objects or arrays within others. */
function nestedConstants({ kind, declarations }: Tree.VariableDeclaration): string[] {
  if (kind !== "const") return [];
  return declarations.flatMap(({ id, init }) => {
    const value = init && unwrap(init);
    const parts =
      value?.type === "ArrayExpression" ? value.elements : value?.type === "ObjectExpression" ? value.properties : [];
    return parts.some((part) => part !== null && isContainer(part.type === "Property" ? part.value : part))
      ? (bindingName(id) ?? [])
      : [];
  });
}

function isContainer(node: Tree.Node): boolean {
  return /^(?:Array|Object)Expression$/.test(unwrap(node).type);
}

/** Constants that nobody can write to, by their types. */
function readonlyConstants({ kind, declarations }: Tree.VariableDeclaration): string[] {
  if (kind !== "const") return [];
  return declarations.flatMap(({ id, init }) => {
    const type = id.typeAnnotation?.typeAnnotation;
    const isReadonly = (init !== null && isConstAssertion(init)) || (type !== undefined && isReadonlyType(type));
    return isReadonly ? (bindingName(id) ?? []) : [];
  });
}

function isReadonlyType(type: Tree.TSType): boolean {
  if (type.type === "TSTypeOperator") return type.operator === "readonly";
  return type.type === "TSTypeReference" && /^Readonly(?:Array)?$/.test(bindingName(type.typeName) ?? "");
}

/** Functions and classes: both can be given properties. */
function calledNames(nodes: readonly Tree.Node[]): string[] {
  return nodes.filter((node) => isFunction(node) || isClass(node)).flatMap(({ id }) => id?.name ?? []);
}

/** Constants that something else made, or that were taken out of it: nobody knows of what they stand for whether it is shared. */
function madeNames({ kind, declarations, declare }: Tree.VariableDeclaration): readonly string[] {
  if (kind !== "const" || declare === true) return [];
  return declarations.flatMap(({ id, init }) => (init === null || init.type.endsWith("Literal") ? [] : namesOf(id)));
}

/** What is imported; an object that another file holds is state as well when it is written to. */
function importedNames(nodes: readonly Tree.Node[]): string[] {
  const names: string[] = [];
  for (const node of nodes) {
    if (node.type !== "ImportDeclaration") continue;
    names.push(...node.specifiers.map(({ local }) => local.name));
  }
  return names;
}

interface Doubt {
  readonly why: string;
  /** Nothing else has to be known. */
  readonly sure: boolean;
}

function doubtfulConstants(
  parsing: Parsing,
  node: Tree.VariableDeclaration,
): (Doubt & { readonly name: string; readonly id: Tree.BindingPattern })[] {
  if (node.declare === true) return [];
  return node.declarations.flatMap(({ id, init }) => {
    const doubt = mutability(parsing, node.kind, init);
    return doubt === undefined ? [] : [{ name: bindingName(id) ?? "_", id, ...doubt }];
  });
}

/** Why a variable may keep state. */
function mutability(
  parsing: Parsing,
  kind: Tree.VariableDeclarationKind,
  initializer: Tree.Expression | null,
): Doubt | undefined {
  if (kind === "let" || kind === "var") return { why: `\`${kind}\` can be assigned`, sure: true };
  if (initializer === null || isConstAssertion(initializer)) return undefined;
  const value = unwrap(initializer);
  if (value.type === "ObjectExpression") {
    if (writesItself(parsing, value)) return { why: "its own functions write to it", sure: true };
    return { why: "the object is written to", sure: false };
  }
  if (value.type === "ArrayExpression") {
    const empty = value.elements.length === 0;
    return { why: empty ? "an empty array waits to be filled" : "the array is written to", sure: empty };
  }
  if (value.type === "CallExpression") return resultMutability(parsing, value);
  return value.type === "NewExpression" ? instanceMutability(parsing, value) : undefined;
}

function resultMutability(parsing: Parsing, { callee }: Tree.CallExpression): Doubt | undefined {
  const called = unwrap(callee);
  if (isFunctionExpression(called))
    return { why: "a function that runs at once can keep what its result changes", sure: true };
  const name = parsing.text.slice(called.start, called.end);
  if (/^(?:\w*Array\.(?:from|of)|Array|Object\.\w+|structuredClone)$/.test(name))
    return { why: "the object is written to", sure: false };
  const maker = parsing.program.body.map(withoutExport).find((node) => isFunction(node) && node.id?.name === name);
  if (maker === undefined || !isFunction(maker) || maker.body === null) return undefined;
  if (maker.generator) return { why: "a generator goes on where it stopped", sure: true };
  return keepsVariable(parsing, maker.body)
    ? { why: `\`${name}\` keeps what its result changes`, sure: true }
    : undefined;
}

/** Whether a function within a body changes a variable of the body. */
function keepsVariable(parsing: Parsing, { body }: Tree.FunctionBody): boolean {
  const names = body.flatMap((node) =>
    node.type === "VariableDeclaration" && node.kind !== "const"
      ? node.declarations.flatMap(({ id }) => namesOf(id))
      : [],
  );
  if (names.length === 0) return false;
  const isInner = (node: Tree.Node): boolean => isFunctionExpression(node) || node.type === "FunctionDeclaration";
  const changes = (node: Tree.Node): boolean =>
    isInner(node)
      ? [...assignedNames(parsing, node)].some((name) => names.includes(name))
      : someChild(parsing.keys, node, changes);
  return body.some(changes);
}

function isFunctionExpression({ type }: Tree.Node): boolean {
  return type === "ArrowFunctionExpression" || type === "FunctionExpression";
}

function instanceMutability({ text }: Parsing, value: Tree.NewExpression): Doubt | undefined {
  const name = text.slice(value.callee.start, value.callee.end);
  if (/^(?:RegExp|URL|TextEncoder|TextDecoder|Intl\.\w+|Error|NotImplemented)$/.test(name)) return undefined;
  const container = /^(?:Map|Set|WeakMap|WeakSet|Array|ArrayBuffer|SharedArrayBuffer|DataView|\w+Array)$/.test(name);
  if (!container) return { why: `it holds an instance of \`${name}\``, sure: true };
  const [first] = value.arguments;
  const filled = first !== undefined && unwrap(first).type === "ArrayExpression";
  return { why: `a \`${name}\` can be changed`, sure: !filled };
}

function isConstAssertion(node: Tree.Expression): boolean {
  if (node.type === "TSSatisfiesExpression" || node.type === "ParenthesizedExpression") {
    return isConstAssertion(node.expression);
  }
  if (node.type !== "TSAsExpression" || node.typeAnnotation.type !== "TSTypeReference") return false;
  return bindingName(node.typeAnnotation.typeName) === "const";
}

function staticState(parsing: Parsing, node: Tree.Class): State[] {
  const owner = node.id?.name ?? "default";
  return node.body.body.flatMap((member) => {
    if (!isProperty(member) || !member.static || member.readonly === true) return [];
    const name = `${owner}.${propertyName(member.key, member.computed) ?? "static"}`;
    const place = placeOfKey(parsing, member.key, member.computed);
    return [{ name, place, why: "a static property can be assigned" }];
  });
}

function isProperty(member: Tree.ClassElement): member is Tree.PropertyDefinition | Tree.AccessorProperty {
  return "value" in member && member.type !== "MethodDefinition" && member.type !== "TSAbstractMethodDefinition";
}

/** Functions and classes with bodies, and statements that run when the file is loaded. */
export function moduleLogic(parsing: Parsing, declarations: SourceSyntax["declarations"]): Logic[] {
  const logic: Logic[] = [];
  for (const declaration of allDeclarations(declarations)) {
    if (declaration.kind !== "constant" || declaration.value === undefined) continue;
    if (holdsFunction(declaration.value)) logic.push({ name: declaration.name, place: declaration.place });
  }
  for (const statement of parsing.program.body) logic.push(...statementLogic(parsing, statement));
  return logic;
}

function statementLogic(parsing: Parsing, statement: Tree.Node): Logic[] {
  const node = withoutExport(statement);
  if (isFunction(node)) {
    if (node.body === null) return [];
    return [{ name: node.id?.name ?? "default", place: placeOf(parsing, node.id ?? statement) }];
  }
  if (isClass(node)) return classLogic(parsing, node);
  return isDeclaration(node) ? [] : [{ name: "", place: placeOf(parsing, statement) }];
}

const declaringStatements: ReadonlySet<Tree.Node["type"]> = new Set([
  "VariableDeclaration",
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "TSInterfaceDeclaration",
  "TSTypeAliasDeclaration",
  "TSEnumDeclaration",
  "TSModuleDeclaration",
  "TSImportEqualsDeclaration",
  "TSNamespaceExportDeclaration",
  "EmptyStatement",
]);

function isDeclaration(node: Tree.Node): boolean {
  if (declaringStatements.has(node.type) || exportedValue(node) !== undefined) return true;
  return node.type === "ExpressionStatement" && "value" in node.expression && typeof node.expression.value === "string";
}

function classLogic(parsing: Parsing, node: Tree.Class): Logic[] {
  const owner = node.id?.name ?? "default";
  return node.body.body.flatMap((member) => {
    if (member.type === "TSIndexSignature" || (isProperty(member) && member.value === null)) return [];
    if (member.type === "StaticBlock" || ("kind" in member && member.kind === "constructor")) {
      return [{ name: `${owner}.constructor`, place: placeOf(parsing, member) }];
    }
    const name = propertyName(member.key, member.computed) ?? "computed";
    return [{ name: `${owner}.${name}`, place: placeOfKey(parsing, member.key, member.computed) }];
  });
}
