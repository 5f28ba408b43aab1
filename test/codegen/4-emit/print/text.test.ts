import { describe, expect, it } from "vitest";
import { call, classHead, object, property } from "../../../../codegen/4-emit/print/constructs.js";
import {
  docLines,
  textArray,
  textLine,
  textLines,
  textOfAll,
  textObject,
} from "../../../../codegen/4-emit/print/text.js";

describe("a line", () => {
  const given = (length: number): string[] => [`"${"a".repeat(length - 2)}"`, "b"];
  const longest = 120 - "  f(, b);".length;

  it("is broken when it is too long with what follows in it", () => {
    expect(textLine("  ", call("f", given(longest)), ";")).toBe(`  f(${given(longest).join(", ")});\n`);
    expect(textLine("  ", call("f", given(longest + 1)), ";")).toBe(
      `  f(\n    ${given(longest + 1).join(",\n    ")},\n  );\n`,
    );
  });

  it("counts what follows in it", () => {
    const longest = 120 - "  return f(, b);".length;
    const returned = (length: number): string => textLine("  ", ["return ", call("f", given(length))], ";");
    expect(returned(longest).split("\n")[0]).toHaveLength(120);
    expect(returned(longest + 1)).toBe(`  return f(\n    ${given(longest + 1).join(",\n    ")},\n  );\n`);
  });

  it("is broken from the outside to the inside", () => {
    const inner = object(["c: 1", "d: 2"]);
    expect(textLine("", call("f", [...given(118), inner]))).toBe(
      `f(\n  ${given(118).join(",\n  ")},\n  { c: 1, d: 2 },\n)\n`,
    );
  });

  it("has a line for each of the types of a class that do not fit on one", () => {
    const long = "a".repeat(60);
    expect(textLine("", classHead("A", [long, "B"]), " }")).toBe(`class A implements ${long}, B { }\n`);
    expect(textLine("", classHead(long, [long, "B"]), " }")).toBe(`class ${long}\n  implements ${long}, B\n{ }\n`);
    expect(textLine("", classHead("A", [long, long]), " }")).toBe(
      `class A\n  implements\n    ${long},\n    ${long}\n{ }\n`,
    );
  });

  it("is made for each item", () => {
    expect(textLines("  ", [])).toBe("");
    expect(textLines("  ", ["a;", "b;"])).toBe("  a;\n  b;\n");
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
