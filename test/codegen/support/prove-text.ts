import { prove } from "../../../codegen/pipeline.js";
import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.js";
import type { Checked } from "../../../codegen/model/checked.js";
import type { Declaration, Field } from "../../../codegen/model/contract.js";
import { memoryHost, memoryRoot } from "./memory-host.js";

/** The smallest configuration. */
export const emptyApp = 'import { app } from "ecsgen/schema";\nexport default app({});\n';

/** What a project in memory says; throws with its findings when there are any. */
export function provenIn(files: Readonly<Record<string, string>>): Checked {
  const { checked, diagnostics } = prove(memoryRoot, memoryHost({ "ecsgen.config.ts": emptyApp, ...files }));
  if (checked === undefined || diagnostics.length > 0) throw new Error(diagnostics.map(asLine).join("\n"));
  return checked;
}

/** What is found in a project in memory, a line each: `ECS1005 schema.ts:3:14 this default cannot be read`. */
export function findingsIn(files: Readonly<Record<string, string>>): string[] {
  return prove(memoryRoot, memoryHost({ "ecsgen.config.ts": emptyApp, ...files })).diagnostics.map(asLine);
}

function asLine({ code, place, message }: Diagnostic): string {
  return `${code} ${place.file}:${place.line}:${place.column} ${message}`;
}

/** A component, resource, event or model by its qualified name. */
export function declarationIn({ contract }: Checked, name: string): Declaration {
  const { components, resources, events, models } = contract;
  const found = [...components, ...resources, ...events, ...models].find((declaration) => declaration.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

/** A field of the component `Thing` in `schema.ts`, from the text of its fields. */
export function fieldFrom(type: string, imports: string): Field {
  const text = `import { component, ${imports} } from "ecsgen/schema";\nexport class Thing extends component({ it: ${type} }) {}\n`;
  const [field] = declarationIn(provenIn({ "schema.ts": text }), "app.Thing").fields;
  if (field === undefined) throw new Error(`there is no field in ${text}`);
  return field;
}
