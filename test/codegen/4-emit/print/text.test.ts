import { describe, expect, it } from "vitest";
import { call, property } from "../../../../codegen/4-emit/print/constructs.js";
import { docLines, textArray, textLine, textOfAll, textObject } from "../../../../codegen/4-emit/print/text.js";

describe("a line", () => {
  const given = (length: number): string[] => [`"${"a".repeat(length - 2)}"`, "b"];
  const longest = 120 - "  f(, b);".length;

  it("is broken when it is too long with what follows in it", () => {
    expect(textLine("  ", call("f", given(longest)), ";")).toBe(`  f(${given(longest).join(", ")});\n`);
    expect(textLine("  ", call("f", given(longest + 1)), ";")).toBe(
      `  f(\n    ${given(longest + 1).join(",\n    ")},\n  );\n`,
    );
  });

  it("is made for each item", () => {
    expect(textOfAll([], String)).toBe("");
    expect(textOfAll([1, 2], (item) => `  ${item};\n`)).toBe("  1;\n  2;\n");
  });
});

describe("a list", () => {
  it("is on one line while it fits", () => {
    expect(textObject("  ", "a: ", [], ",")).toBe("  a: {},\n");
    expect(textObject("  ", "a: ", ["b: 1", property("c", "2")], ",")).toBe("  a: { b: 1, c: 2 },\n");
    expect(textArray("  ", "a: ", ["1", "2"], ",")).toBe("  a: [1, 2],\n");
  });

  it("has an item to a line when it does not, each of which may be broken too", () => {
    const long = "a".repeat(100);
    expect(textArray("", "return ", [long, "b", call("c", [long, long])], ";")).toBe(
      `return [\n  ${long},\n  b,\n  c(\n    ${long},\n    ${long},\n  ),\n];\n`,
    );
  });
});

it("says what there is to say, in one line or more, and never ends a comment early", () => {
  expect(docLines("  ", " ")).toBe("");
  expect(docLines("  ", "a */ b")).toBe("  /** a *\\/ b */\n");
  expect(docLines("  ", "a\n\nb")).toBe("  /**\n   * a\n   *\n   * b\n   */\n");
});
