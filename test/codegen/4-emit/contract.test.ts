import fc from "fast-check";
import prettier from "prettier";
import { expect, it } from "vitest";
import { emitContract } from "../../../codegen/4-emit/contract.js";
import type { Plan } from "../../../codegen/model/plan.js";

/** Texts as awkward as can be where lists and objects are told apart by their lines. */
const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom("[", "]", "],", "{}", '"', "\\", "a\n", "e+", "1e+2"),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.double({ noDefaultInfinity: true, noNaN: true }).filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    fc.array(tie("value"), { maxLength: 8 }),
    fc.dictionary(text, tie("value"), { maxKeys: 4 }),
  ),
}));

it("prints whatever a contract may hold as prettier would print it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(value, { maxLength: 3 }), async (components) => {
      // Printing knows nothing of what the lists of a contract hold, so they may hold anything.
      const contract = {
        components: components.map((held) => ({ held })),
        hash: "0",
      } as unknown as Plan["contract"]["contract"];
      const printed = emitContract({ path: "contract.json", contract }).text;
      expect(await prettier.format(printed, { parser: "json", printWidth: 120 })).toBe(printed);
      expect(JSON.parse(printed)).toEqual(contract);
    }),
    { numRuns: 100 },
  );
});
