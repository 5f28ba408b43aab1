// Calls of bound functions, as schedules and facades print them.
import type { ArgumentPlan } from "../model/loop-plan.js";
import { call, object, quoted } from "./print/constructs.js";
import type { Inline } from "./print/layout.js";
import type { SourceFile } from "./print/source-file.js";
import type { CallPlan, KeptPlan, QueryPlan } from "../model/call-plan.js";
import type { NameRef } from "../model/name-ref.js";

/** The call, as an expression. `world` is how the caller reaches the world. */
export function printCall(plan: CallPlan, world: string, file: SourceFile): Inline {
  if (plan.kind === "loop") {
    const runner = plan.query.changes === undefined ? world : `${world}.tracking`;
    return call(`${runner}.run`, [seeing(plan, plan.loop, file), `this.${plan.member}`, ...keptMembers(plan)]);
  }
  const given = plan.arguments.map((argument) => printArgument(argument, world, file));
  const bound = seeing(plan, plan.bound, file);
  if (plan.changes === "at once") return call(bound, given);
  return call(`${world}.${plan.changes === "waiting" ? "runs.waiting" : "runOnce"}`, [bound, ...given]);
}

/** The call as a system of the schedule, which its built-in events tell of by this name. */
export function printSystem(system: string, plan: CallPlan, world: string, file: SourceFile): Inline {
  if (plan.kind === "call") {
    const given = plan.arguments.map((argument) => printArgument(argument, world, file));
    const runner = plan.changes === "waiting" ? "over" : "once";
    return call(`${world}.runs.${runner}`, [quoted(system), seeing(plan, plan.bound, file), ...given]);
  }
  const runner = plan.query.changes === undefined ? "loop" : "changes";
  return call(`${world}.runs.${runner}`, [
    quoted(system),
    seeing(plan, plan.loop, file),
    `this.${plan.member}`,
    ...keptMembers(plan),
  ]);
}

/** What is called; who takes queries for changes has seen these when it is over. Lines for changes see to that themselves. */
function seeing(plan: CallPlan, called: NameRef, file: SourceFile): string {
  const name = file.ref(called);
  const isSeen = plan.kind === "loop" && plan.query.changes !== undefined;
  const asks = plan.kept.some((kept) => kept.kind === "query" && kept.changes);
  return asks && !isSeen ? `${file.value("seeing", "ecsgen/runtime")}(${name})` : name;
}

function keptMembers({ kept }: CallPlan): string[] {
  return kept.map(({ member }) => `this.${member}`);
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
    case "query":
      return `this.${argument.name}`;
    case "local":
    case "entity":
      return argument.name;
  }
}

/** The members that a call needs: the query of its loop, readers that keep their position, and whole queries. */
export function memberTypes(plan: CallPlan, file: SourceFile): string[] {
  return [
    ...(plan.kind === "loop" ? [`readonly ${plan.member}: ${queryType(plan.query, file)};`] : []),
    ...plan.kept.map((kept) => `readonly ${kept.member}: ${keptType(kept, file)};`),
  ];
}

function keptType(kept: KeptPlan, file: SourceFile): string {
  return kept.kind === "reader" ? readerType(kept, file) : file.type(kept.rows.name, kept.rows.from);
}

/** How these members start, in a constructor with a parameter `world`. */
export function memberStarts(plan: CallPlan, file: SourceFile): Inline[] {
  return [
    ...(plan.kind === "loop"
      ? [[`this.${plan.member} = ${maker(plan.query)}(`, printQuery(plan.query, file), ");"]]
      : []),
    ...plan.kept.map((kept) => `this.${kept.member} = ${keptStart(kept, file)};`),
  ];
}

function keptStart(kept: KeptPlan, file: SourceFile): string {
  return kept.kind === "reader" ? `world.reader(${file.ref(kept.token)})` : `new ${file.ref(kept.rows)}(world)`;
}

/** `EventReader<Hit>`. */
export function readerType({ token }: { readonly token: NameRef }, file: SourceFile): string {
  return `${file.type("EventReader", "ecsgen/runtime")}<${file.type(token.name, token.from)}>`;
}

/** Who asks for changes has a query of its own, which remembers when it ran last. */
function queryType({ changes }: QueryPlan, file: SourceFile): string {
  return file.type(changes === undefined ? "Query" : "ChangeQuery", "ecsgen/runtime");
}

/** Who makes a query. */
export function maker({ changes }: QueryPlan): string {
  return changes === undefined ? "world.query" : "world.tracking.query";
}

/** A filter, as the runtime takes it. */
export function printQuery(query: QueryPlan, file: SourceFile): Inline {
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
