import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../../codegen/model/canonical-json.js";

it("is the same in whatever order the keys come", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson({ b: turned, a: [turned] })).toBe(canonicalJson({ a: [value], b: value }));
    }),
  );
});

it("says what JSON has no sign for as text, and leaves out what is undefined", () => {
  const value = { d: [5n, undefined], c: Number.NaN, b: -0, a: undefined };
  expect(canonicalJson(value)).toBe('{"b":"-0","c":"NaN","d":["5n",null]}');
});
