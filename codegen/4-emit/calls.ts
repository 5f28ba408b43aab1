// Calls of bound functions, as schedules and facades print them.
import type { ArgumentPlan } from "../model/loop-plan.js";
import type { CallPlan, QueryPlan, ReaderPlan } from "../model/plan.js";
import { call, object, quoted } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import type { SourceFile } from "./print/source-file.js";

/** The call, as an expression. `world` is how the caller reaches the world. */
export function printCall(plan: CallPlan, world: string, file: SourceFile): Inline {
  if (plan.kind === "loop") {
    const readers = plan.readers.map(({ member }) => `this.${member}`);
    const runner = plan.query.changes === undefined ? world : `${world}.tracking`;
    return call(`${runner}.run`, [file.ref(plan.loop), `this.${plan.member}`, ...readers]);
  }
  const given = plan.arguments.map((argument) => printArgument(argument, world, file));
  const bound = file.ref(plan.bound);
  return plan.once ? call(`${world}.runOnce`, [bound, ...given]) : call(bound, given);
}

/** The call as a system of the schedule, which its built-in events tell of by this name. */
export function printSystem(system: string, plan: CallPlan, world: string, file: SourceFile): Inline {
  if (plan.kind === "call") {
    const given = plan.arguments.map((argument) => printArgument(argument, world, file));
    return call(`${world}.runs.once`, [quoted(system), file.ref(plan.bound), ...given]);
  }
  const readers = plan.readers.map(({ member }) => `this.${member}`);
  const runner = plan.query.changes === undefined ? "loop" : "changes";
  return call(`${world}.runs.${runner}`, [quoted(system), file.ref(plan.loop), `this.${plan.member}`, ...readers]);
}

function printArgument(argument: ArgumentPlan, world: string, file: SourceFile): string {
  switch (argument.kind) {
    case "world":
      return world;
    case "commands":
      return `${world}.commands`;
    case "resource":
      return `${world}.resource(${file.ref(argument.token)})`;
    case "writer":
      return `${world}.writer(${file.ref(argument.token)})`;
    case "reader":
      return `this.${argument.member}`;
    case "local":
    case "entity":
      return argument.name;
  }
}

/** The members that a call needs: its query, and readers that keep their position. */
export function memberTypes(plan: CallPlan, file: SourceFile): string[] {
  return [
    ...(plan.kind === "loop" ? [`readonly ${plan.member}: ${queryType(plan.query, file)};`] : []),
    ...plan.readers.map((reader) => `readonly ${reader.member}: ${readerType(reader, file)};`),
  ];
}

/** How these members start, in a constructor with a parameter `world`. */
export function memberStarts(plan: CallPlan, file: SourceFile): Inline[] {
  return [
    ...(plan.kind === "loop"
      ? [[`this.${plan.member} = ${maker(plan.query)}(`, printQuery(plan.query, file), ");"]]
      : []),
    ...plan.readers.map(({ member, token }) => `this.${member} = world.reader(${file.ref(token)});`),
  ];
}

/** `EventReader<Hit>`. */
export function readerType({ token }: Pick<ReaderPlan, "token">, file: SourceFile): string {
  return `${file.type("EventReader", "ecsgen/runtime")}<${file.type(token.name, token.from)}>`;
}

/** Who asks for changes has a query of its own, which remembers when it ran last. */
function queryType({ changes }: QueryPlan, file: SourceFile): string {
  return file.type(changes === undefined ? "Query" : "ChangeQuery", "ecsgen/runtime");
}

function maker({ changes }: QueryPlan): string {
  return changes === undefined ? "world.query" : "world.tracking.query";
}

function printQuery(query: QueryPlan, file: SourceFile): Inline {
  const terms = [
    ["all", query.all],
    ["any", query.any],
    ["none", query.none],
    ["optional", query.optional],
    ["changed", query.changes?.changed ?? []],
    ["added", query.changes?.added ?? []],
    ["removed", query.changes?.removed ?? []],
  ] as const;
  return object(
    terms
      .filter(([name, tokens]) => name === "all" || tokens.length > 0)
      .map(([name, tokens]) => `${name}: [${tokens.map((token) => file.ref(token)).join(", ")}]`),
  );
}
