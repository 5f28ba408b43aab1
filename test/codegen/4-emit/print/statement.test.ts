// Long lines of printed bodies are broken where prettier would break them.
import fc from "fast-check";
import prettier from "prettier";
import { describe, expect, it } from "vitest";
import { statementLine } from "../../../../codegen/4-emit/print/statement.js";
import { textLine, textOfAll } from "../../../../codegen/4-emit/print/text.js";

function printed(statements: readonly string[]): string {
  const lines = textOfAll(statements, (statement) => textLine("  ", statementLine(statement)));
  return `function f(): void {\n${lines}}\n`;
}

function formatted(text: string, printWidth = 120): Promise<string> {
  return prettier.format(text, { parser: "typescript", printWidth });
}

/** As prettier would write it on one line. */
async function flat(statement: string): Promise<string> {
  const text = await formatted(`function f(): void {\n${statement}\n}`, 10_000);
  return text.slice(text.indexOf("\n") + 3, text.lastIndexOf("\n}"));
}

const cell = fc.constantFrom(
  "positionX[row]!",
  "bodySpinAxisX[row]!",
  "bodyPartStepPresent![row]",
  "bodyWeights[bodyCount[row]! & 3]![row]!",
  "(bodySpeedPresent[row] === 0 ? undefined : bodySpeed[row]!)!",
  "left--",
  "--trailSteps[row]!",
  "((trailChangedTicks[row] = table.memory.tick), --trailSteps[row]!)",
  "load",
  "7",
  "timeDelta",
);
const { expression } = fc.letrec<{ expression: string; operand: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    cell,
    fc.tuple(tie("operand"), fc.constantFrom("+", "-", "*", "/", "%"), tie("operand")).map((parts) => parts.join(" ")),
    fc.tuple(tie("operand"), fc.constantFrom("&&", "||"), tie("operand")).map((parts) => parts.join(" ")),
    fc
      .tuple(cell, fc.constantFrom("=== 0", "!== 0", "> 3", "=== /* run (or) it's */ 2"))
      .map((parts) => parts.join(" ")),
    fc.tuple(tie("operand"), tie("operand"), tie("operand")).map(([test, yes, no]) => `${test} ? ${yes} : ${no}`),
    tie("operand").map((test) => `${test} ? /* walk */ 1 : /* idle */ 0`),
    fc.array(tie("expression"), { minLength: 2, maxLength: 3 }).map((given) => `Math.hypot(${given.join(", ")})`),
    tie("operand").map((operand) => `-${operand}`),
  ),
  operand: fc.oneof(
    cell,
    tie("expression").map((inner) => `(${inner})`),
  ),
}));
const plain = fc.oneof(
  cell,
  fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => cells.join(" + ")),
  fc.tuple(cell, cell).map(([yes, no]) => `load > 3 ? ${yes} : ${no}`),
  fc.tuple(cell, cell).map((given) => `Math.max(${given.join(", ")})`),
  fc.constantFrom("-1", "2.5", '"idle"', "`at ${load}`"),
);
const { object, array } = fc.letrec<Record<"object" | "value" | "array", string>>((tie) => ({
  object: fc
    .uniqueArray(fc.tuple(fc.constantFrom("x", "amount", "kind", "velocity", '"on-fire"'), tie("value")), {
      minLength: 1,
      selector: ([name]) => name,
    })
    .map((properties) => `{ ${properties.map(([name, value]) => `${name}: ${value}`).join(", ")}, target }`),
  value: fc.oneof({ depthSize: "small" }, plain, plain, tie("object"), tie("array")),
  array: fc.oneof(
    fc.array(plain, { minLength: 1, maxLength: 5 }).map((items) => `[${items.join(", ")}]`),
    fc.array(fc.nat(1e9), { minLength: 2, maxLength: 20 }).map((items) => `[${items.join(", ")}]`),
  ),
}));
const given = fc
  .tuple(fc.constantFrom("", "target, ", "load, timeDelta, "), fc.oneof(object, array))
  .map(([before, last]) => before + last);
const member = fc.constantFrom(
  "x",
  "hue",
  "positionAtX",
  "bodySpinAxisX",
  "bodySpinAxisY",
  "radiusValue",
  "angle: turn",
);
const statement = fc.oneof(
  fc
    .tuple(
      fc.uniqueArray(member, { minLength: 1 }),
      fc.constantFrom("columns", "rest.spin.axis", "places.query.columns(placesColumnsIn)[placesAt]!"),
    )
    .map(([names, of]) => `const { ${names.join(", ")}, longerThanTheOthers } = ${of};`),
  expression.map((value) => `bodySpinAxisX[row]! += ${value};`),
  expression.map((value) => `const settingsFactor = ${value};`),
  expression.map((value) => `if (${value}) continue;`),
  object.map((value) => `bodySpinAxis = ${value};`),
  object.map((value) => `return ${value};`),
  array.map((value) => `const settingsFactors = ${value};`),
  given.map((all) => `commands.spawn(${all});`),
  given.map((all) => `const ship = commands.spawn(${all});`),
  given.map((all) => `if (load > 3) hits.emit(${all});`),
  given.map((all) => `const next = new Settings(${all});`),
  fc.tuple(object, cell).map((all) => `clash(${all.join(", ")});`),
  fc.tuple(expression, expression).map(([test, value]) => `if (${test}) bodySpinAxisX[row] = ${value};`),
);

describe("a long statement", () => {
  it("is broken as prettier breaks it", async () => {
    await fc.assert(
      fc.asyncProperty(statement, async (given) => {
        const line = await flat(given).catch(() => undefined);
        fc.pre(line !== undefined && !line.includes("\n"));
        const text = printed([line ?? ""]);
        expect(text).toBe(await formatted(text));
      }),
      // Prettier has more rules than printed bodies need, so the same statements are tried each time.
      { numRuns: 150, seed: 1970 },
    );
  });
});
