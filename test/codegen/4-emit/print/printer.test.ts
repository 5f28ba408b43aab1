import { describe, expect, it } from "vitest";
import { call, classHead, object } from "../../../../codegen/4-emit/print/constructs.js";
import { code, lines, paragraphs } from "../../../../codegen/4-emit/print/layout.js";
import { Printer } from "../../../../codegen/4-emit/print/printer.js";

const printer = new Printer();

describe("lines of a picture", () => {
  it("indents what is put into a line as the line is", () => {
    const inner = code`
if (a) {
  ${lines(["b();", "c();"])}
}
`;
    expect(
      printer.print(code`
function f() {
  ${inner}
}
`),
    ).toBe("function f() {\n  if (a) {\n    b();\n    c();\n  }\n}\n");
  });

  it("removes a line that holds nothing, and blank lines at the edges of blocks and next to each other", () => {
    const picture = (part: string | undefined) => code`
class A {
  ${part}

  ${lines([])}

  ${paragraphs(["b;", "c;"])}

  ${part}
}
`;
    expect(printer.print(picture(undefined))).toBe("class A {\n  b;\n\n  c;\n}\n");
    expect(printer.print(picture("x;"))).toBe("class A {\n  x;\n\n  b;\n\n  c;\n\n  x;\n}\n");
  });
});

describe("lines that are too long", () => {
  const words = (length: number): string[] => [`"${"a".repeat(length - 2)}"`, "b"];
  const returned = (length: number) => code`
  return ${call("f", words(length))};
`;

  it("counts what follows in the line", () => {
    const longest = 120 - "  return f(, b);".length;
    expect(printer.print(returned(longest)).split("\n")[0]).toHaveLength(120);
    expect(printer.print(returned(longest + 1))).toBe(
      `  return f(\n    ${words(longest + 1).join(",\n    ")},\n  );\n`,
    );
  });

  it("breaks from the outside to the inside", () => {
    const inner = object(["c: 1", "d: 2"]);
    expect(printer.print(call("f", [...words(118), inner]))).toBe(
      `f(\n  ${words(118).join(",\n  ")},\n  { c: 1, d: 2 },\n)\n`,
    );
  });

  it("gives a line to each of the types of a class that do not fit on one", () => {
    const long = "a".repeat(60);
    expect(printer.print([classHead("A", [long, "B"]), " }"])).toBe(`class A implements ${long}, B { }\n`);
    expect(printer.print([classHead(long, [long, "B"]), " }"])).toBe(`class ${long}\n  implements ${long}, B\n{ }\n`);
    expect(printer.print([classHead("A", [long, long]), " }"])).toBe(
      `class A\n  implements\n    ${long},\n    ${long}\n{ }\n`,
    );
  });
});
