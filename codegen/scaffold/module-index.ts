import type { Expression, MemberSyntax, ObjectSyntax, SourceSyntax } from "../compiler/syntax.js";
import { fileBehind } from "./specifiers.js";

/** How a system module's index provides one feature. */
export type Provision =
  | { readonly kind: "none" }
  /** `import * as integration`; the functions are the exports of a file. */
  | { readonly kind: "namespace"; readonly file: string }
  /** `{ integrate, push: pushBody }` */
  | { readonly kind: "object"; readonly object: ObjectSyntax; readonly names: readonly string[] }
  | { readonly kind: "other" };

/** The `systemModule({ … })` of a file: its core as the file calls it, and its `provides`. */
export interface ModuleSyntax {
  readonly core: string;
  readonly provides: ObjectSyntax;
}

/** The system module that a file declares; undefined when there is none in the literal form. */
export function findModule(source: SourceSyntax): ModuleSyntax | undefined {
  for (const declarations of source.declarations.values()) {
    for (const declaration of declarations) {
      const found = declaration.kind === "constant" ? moduleOf(declaration.value) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function moduleOf(value: Expression | undefined): ModuleSyntax | undefined {
  if (value?.kind !== "call" || value.callee.kind !== "name" || value.callee.name !== "systemModule") return undefined;
  const declaration = value.arguments[0]?.value;
  if (declaration?.kind !== "object") return undefined;
  const core = memberNamed(declaration, "core")?.value;
  const provides = memberNamed(declaration, "provides")?.value;
  return core?.kind === "name" && provides?.kind === "object" ? { core: core.name, provides } : undefined;
}

/** How the module provides a feature. */
export function provisionOf(source: SourceSyntax, provides: ObjectSyntax, feature: string): Provision {
  const member = memberNamed(provides, feature);
  if (member === undefined) return { kind: "none" };
  if (member.value.kind === "object") {
    const names = member.value.members.map(({ name }) => name);
    return member.value.members.some(({ spread }) => spread)
      ? { kind: "other" }
      : { kind: "object", object: member.value, names };
  }
  const file = member.value.kind === "name" ? namespaceFile(source, member.value.name) : undefined;
  return file === undefined ? { kind: "other" } : { kind: "namespace", file };
}

/** The file of the project behind `import * as local`. */
export function namespaceFile(source: SourceSyntax, local: string): string | undefined {
  const binding = source.bindings.get(local);
  if (binding?.imported !== "*" || !binding.specifier.startsWith(".")) return undefined;
  return fileBehind(source.file, binding.specifier);
}

function memberNamed(object: ObjectSyntax, name: string): MemberSyntax | undefined {
  return object.members.find((member) => member.name === name && !member.spread);
}
