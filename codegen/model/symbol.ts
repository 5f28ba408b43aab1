/**
 * Where a symbol is defined: the file that defines it and its name there. Two symbols are the same if both agree.
 * A file ends in `.ts` (`.tsx`, `.mts`, `.cts`) and is relative to the root; anything else is the specifier of a package
 * (`ecsgen/schema`, `@scope/cores`), to be imported as it is; empty for what every program has, such as `Array`.
 */
export interface SymbolRef {
  readonly file: string;
  readonly name: string;
}

/** A symbol as the key of a map: `systems/drift.ts#drift`. */
export function symbolKey({ file, name }: SymbolRef): string {
  return `${file}#${name}`;
}
