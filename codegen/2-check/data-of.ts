import type { RawParameter } from "../model/raw.js";
import { declarationOf, type DeclarationHead, type Symbols } from "./symbols.js";

/** The component or resource that a parameter is; a tag or toggle has no data to pass, which a finding has said. */
export function dataOf(parameter: RawParameter, symbols: Symbols): DeclarationHead | undefined {
  const declaration = parameter.rest ? undefined : declarationOf(symbols, parameter.type?.symbol);
  if (declaration?.storage === "tag" || declaration?.storage === "toggle") return undefined;
  return declaration?.kind === "component" || declaration?.kind === "resource" ? declaration : undefined;
}
