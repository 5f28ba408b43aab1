// Long lines of printed bodies are broken where prettier would break them.
import fc from "fast-check";
import prettier from "prettier";
import { describe, expect, it } from "vitest";
import { code, lines } from "../../../../codegen/4-emit/print/layout.js";
import { Printer } from "../../../../codegen/4-emit/print/printer.js";
import { statementLine } from "../../../../codegen/4-emit/print/statement.js";

function printed(statements: readonly string[]): string {
  return new Printer().print(code`
function f(): void {
  ${lines(statements.map(statementLine))}
}
`);
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
    fc.tuple(cell, fc.constantFrom("=== 0", "!== 0", "> 3")).map((parts) => parts.join(" ")),
    fc.tuple(tie("operand"), tie("operand"), tie("operand")).map(([test, yes, no]) => `${test} ? ${yes} : ${no}`),
    fc.array(tie("expression"), { minLength: 2, maxLength: 3 }).map((given) => `Math.hypot(${given.join(", ")})`),
    tie("operand").map((operand) => `-${operand}`),
  ),
  operand: fc.oneof(
    cell,
    tie("expression").map((inner) => `(${inner})`),
  ),
}));
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
      { numRuns: 120, seed: 1970 },
    );
  });
});
