// What a file takes from its host that is not the same in every run: chance, clocks, timers, the language of the user.
import type { HostUse, HostUser } from "../model/raw.js";
import { placeOf, type Parsing } from "./parsing.js";
import {
  bindingName,
  dottedName,
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

/** A file without any of these words uses nothing of it; nearly every file is such a one. */
const suspicious = new RegExp(
  "\\b(?:random|Date|performance|crypto|process|perf_hooks|os|fetch|queueMicrotask|localeCompare|toLocale\\w+|" +
    "set(?:Timeout|Interval|Immediate)|request(?:AnimationFrame|IdleCallback))\\b",
);

/** Objects of every program of which everything counts, or some members. */
const objects: ReadonlyMap<string, { readonly kind: Kind; readonly members?: ReadonlySet<string> }> = new Map([
  ["Math", { kind: "chance", members: new Set(["random"]) }],
  ["Date", { kind: "clock", members: new Set(["now"]) }],
  ["performance", { kind: "clock" }],
  ["crypto", { kind: "chance" }],
  ["process", { kind: "host" }],
]);

const timers = "setTimeout setInterval setImmediate requestAnimationFrame requestIdleCallback queueMicrotask fetch";
const functions: ReadonlySet<string> = new Set(timers.split(" "));

/** Modules of Node all of which counts. */
const modules: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["crypto", "chance"],
  ["perf_hooks", "clock"],
  ["process", "host"],
  ["os", "host"],
  ["timers", "host"],
  ["timers/promises", "host"],
]);

/** Other names of the object that has all the others. */
const globals: ReadonlySet<string> = new Set(["globalThis", "window", "self", "global"]);

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
    const kind = modules.get(statement.source.value.replace(/^node:/, ""));
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
    if (node.type.startsWith("TS") && unwrap(node) === node) return;
    switch (node.type) {
      case "Identifier":
        return this.#name(node);
      case "MemberExpression":
        return this.#member(node);
      case "NewExpression":
      case "CallExpression":
        return this.#call(node);
      case "VariableDeclarator":
        return this.#variable(node);
      case "Property":
      case "MethodDefinition":
      case "PropertyDefinition":
        if (node.computed) this.#visit(node.key);
        if (node.value !== null) this.#visit(node.value);
        return;
      default:
        this.#children(node);
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
    if (!this.#isGlobal(name)) return;
    if (functions.has(name)) this.#note(node, name, "host");
    const object = objects.get(name);
    if (object !== undefined && object.members === undefined) this.#note(node, name, object.kind);
  }

  #member(node: Tree.MemberExpression): void {
    const path = this.#globalPath(node);
    const [first, member] = path;
    const object = first === undefined ? undefined : objects.get(first);
    if (object !== undefined && member !== undefined && (object.members?.has(member) ?? true)) {
      return this.#note(node, `${first}.${member}`, object.kind);
    }
    if (first !== undefined && member === undefined && functions.has(first)) return this.#note(node, first, "host");
    this.#visit(node.object);
    if (node.computed) this.#visit(node.property);
  }

  #call(node: Tree.CallExpression | Tree.NewExpression): void {
    const callee = unwrap(node.callee);
    const date = callee.type === "Identifier" ? callee.name : this.#globalPath(callee).join(".");
    const now = node.type === "CallExpression" || node.arguments.length === 0;
    if (date === "Date" && this.#isGlobal("Date") && now) {
      this.#note(node, node.type === "CallExpression" ? "Date()" : "new Date()", "clock");
    }
    const method = callee.type === "MemberExpression" ? (memberName(callee) ?? "") : "";
    if (method === "localeCompare" || /^toLocale[A-Z]/.test(method)) this.#note(callee, method, "locale");
    this.#children(node);
  }

  /** `const { random } = Math`. */
  #variable(node: Tree.VariableDeclarator): void {
    const [first, more] = node.init === null ? [] : this.#globalPath(unwrap(node.init));
    const object = first === undefined || more !== undefined ? undefined : objects.get(first);
    if (object?.members !== undefined && node.id.type === "ObjectPattern") {
      for (const property of node.id.properties) {
        const key = property.type === "Property" ? propertyName(property.key, property.computed) : undefined;
        if (key !== undefined && object.members.has(key)) this.#note(property, `${first}.${key}`, object.kind);
      }
    }
    this.#children(node);
  }

  /** The names that lead from every program's own object to a member: `Math`, `random`. */
  #globalPath(node: Tree.Node): string[] {
    const path = (dottedName(node) ?? "").split(".");
    const [first = "", ...rest] = path;
    if (!this.#isGlobal(first)) return [];
    return globals.has(first) ? rest : path;
  }

  #isGlobal(name: string): boolean {
    return name !== "" && !this.#bound.has(name) && !this.#imported.has(name) && !this.#own.has(name);
  }

  #note(node: Tree.Node, what: string, kind: Kind): void {
    this.uses.push({ what, kind, place: placeOf(this.#parsing, node) });
  }
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
