import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../../codegen/compiler/parse-source.js";
import type { DeclarationSyntax, SourceSyntax } from "../../../codegen/compiler/syntax.js";
import type { Place } from "../../../codegen/model/place.js";

function parse(text: string, file = "schema.ts"): SourceSyntax {
  const syntax = parseSource(file, text);
  expect(syntax.errors).toEqual([]);
  return syntax;
}

function declared<Kind extends DeclarationSyntax["kind"]>(
  syntax: SourceSyntax,
  name: string,
  kind: Kind,
): DeclarationSyntax & { readonly kind: Kind } {
  const found = syntax.declarations
    .get(name)
    ?.find((one): one is DeclarationSyntax & { kind: Kind } => one.kind === kind);
  if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
  return found;
}

/** What stands at a place of a text. */
function textAt(text: string, { line, column, length }: Place): string {
  return text.split("\n")[line - 1]?.slice(column - 1, column - 1 + length) ?? "";
}

describe("places", () => {
  const anyText = fc
    .string({ unit: "grapheme", maxLength: 12 })
    .map((text) => text.replace(/[\r\n"\\*/\u2028\u2029]/g, ""));

  it("count UTF-16 units, whatever stands before", () => {
    fc.assert(
      fc.property(anyText, anyText, (comment, written) => {
        const text = `/* ${comment} */ export const first = "${written}", second = { größe: 1 };\n// ${comment}\nfunction third(é: number) {}\n`;
        const syntax = parse(text);
        for (const [name, declarations] of syntax.declarations) {
          expect(declarations.map(({ place }) => textAt(text, place))).toEqual([name]);
        }
        const second = declared(syntax, "second", "constant").value;
        const member = second?.kind === "object" ? second.members[0] : undefined;
        expect(member && [member.name, textAt(text, member.place)]).toEqual(["größe", "größe"]);
        const [parameter] = declared(syntax, "third", "function").function.signature.parameters;
        expect(parameter && textAt(text, parameter.place)).toBe("é");
      }),
    );
  });

  it("are those of the text behind a byte order mark, with any line ends", () => {
    const syntax = parse("\uFEFF// ä\r\nexport const a = 1;\rexport const b = 2;\r\n");
    const places = ["a", "b"].map((name) => declared(syntax, name, "constant").place);
    expect(places).toEqual([
      { file: "schema.ts", line: 2, column: 14, length: 1 },
      { file: "schema.ts", line: 3, column: 14, length: 1 },
    ]);
  });

  it("are of names and patterns alone, not of their types", () => {
    const text = "export function f(a: A, { c } /* d */ : C, b?: B, [e]: E = [1], ...g: G[]) {}";
    const { parameters } = declared(parse(text), "f", "function").function.signature;
    expect(parameters.map(({ place }) => textAt(text, place))).toEqual(["a", "{ c }", "b", "[e]", "g"]);
    expect(parameters.map(({ name }) => name)).toEqual(["a", "_1", "b", "_3", "g"]);
    expect(parameters.map(({ optional, rest }) => [optional, rest])).toEqual([
      [false, false],
      [false, false],
      [true, false],
      [true, false],
      [false, true],
    ]);
  });

  it("are of what stands in parentheses and assertions, and of the brackets around a computed name", () => {
    const text = 'export const a = ((1) as number)!, b = { ["x"]: 2, [`y`]() {} };';
    const syntax = parse(text);
    expect(declared(syntax, "a", "constant").value).toMatchObject({ kind: "literal", value: 1 });
    const b = declared(syntax, "b", "constant").value;
    const members = b?.kind === "object" ? b.members : [];
    expect(members.map(({ name, place }) => [name, textAt(text, place)])).toEqual([
      ["x", '["x"]'],
      ["y", "[`y`]"],
    ]);
  });

  it("hold in a name written with escapes", () => {
    const text = "export function f(\\u0061b: number) {}";
    const [parameter] = declared(parse(text), "f", "function").function.signature.parameters;
    expect(parameter && [parameter.name, textAt(text, parameter.place)]).toEqual(["ab", "\\u0061b"]);
  });
});

describe("docs", () => {
  const docOf = (text: string): string => declared(parse(text), "a", "constant").doc;

  it.each([
    ["/** Yes. */ export const a = 1;", "Yes."],
    ["/** Yes. */\n\n// no\n/* no */ export const a = 1;", "Yes."],
    ["/** No. */\n/** Yes.\n * Two lines. */\nexport const a = 1;", "Yes.\nTwo lines."],
    ["const z = 0; /** Yes. */ export const a = 1;", "Yes."],
    ["const z = 0; /** No. */\nexport const a = 1;", ""],
    ["const z = 0; /* no */ /** No. */\nexport const a = 1;", ""],
    ["const z = 0; // no\n/** Yes. */\nexport const a = 1;", "Yes."],
    ["/** No. */\nconst z = 0;\nexport const a = 1;", ""],
    ["/**/ export const a = 1;", ""],
    ["/* no */ export const a = 1;", ""],
    ["#!/usr/bin/env node\n/** Yes. */ export const a = 1;", "Yes."],
  ])("of %j", (text, doc) => {
    expect(docOf(text)).toBe(doc);
  });

  it("stand before decorators, and before what an object and an interface hold", () => {
    const text =
      "/** A. */\n@f() export class A {}\nexport interface B {\n  /** C. */\n  c(): void; /** D. */ d(): void;\n}\n";
    const syntax = parse(text);
    expect(declared(syntax, "A", "class").doc).toBe("A.");
    expect(declared(syntax, "B", "interface").functions.map(({ doc }) => doc)).toEqual(["C.", "D."]);
  });
});

describe("types", () => {
  const textOf = (type: string): string => declared(parse(`type T = ${type};`), "T", "alias").type.text;

  it.each([
    ["Map < string ,\n  number , >", "Map<string, number>"],
    ["| 'a' /* b */ | \"c\"", '"a" | "c"'],
    ["(A | B)[]", "(A | B)[]"],
    ["(A)[]", "A[]"],
    ["keyof (A & B)", "keyof (A & B)"],
    ["readonly [x: A, y?: B, ...rest: C[],]", "readonly [x: A, y?: B, ...rest: C[]]"],
    ["[A?, ...B[]]", "[A?, ...B[]]"],
    ["A['b'][number]", 'A["b"][number]'],
    ["(a: A, { b }: B, ...c: C[]) => void", "(a: A, _1: B, ...c: C[]) => void"],
    ["<const T extends A = B>(t: T) => T", "<const T extends A = B>(t: T) => T"],
    ["abstract new (...a: A) => B", "abstract new (...a: A) => B"],
    ["(() => A) | B", "(() => A) | B"],
    ["A & { b: B, readonly c?: C; d(e: E): F }", "A & { b: B; readonly c?: C; d(e: E): F }"],
    ["A & { [key: string]: B }", "A & { [key: string]: B; }"],
    ["A & { (b: B): C; new (d: D): E; get f(): F }", "A & { (b: B): C; new (d: D): E; get f(): F; }"],
    ["A extends (infer B)[] ? B : C", "A extends (infer B)[] ? B : C"],
    ["(A extends B ? C : D) extends E ? F : G", "(A extends B ? C : D) extends E ? F : G"],
    ["{ -readonly [K in keyof A as `x${K}`]+?: A[K] }[B]", "{ -readonly [K in keyof A as `x${K}`]+?: A[K]; }[B]"],
    ["typeof a.b", "typeof a.b"],
    ["import('x').Y<Z>", 'import("x").Y<Z>'],
    ["-1 | 0x10 | 1n | true | null", "-1 | 0x10 | 1n | true | null"],
    ["unique symbol", "unique symbol"],
  ])("%s", (type, canonical) => {
    expect(textOf(type)).toBe(canonical);
    expect(textOf(canonical)).toBe(canonical);
  });

  it("know the names that are free in them", () => {
    const text = "type T = <K extends A.B>(k: K, c: typeof d.e) => { [P in F]: P extends infer G ? G : H };";
    expect(declared(parse(text), "T", "alias").type.names).toEqual(["A.B", "F", "H", "d.e"]);
  });

  it("know what `Readonly` and `undefined` stand around", () => {
    const text = "export function f(a: undefined | Readonly<B.C<D>>): asserts a is E {}";
    const { parameters, returns } = declared(parse(text), "f", "function").function.signature;
    expect(parameters[0]?.type).toMatchObject({ readonly: true, undefinable: true, reference: "B.C" });
    expect(parameters[0]?.type?.arguments.map((type) => type.text)).toEqual(["D"]);
    expect(returns?.text).toBe("asserts a is E");
  });
});

describe("values", () => {
  const valueOf = (text: string): unknown => declared(parse(`const a = ${text};`), "a", "constant").value;

  it.each([
    ["0x10", 16],
    ["1e999", Infinity],
    ["0x10n", 16n],
    ["`a\\n`", "a\n"],
    ['"\\ud83d\\ude00"', "\u{1f600}"],
    ['"\\ud83d"', "\ud83d"],
    ["null", null],
  ])("%s", (text, value) => {
    expect(valueOf(text)).toMatchObject({ kind: "literal", value });
  });

  it.each([
    ["a?.b", "an optional chain"],
    ["a[0]", "an indexed access"],
    ["`${a}`", "a template literal with substitutions"],
    ["/x/v", "a regular expression"],
    ["a ? b : c", "a conditional expression"],
    ["await a", "an `await`"],
    ["import('a')", "a dynamic `import`"],
    ["class {}", "a class expression"],
  ])("%s are no data", (text, what) => {
    expect(valueOf(text)).toMatchObject({ kind: "other", what });
  });
});

describe("files", () => {
  it("may hold JSX when they are called so", () => {
    const text = "export const a = (b: string) => <p title={b}>don't {b}</p>;";
    expect(parse(text, "view.tsx").declarations.has("a")).toBe(true);
    expect(parseSource("view.ts", text).errors).not.toEqual([]);
  });

  it.each(["d.ts", "mts", "cts"])("may end in .%s", (end) => {
    expect(parse("export declare const a: number;", `a.${end}`).declarations.has("a")).toBe(true);
  });

  it("may hold half of a surrogate pair", () => {
    const text = 'export const a = "\ud83d", b = 1;';
    expect(textAt(text, declared(parse(text), "b", "constant").place)).toBe("b");
  });
});

describe("state", () => {
  const stateIn = (parameters: string, body: string): string[] => {
    const text = `import { clamp, kept } from "./kept.js";\nexport function change(${parameters}): void {\n${body}\n}\n`;
    return parse(text).state.map(({ name, place }) => `${name}: ${textAt(text, place)}`);
  };

  it("is not what a function is given, by whatever name", () => {
    expect(
      stateIn("a: A, b: B", "a.x = clamp(b.x, kept.low);\na.y++;\ndelete a.z;\na.list[0].x += kept.high;"),
    ).toEqual([]);
    expect(stateIn("{ at }: A, kept: B", "at.x = 1;\nkept.x = 2;")).toEqual([]);
    expect(stateIn("a: A", "const spin = a.spin;\nlet sum = kept.low;\nsum += 1;\nspin.x = sum;")).toEqual([]);
  });

  it.each([
    ["by its own name", "a: A", "a.x = 1;\nkept.x = 1;", "kept: kept.x"],
    ["by another name", "a: A", "const other = kept;\nother.x = 1;", "kept: other.x"],
    ["by the name of a parameter", "a: A", "a = kept;\na.x = 1;", "kept: a.x"],
    ["by a name that hides a parameter", "a: A", "{\nconst a = kept;\na.x = 1;\n}", "kept: a.x"],
    ["by a `var`", "a: A", "if (a) {\nvar other = kept;\n}\nother.x = 1;", "kept: other.x"],
    ["by the name of an item", "a: A", "for (a of kept.all) a.x = 1;", "kept: a.x"],
    ["as one of two", "a: A", "(a.x > 0 ? a : kept).x = 1;", "kept: (a.x > 0 ? a : kept).x"],
    ["within a list", "a: A", "[a, kept].forEach((each) => { each.x = 1; });", "kept: each.x"],
    ["by a function of the language", "a: A", "Object.assign(kept, a);", "kept: kept"],
    ["in a default", "a: A, b = kept.x++", "a.x = b;", "kept: kept.x"],
    ["of a function", "a: A", "a.x = 1;\nchange.calls = 1;", "change: change.calls"],
  ])("is what others hold, written %s", (_, parameters, body, expected) => {
    expect(stateIn(parameters, body)).toEqual([expected]);
  });
});

describe("syntax errors", () => {
  const errorsOf = (text: string): string[] =>
    parseSource("a.ts", text).errors.map(
      ({ place, message }) => `${place.line}:${place.column}+${place.length} ${message}`,
    );

  it.each([
    ["export const a = [1;", ["1:20+1 Expected `,` or `]` but found `;`"]],
    ["export const ä = 1 + ;", ["1:22+1 Unexpected `;`"]],
    ['// 😀\nconst a = "😀", = 1;', ["2:17+1 Unexpected `=`"]],
    ["export const a = {", ["1:19+0 Expected `}` but found the end of the file"]],
    ["export const a =", ["1:17+0 Unexpected end of the file"]],
    ['const a = "b;\n', ["1:11+4 Unterminated string"]],
    [
      "const a;\nconst b;\nlet c = 1;",
      ["1:7+1 Missing initializer in const declaration", "2:7+1 Missing initializer in const declaration"],
    ],
  ])("%j", (text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  it("never stop the process, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const { errors } = parseSource("a.ts", text);
        for (const { place } of errors) expect(place.line).toBeGreaterThan(0);
      }),
    );
  });
});
