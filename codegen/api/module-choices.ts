import type { Checked } from "../model/checked.js";

/** That an app names other system modules before the one that provides what it asks of a core. */
export interface ModuleChoice {
  readonly core: string;
  /** The system module that was taken. */
  readonly module: string;
  /** Those that stand before it in the app's list, with what each of them lacks, to follow its name. */
  readonly passedOver: readonly { readonly module: string; readonly lacks: readonly string[] }[];
}

/** The cores for which the first system module of the list was not taken, in the order of the app. */
export function moduleChoices({ app }: Checked): ModuleChoice[] {
  return (app?.cores ?? []).flatMap(({ core, candidates }) => {
    const taken = candidates.findIndex(({ lacks }) => lacks.length === 0);
    const module = candidates[taken]?.module;
    if (taken <= 0 || module === undefined) return [];
    return [{ core, module, passedOver: candidates.slice(0, taken).map(({ module, lacks }) => ({ module, lacks })) }];
  });
}
