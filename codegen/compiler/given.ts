// What the arguments of a call tell by their text: names from outside of the body, and literals around them.
import type { Given } from "../model/uses.js";
import type { Parsing } from "./parsing.js";
import { lookup, type Scope } from "./tracking.js";
import { dottedName, forEachChild, propertyName, unwrap, type Tree } from "./tree.js";

const unknown: Given = { kind: "other" };

/** What names outside of the body, and literals around them, tell of a value. */
export function givenOf(parsing: Parsing, node: Tree.Node | null, scope: Scope): Given {
  if (node === null) return unknown;
  const within = (inner: Tree.Node | null): Given => givenOf(parsing, inner, scope);
  const inner = unwrap(node);
  switch (inner.type) {
    case "Identifier":
    case "MemberExpression":
      return namedBy(dottedName(inner), scope);
    case "ConditionalExpression":
      return { kind: "either", of: [within(inner.consequent), within(inner.alternate)] };
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return { kind: "function", returns: returnedBy(parsing, inner, scope) };
    case "ArrayExpression":
      if (inner.elements.some((element) => element?.type === "SpreadElement")) return unknown;
      return { kind: "list", items: inner.elements.map(within) };
    case "ObjectExpression": {
      const members = inner.properties.map((property) => membersOf(property, within));
      return members.every((some) => some !== undefined)
        ? { kind: "record", members: new Map(members.flat()) }
        : unknown;
    }
    default:
      return unknown;
  }
}

function namedBy(name: string | undefined, scope: Scope): Given {
  const [first = ""] = name?.split(".") ?? [];
  return name === undefined || lookup(scope, first) !== undefined ? unknown : { kind: "name", name };
}

/** `...(isBig ? { heavy: true } : {})` may have members of both, and their values instead of others. */
function membersOf(
  property: Tree.ObjectExpression["properties"][number],
  within: (node: Tree.Node) => Given,
): [string, Given][] | undefined {
  if (property.type !== "SpreadElement") {
    const name = propertyName(property.key, property.computed);
    return name === undefined ? undefined : [[name, within(property.value)]];
  }
  const value = unwrap(property.argument);
  const isOptional = value.type === "LogicalExpression" && value.operator === "&&";
  return membersIn(withoutValues(within(isOptional ? value.right : value)));
}

function membersIn(given: Given): [string, Given][] | undefined {
  if (given.kind === "record") return [...given.members];
  if (given.kind !== "either") return undefined;
  const members = given.of.map(membersIn);
  return members.every((some) => some !== undefined) ? members.flat() : undefined;
}

/** Names mean something else inside of a function, so that keys alone are told. */
function returnedBy(parsing: Parsing, { body }: Tree.Function | Tree.ArrowFunctionExpression, scope: Scope): Given {
  if (body === null) return unknown;
  const values = body.type === "BlockStatement" ? returnsIn(parsing, body) : [body];
  return withoutValues({ kind: "either", of: values.map((value) => givenOf(parsing, value, scope)) });
}

function returnsIn(parsing: Parsing, node: Tree.Node): (Tree.Node | null)[] {
  if (node.type === "ReturnStatement") return [node.argument];
  if (/Function|Class/.test(node.type)) return [];
  const found: (Tree.Node | null)[] = [];
  forEachChild(parsing.keys, node, (child) => found.push(...returnsIn(parsing, child)));
  return found;
}

function withoutValues(given: Given): Given {
  if (given.kind === "either") return { kind: "either", of: given.of.map(withoutValues) };
  if (given.kind !== "record") return unknown;
  return { kind: "record", members: new Map([...given.members.keys()].map((key) => [key, unknown])) };
}
