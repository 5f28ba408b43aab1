// What functions do with the rows of whole queries, against what they say of them.
import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { Field, QuerySource } from "../../model/contract.js";
import type { ParameterUse, RawParameter, RawType } from "../../model/raw.js";
import type { Place } from "../../model/place.js";
import { changes, isFollowed, isPlainValue, typeAt } from "../field-paths.js";
import type { Grounds } from "../grounds.js";
import { inRow, useOfMember } from "../query-members.js";
import { reportSpread, reportSpreadRows } from "./spread.js";
import { droppedReadonly, querySource } from "../query-parameters.js";
import { isQuery } from "../symbols.js";

/** A component that a function takes with the rows of a query. */
interface Member {
  readonly called: string;
  readonly parameter: RawParameter;
  readonly name: string;
  readonly component: string;
}

/** What a View gives to be read is not written, nor is what a function takes to be read; what it takes to be written is. */
export function checkQueryUse(
  called: string,
  parameter: RawParameter,
  declared: QuerySource | undefined,
  use: ParameterUse | undefined,
  grounds: Grounds,
  reporter: Reporter,
): void {
  const { type } = parameter;
  if (type === undefined || !isQuery(type.symbol)) return;
  const dropped = declared === undefined ? [] : droppedReadonly(type, declared, grounds);
  for (const { member: name, component } of dropped) reportPromise({ called, parameter, name, component }, reporter);
  if (use === undefined) return;
  reportSpreadRows(parameter.name, use, reporter);
  for (const { name, source } of querySource(type, grounds, { report: () => undefined }).terms) {
    if (source.kind !== "component" || dropped.some(({ member }) => member === name)) continue;
    const member = { called, parameter, name, component: simple(source.component) };
    const ofMember = useOfMember(use, name);
    const { writes } = ofMember;
    reportSpread({ name, of: parameter.name }, ofMember, grounds.fields(source.component) ?? [], reporter);
    if (source.access === "read") for (const { place, by } of writes) reportWrite(member, place, by, reporter);
    else if (isWrittenInPlace(type) && !mayWrite(use, name, grounds.fields(source.component) ?? [])) {
      reportUnwritten(member, reporter);
    }
  }
}

/** The member is written, or it or the row gets out of sight. */
function mayWrite(use: ParameterUse, name: string, fields: readonly Field[]): boolean {
  const { writes, escapes, calls } = useOfMember(use, name);
  if (writes.length > 0 || use.escapes.some(({ path }) => inRow(path).length === 0)) return true;
  if (use.calls.some(givesRows)) return true;
  return escapes.some(({ path }) => !isPlainValue(typeAt(path, fields))) || calls.some((call) => changes(call, fields));
}

/** Rows of their own are not followed; neither are those that a function of another name is given. */
function givesRows(call: ParameterUse["calls"][number]): boolean {
  return inRow(call.path.slice(0, -1)).length === 0 && !isFollowed(call);
}

/** A row that has a name says what several functions do. */
function isWrittenInPlace({ text, arguments: [row] }: RawType): boolean {
  return text.startsWith("Query<") && row?.symbol === undefined;
}

function reportPromise({ called, parameter, name, component }: Member, reporter: Reporter): void {
  reporter.report(
    "ECS4008",
    placeOf(parameter, name),
    `\`${called}\` takes \`${name}\` of \`${parameter.name}\` to write it`,
    {
      why: [
        `The View gives \`Readonly<${component}>\`: who schedules it counts on \`${component}\` not being written.`,
      ],
      help: `write \`${name}: Readonly<${component}>\`, or change the View`,
    },
  );
}

function reportWrite(
  { parameter, name, component }: Member,
  place: RawParameter["place"],
  by: string | undefined,
  reporter: Reporter,
): void {
  const promise = `Its type is \`Readonly<${component}>\`.`;
  reporter.report("ECS4006", place, `\`${name}\` of \`${parameter.name}\` is written, but was taken to be read`, {
    why: by === undefined ? [promise] : [promise, `\`${by}\`, which it is handed to, writes it.`],
    help: `take \`${name}: ${component}\` without \`Readonly\`, in the View as well, or do not write it`,
  });
}

function reportUnwritten({ called, parameter, name, component }: Member, reporter: Reporter): void {
  reporter.report(
    "ECS4007",
    placeOf(parameter, name),
    `\`${called}\` never writes \`${name}\` of \`${parameter.name}\``,
    {
      why: ["What is only read can be read by others at the same time, and says so to whoever reads the signature."],
      help: `take it as \`${name}: Readonly<${component}>\``,
    },
  );
}

/** The member itself, unless the row is written elsewhere. */
function placeOf({ place, type }: RawParameter, member: string): Place {
  const row = type !== undefined && isWrittenInPlace(type) ? type.arguments[0] : undefined;
  return row?.properties?.find(({ name }) => name === member)?.place ?? place;
}

function simple(qualified: string): string {
  return qualified.slice(qualified.indexOf(".") + 1);
}
