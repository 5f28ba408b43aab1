import type {
  ConstantSyntax,
  DeclarationSyntax,
  FunctionDeclarationSyntax,
  FunctionSyntax,
} from "../compiler/syntax.js";

/** A function, and the declaration that gives it its name. */
export interface FoundFunction {
  readonly declaration: ConstantSyntax | FunctionDeclarationSyntax;
  readonly function: FunctionSyntax;
}

/** The function among the declarations of one name. */
export function functionOf(declarations: readonly DeclarationSyntax[]): FoundFunction | undefined {
  for (const declaration of declarations) {
    if (declaration.kind === "function") return { declaration, function: declaration.function };
    if (declaration.kind !== "constant" || declaration.mutable || declaration.value?.kind !== "function") continue;
    return { declaration, function: declaration.value.function };
  }
  return undefined;
}
