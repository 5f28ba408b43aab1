import fc from "fast-check";
import { expect, it } from "vitest";
import { emitContract } from "../../../codegen/4-emit/contract.js";
import { canonicalJson } from "../../../codegen/model/canonical-json.js";
import type { Contract, Declaration } from "../../../codegen/model/contract.js";
import type { Literal } from "../../../codegen/model/raw.js";
import { caseNames, goldenFiles } from "./golden-cases.js";

/** Texts as awkward as can be where lists and objects are told apart by their lines. */
const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom("[", "]", "],", "{}", '"', "\\", "a\n", "e+", "1e+2"),
);
const { literal } = fc.letrec<{ literal: Literal }>((tie) => ({
  literal: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.double({ noDefaultInfinity: true, noNaN: true }).filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    fc.array(tie("literal"), { maxLength: 8 }),
    fc.dictionary(text, tie("literal"), { maxKeys: 4 }),
  ),
}));

const empty: Contract = {
  bundles: [],
  components: [],
  cores: [],
  events: [],
  models: [],
  relations: [],
  resources: [],
};

function componentWith(literal: Literal): Declaration {
  return {
    clock: false,
    doc: "",
    edges: undefined,
    fields: [
      {
        default: literal,
        doc: "",
        name: "field",
        optional: false,
        range: undefined,
        type: { kind: "string" },
        unit: undefined,
      },
    ],
    id: "0123456789abcdef",
    kind: "component",
    name: "Thing",
    random: undefined,
    stateVersion: "0123456789abcdef",
    storage: "table",
    tracked: undefined,
    was: [],
  };
}

it.each(caseNames)("has sorted keys in %s", (name) => {
  const contract: unknown = JSON.parse(goldenFiles(name).get("contract.json") ?? "");
  expect(JSON.stringify(contract)).toBe(canonicalJson(contract));
});

it("prints whatever a contract may hold, in lines of their own for what a review looks at", () => {
  fc.assert(
    fc.property(fc.array(literal, { maxLength: 3 }), (literals) => {
      const contract = { ...empty, components: literals.map(componentWith) };
      const printed = emitContract({ path: "contract.json", contract }).text;
      expect(printed).toBe(spacious(contract));
      expect(JSON.parse(printed)).toEqual(contract);
    }),
    { numRuns: 300 },
  );
});

/** Four levels as `JSON.stringify` indents them, and each of what is in the fourth on one line. */
function spacious(contract: Contract): string {
  const inner = new Map<string, string>();
  const text = JSON.stringify(
    contract,
    (_, value: unknown) => {
      if (!isField(value)) return value;
      const mark = `inner ${inner.size}`;
      inner.set(`"${mark}"`, canonicalJson(value));
      return mark;
    },
    2,
  );
  return `${text.replaceAll(/"inner \d+"/g, (mark) => inner.get(mark) ?? mark)}\n`;
}

function isField(value: unknown): boolean {
  return typeof value === "object" && value !== null && "optional" in value && "type" in value;
}
