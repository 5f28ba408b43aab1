// What loops of both forms have in common: the start of their function, and what every row is given.
import type { ArgumentPlan, LoopPlan } from "../model/loop-plan.js";
import { readerType } from "./calls.js";
import { call } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import type { SourceFile } from "./print/source-file.js";

/** The start of the loop's function. */
export function head(
  plan: LoopPlan,
  file: SourceFile,
  used = plan.arguments,
  names = { world: "world", query: "query" },
): Inline {
  const world = `${usesWorld(plan, used) ? "" : "_"}${names.world}: ${file.type("World", "ecsgen/runtime")}`;
  const kept = plan.arguments.flatMap((argument) => {
    if (argument.kind === "query") {
      const name = `${used.includes(argument) || argument.name.startsWith("_") ? "" : "_"}${argument.name}`;
      return [`${name}: ${file.type(argument.rows.name, argument.rows.from)}`];
    }
    return argument.kind === "reader" ? [`${argument.member}: ${readerType(argument, file)}`] : [];
  });
  return [
    call(`export function ${plan.name}`, [world, `${names.query}: ${file.type("Query", "ecsgen/runtime")}`, ...kept]),
    ": void",
  ];
}

function usesWorld({ terms }: LoopPlan, used: readonly ArgumentPlan[]): boolean {
  return (
    terms.some((term) => term.sparse) || used.some((argument) => !["local", "reader", "query"].includes(argument.kind))
  );
}

/** What every row is given, but for its components and its entity. */
export function given(used: readonly ArgumentPlan[], world: string, file: SourceFile): string[] {
  return used.flatMap((argument) => {
    const from = localStart(argument, world, file);
    return from === undefined ? [] : [`const ${argument.name} = ${from};`];
  });
}

function localStart(argument: ArgumentPlan, world: string, file: SourceFile): string | undefined {
  if (argument.kind === "commands") return `${world}.commands`;
  if (argument.kind === "resource") return `${world}.resource(${file.ref(argument.token)})`;
  if (argument.kind === "reader") return `new ${file.value("EventWindow", "ecsgen/runtime")}(${argument.member})`;
  return argument.kind === "writer" ? `${world}.writer(${file.ref(argument.token)})` : undefined;
}
