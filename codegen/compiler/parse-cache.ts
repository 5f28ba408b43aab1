import type { SourceSyntax } from "./syntax.js";

/** Parsed files by absolute path. An entry counts only while the text is still the same. */
export type ParseCache = Map<string, { readonly text: string; readonly syntax: SourceSyntax }>;
