// The statements that write values into columns.
import type { ValuePlan } from "../model/field-plan.js";
import type { Conditional } from "./body-output.js";
import type { Written } from "./brackets.js";
import { wordsOf, type ColumnAccess, type ComponentTerm, type LocatedValue } from "./column-access.js";
import { textOf } from "./column-values.js";

/** A value that is to be stored. */
export interface Given {
  readonly text: Written;
  /** It cannot be `undefined`. */
  readonly defined: boolean;
  /** It has an operator that needs brackets before a `?`. */
  readonly loose: boolean;
  /** It is what the column of an enum holds already. */
  readonly placed?: true;
}

/** Writes the values of one component. */
export class ColumnStores {
  private readonly of: ComponentTerm;
  private readonly access: ColumnAccess;
  /** Makes a name that is free. */
  private readonly take: (word: string) => string;

  constructor(of: ComponentTerm, access: ColumnAccess, take: (word: string) => string) {
    this.of = of;
    this.access = access;
    this.take = take;
  }

  /** The statements that store a value. It is read before anything is written, since it may look at what stands there. */
  store(located: LocatedValue, given: Given): Written[] {
    const { text: value, defined } = given;
    const target = this.access.target(this.of, located);
    if (located.kind === "objects") return [[`${target} = `, ...value, ";"]];
    const present = located.present && this.access.cell(this.of, located.present);
    if (present === undefined) return [[`${target} = `, ...this.stored(located.value, given), ";"]];
    const text = textOf(value);
    if (text === "undefined") return [[`${present} = 0;`], [`${target} = `, ...zeroOf(located.value), ";"]];
    if (defined) return [[`${target} = `, ...this.stored(located.value, given), ";"], [`${present} = 1;`]];
    if (/^[A-Za-z_$][\w$]*$/.test(text)) return this.storeNamed(located.value, present, target, text);
    const next = this.take("next");
    return [[`const ${next} = `, ...value, ";"], ...this.storeNamed(located.value, present, target, next)];
  }

  private storeNamed(value: ValuePlan, present: string, target: string, name: string): Written[] {
    const isAbsent = `${name} === undefined`;
    const given: Written =
      value.kind === "bool"
        ? [`${name} ? 1 : 0`]
        : value.kind === "enum"
          ? [`${isAbsent} ? 0 : `, wordsOf(this.of, value), `.indexOf(${name})`]
          : [`${name} ?? `, ...zeroOf(value)];
    return [[`${present} = ${isAbsent} ? 0 : 1;`], [`${target} = `, ...given, ";"]];
  }

  /** `flag ||= value` and `maybe ??= value`: the test, and the statements behind it; undefined for what else there is. */
  storeWhen(located: LocatedValue, operator: string, value: Given): Conditional | undefined {
    const test = this.testOf(located, operator);
    return test === undefined ? undefined : { test, run: this.store(located, value) };
  }

  private testOf(located: LocatedValue, operator: string): string | undefined {
    if (located.kind !== "column") return undefined;
    if (located.present !== undefined) {
      return operator === "??" ? `${this.access.cell(this.of, located.present)} === 0` : undefined;
    }
    if (located.value.kind !== "bool" || (operator !== "||" && operator !== "&&")) return undefined;
    return `${this.access.target(this.of, located)} ${operator === "&&" ? "===" : "!=="} 1`;
  }

  private stored(value: ValuePlan, { text: given, loose, placed }: Given): Written {
    if (placed) return given;
    if (value.kind === "enum") return [wordsOf(this.of, value), ".indexOf(", ...given, ")"];
    if (value.kind !== "bool") return given;
    const text = textOf(given);
    if (text === "true" || text === "false") return [text === "true" ? "1" : "0"];
    return loose ? ["(", ...given, ") ? 1 : 0"] : [...given, " ? 1 : 0"];
  }
}

function zeroOf(value: ValuePlan): Written {
  if (value.kind === "entity") return [{ name: "NO_ENTITY", from: "ecsgen/runtime" }];
  return [value.kind === "number" && (value.of === "i64" || value.of === "u64") ? "0n" : "0"];
}
