// What a file takes from its host that is not the same in every run: chance, clocks, timers, the language of the user.
import type { HostUse, HostUser } from "../model/raw.js";
import { globalObjects, hostFunctions, hostModules, hostObjects, suspicious } from "./host-words.js";
import { placeOf, type Parsing } from "./parsing.js";
import {
  bindingName,
  forEachChild,
  isClass,
  isFunction,
  memberName,
  parameterParts,
  propertyName,
  unwrap,
  withoutExport,
  type Tree,
} from "./tree.js";

type Kind = HostUse["kind"];

/** Declarations at the top level of a file, with what each uses; none where the file uses nothing of the host. */
export function hostUsers(parsing: Parsing): Omit<HostUser, "exported">[] {
  if (!suspicious.test(parsing.text)) return [];
  const { body } = parsing.program;
  const imported = importedKinds(body);
  const own = new Set(body.flatMap((statement) => topLevelParts(statement).map(({ name }) => name)));
  const users = body.flatMap((statement) =>
    topLevelParts(statement).map(({ name, node }): Omit<HostUser, "exported"> => {
      const walk = new Walk(parsing, imported, own);
      walk.run(node);
      return { name, uses: walk.uses, names: [...walk.names] };
    }),
  );
  return users.some(({ uses }) => uses.length > 0) ? users : [];
}

interface Part {
  readonly name: string;
  readonly node: Tree.Node;
}

function topLevelParts(statement: Tree.Node): Part[] {
  const node = withoutExport(statement);
  if (node.type === "TSEnumDeclaration") return [{ name: node.id.name, node }];
  if (isFunction(node) || isClass(node)) return [{ name: node.id?.name ?? "default", node }];
  if (node.type === "ExportDefaultDeclaration") return [{ name: "default", node: node.declaration }];
  if (node.type !== "VariableDeclaration") return [];
  return node.declarations.flatMap((each) => patternNames(each.id).map((name) => ({ name, node: each })));
}

/** Every name that is imported, with what it counts as if it counts. */
function importedKinds(body: readonly Tree.Node[]): ReadonlyMap<string, Kind | undefined> {
  const kinds = new Map<string, Kind | undefined>();
  for (const statement of body) {
    if (statement.type !== "ImportDeclaration") continue;
    const kind = hostModules.get(statement.source.value.replace(/^node:/, ""));
    for (const { local } of statement.specifiers) kinds.set(local.name, kind);
  }
  return kinds;
}

/** Goes through one declaration. */
class Walk {
  readonly uses: HostUse[] = [];
  readonly names = new Set<string>();
  readonly #parsing: Parsing;
  readonly #imported: ReadonlyMap<string, Kind | undefined>;
  readonly #own: ReadonlySet<string>;
  /** Names that are bound anywhere in the declaration: whether just here is not asked. */
  #bound: ReadonlySet<string> = new Set();

  constructor(parsing: Parsing, imported: ReadonlyMap<string, Kind | undefined>, own: ReadonlySet<string>) {
    this.#parsing = parsing;
    this.#imported = imported;
    this.#own = own;
  }

  run(node: Tree.Node): void {
    const bound = new Set<string>();
    collectBound(this.#parsing, node, bound);
    this.#bound = bound;
    this.#visit(node);
  }

  #visit(node: Tree.Node): void {
    switch (node.type) {
      case "Identifier":
        return this.#name(node);
      case "MemberExpression":
        return this.#member(node);
      case "NewExpression":
      case "CallExpression":
        return this.#call(node);
      case "VariableDeclarator":
        return this.#assigned(node, node.id, node.init);
      case "AssignmentExpression":
        return this.#assigned(node, node.left, node.operator === "=" ? node.right : null);
      case "AssignmentPattern":
        return this.#assigned(node, node.left, node.right);
      case "BinaryExpression":
        this.#visit(node.left);
        if (node.operator !== "instanceof" || unwrap(node.right).type !== "Identifier") this.#visit(node.right);
        return;
      case "ImportExpression":
        return this.#note(node, "import()", "host");
      case "MetaProperty":
        return node.meta.name === "import" ? this.#note(node, "import.meta", "host") : undefined;
      case "Property":
      case "MethodDefinition":
      case "PropertyDefinition":
        if (node.computed) this.#visit(node.key);
        if (node.value !== null) this.#visit(node.value);
        return;
      case "LabeledStatement":
        return this.#visit(node.body);
      case "BreakStatement":
      case "ContinueStatement":
        return;
      case "TSEnumMember":
        return node.initializer === null ? undefined : this.#visit(node.initializer);
      default:
        if (!node.type.startsWith("TS") || valueNodes.has(node.type) || unwrap(node) !== node) this.#children(node);
    }
  }

  #children(node: Tree.Node): void {
    forEachChild(this.#parsing.keys, node, (child) => this.#visit(child));
  }

  #name(node: Tree.Node & { readonly name: string }): void {
    const { name } = node;
    this.names.add(name);
    const imported = this.#bound.has(name) ? undefined : this.#imported.get(name);
    if (imported !== undefined) this.#note(node, name, imported);
    if (this.#isGlobal(name)) this.#judge(node, [name]);
  }

  #member(node: Tree.MemberExpression): void {
    const path = this.#globalPath(node);
    if (path.length === 0) this.#visit(node.object);
    else this.#judge(node, path);
    if (node.computed) this.#visit(node.property);
  }

  #call(node: Tree.CallExpression | Tree.NewExpression): void {
    const callee = unwrap(node.callee);
    const made = this.#globalPath(callee);
    const [name = "", ...more] = withoutGlobals(made);
    const isMade = (of: string): boolean => name === of && more.length === 0;
    if (isMade("Function")) this.#note(node, "Function()", "host");
    if (isMade("Date")) this.#date(node);
    const method = callee.type === "MemberExpression" ? (memberName(callee) ?? "") : "";
    if (method === "localeCompare" || /^toLocale[A-Z]/.test(method)) this.#note(callee, method, "locale");
    if (method === "getTimezoneOffset") this.#note(callee, method, "zone");
    if (!isMade("Date")) this.#visit(node.callee);
    for (const argument of node.arguments) this.#visit(argument);
  }

  /** With one argument it is a time that was given. */
  #date(node: Tree.CallExpression | Tree.NewExpression): void {
    const given = node.arguments.length;
    if (node.type === "CallExpression") this.#note(node, "Date()", "clock");
    else if (given === 0) this.#note(node, "new Date()", "clock");
    else if (given > 1) this.#note(node, "new Date(year, month, …)", "zone");
  }

  /** `const { random } = Math`. */
  #assigned(node: Tree.Node, target: Tree.Node, value: Tree.Node | null): void {
    const path = value === null ? [] : this.#globalPath(unwrap(value));
    const isApart = path.length > 0 && target.type === "ObjectPattern";
    if (!isApart) return this.#children(node);
    this.#apart(target, path);
    this.#visit(target);
  }

  #apart({ properties }: Tree.ObjectPattern | Tree.ObjectAssignmentTarget, path: readonly string[]): void {
    for (const property of properties) {
      if (property.type === "RestElement") this.#judge(property, path);
      else {
        const inner = [...path, propertyName(property.key, property.computed) ?? unknownMember];
        if (property.value.type === "ObjectPattern") this.#apart(property.value, inner);
        else this.#judge(property, inner);
      }
    }
  }

  /** The names that lead from every program's own object to a member: `Math`, `random`. */
  #globalPath(node: Tree.Node): readonly string[] {
    const path = pathOf(node);
    return this.#isGlobal(path[0] ?? "") ? path : [];
  }

  #isGlobal(name: string): boolean {
    return name !== "" && !this.#bound.has(name) && !this.#imported.has(name) && !this.#own.has(name);
  }

  /** Notes what is not the same in every run of what names lead to. */
  #judge(node: Tree.Node, path: readonly string[]): void {
    const inner = withoutGlobals(path);
    const [name, member] = inner;
    // Whoever has all of it can take what he likes.
    if (name === undefined || (name === unknownMember && inner !== path)) return this.#note(node, shown(path), "host");
    if (hostFunctions.has(name)) return this.#note(node, name, "host");
    const object = hostObjects.get(name);
    if (object === undefined) {
      const isOfWindow = /^(?:window|self)$/.test(path[0] ?? "") && /^[a-z]/.test(name);
      return isOfWindow ? this.#note(node, shown(path.slice(0, 2)), "host") : undefined;
    }
    const counts = member === undefined || member === unknownMember || (object.members?.has(member) ?? true);
    if (counts) this.#note(node, shown(inner.slice(0, 2)), object.kind);
  }

  #note(node: Tree.Node, what: string, kind: Kind): void {
    this.uses.push({ what, kind, place: placeOf(this.#parsing, node) });
  }
}

/** Nodes of TypeScript that hold more than types. */
const valueNodes: ReadonlySet<string> = new Set([
  "TSEnumDeclaration",
  "TSEnumBody",
  "TSInstantiationExpression",
  "TSParameterProperty",
]);

/** A member whose name is computed. */
const unknownMember = "[…]";

/** `Math`, `random` of `Math.random`, `Math["random"]` and `(Math as Random).random`; empty for what is no name. */
function pathOf(node: Tree.Node): readonly string[] {
  const inner = unwrap(node);
  if (inner.type === "Identifier") return [inner.name];
  if (inner.type !== "MemberExpression") return [];
  const path = pathOf(inner.object);
  return path.length === 0 ? path : [...path, memberName(inner) ?? unknownMember];
}

function withoutGlobals(path: readonly string[]): readonly string[] {
  const start = path.findIndex((name) => !globalObjects.has(name));
  return start === 0 ? path : start < 0 ? [] : path.slice(start);
}

function shown(path: readonly string[]): string {
  return path.join(".").replaceAll(`.${unknownMember}`, unknownMember);
}

function collectBound(parsing: Parsing, node: Tree.Node, bound: Set<string>): void {
  if (node.type === "VariableDeclarator") for (const name of patternNames(node.id)) bound.add(name);
  if (node.type === "CatchClause" && node.param !== null) for (const name of patternNames(node.param)) bound.add(name);
  if ("params" in node && Array.isArray(node.params)) {
    for (const parameter of node.params as readonly Tree.ParamPattern[]) {
      for (const name of patternNames(parameterParts(parameter).target)) bound.add(name);
    }
  }
  if (isFunction(node) || isClass(node)) bound.add(node.id?.name ?? "");
  forEachChild(parsing.keys, node, (child) => collectBound(parsing, child, bound));
}

/** The names that a pattern binds. */
function patternNames(pattern: Tree.BindingPattern): string[] {
  switch (pattern.type) {
    case "AssignmentPattern":
      return patternNames(pattern.left);
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => {
        if (element === null) return [];
        return patternNames(element.type === "RestElement" ? element.argument : element);
      });
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        patternNames(property.type === "RestElement" ? property.argument : property.value),
      );
    default:
      return [bindingName(pattern) ?? ""];
  }
}
