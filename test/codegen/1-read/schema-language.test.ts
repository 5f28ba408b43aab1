// What docs/schema-language.md promises can be written, and what it comes to in the contract.
import { describe, expect, it } from "vitest";
import * as words from "ecsgen/schema";
import { vocabulary } from "../../../codegen/1-read/vocabulary.js";
import { declarationIn, fieldFrom, findingsIn, provenIn } from "../support/prove-text.js";

describe("field types", () => {
  it.each(["f32", "f64", "i8", "i16", "i32", "u8", "u16", "u32"])("%s", (of) => {
    expect(fieldFrom(of, of)).toEqual(expect.objectContaining({ type: { kind: "number", of }, default: 0 }));
  });

  it.each(["i64", "u64"])("%s", (of) => {
    expect(fieldFrom(of, of)).toEqual(expect.objectContaining({ type: { kind: "number", of }, default: 0n }));
  });

  it.each([
    ["bool", "bool", { kind: "bool" }, false],
    ["entity", "entity", { kind: "entity" }, undefined],
    ["string", "string", { kind: "string" }, ""],
    ["bytes", "bytes", { kind: "bytes" }, []],
    ["object<Mesh>()", "object", { kind: "object", type: "Mesh" }, undefined],
    ['oneOf("idle", "walk")', "oneOf", { kind: "enum", words: ["idle", "walk"] }, "idle"],
    ["vec2", "vec2", { kind: "vector", of: "f32", parts: ["x", "y"], indexed: false }, undefined],
    ["vec3", "vec3", { kind: "vector", of: "f32", parts: ["x", "y", "z"], indexed: false }, undefined],
    ["vec4", "vec4", { kind: "vector", of: "f32", parts: ["x", "y", "z", "w"], indexed: false }, undefined],
    [
      "quat",
      "quat",
      { kind: "vector", of: "f32", parts: ["x", "y", "z", "w"], indexed: false, quat: true },
      { x: 0, y: 0, z: 0, w: 1 },
    ],
    [
      'vector(i64, ["a", "b"])',
      "vector, i64",
      { kind: "vector", of: "i64", parts: ["a", "b"], indexed: false },
      undefined,
    ],
    ["vector(u8, 3)", "vector, u8", { kind: "vector", of: "u8", parts: ["0", "1", "2"], indexed: true }, undefined],
    ["list(f32)", "list, f32", { kind: "list", of: { kind: "number", of: "f32" } }, []],
    ["map(list(string))", "map, list, string", { kind: "map", of: { kind: "list", of: { kind: "string" } } }, {}],
  ])("%s", (type, imports, expected, start) => {
    expect(fieldFrom(type, imports)).toEqual(expect.objectContaining({ type: expected, default: start }));
  });

  it("struct, nested", () => {
    const { type } = fieldFrom("struct({ axis: vec3, deep: struct({ on: bool }) })", "struct, vec3, bool");
    expect(type).toMatchObject({
      kind: "struct",
      fields: [{ name: "axis" }, { name: "deep", type: { kind: "struct", fields: [{ name: "on" }] } }],
    });
  });

  it("union", () => {
    const field = fieldFrom("union({ circle: { radius: f32 }, point: {} })", "union, f32");
    expect(field.type).toMatchObject({
      kind: "union",
      shapes: [
        { kind: "circle", fields: [{ name: "radius" }] },
        { kind: "point", fields: [] },
      ],
    });
    expect(field.default).toEqual({ kind: "circle" });
  });

  it("optional of anything", () => {
    for (const type of ["f32", "struct({ x: f32 })", "list(f32)", "union({ a: {} })", "vec2", 'oneOf("a")']) {
      const field = fieldFrom(`optional(${type})`, "optional, f32, struct, list, union, vec2, oneOf");
      expect(field).toMatchObject({ optional: true, default: undefined });
    }
  });
});

describe("modifiers", () => {
  it.each([
    ["f32.default(1.5)", "f32", { default: 1.5 }],
    ["f32.default(-1)", "f32", { default: -1 }],
    ["f32.default(+1e3)", "f32", { default: 1000 }],
    ["f64.default(Infinity)", "f64", { default: Infinity }],
    ["f64.default(2 * Math.PI)", "f64", { default: 2 * Math.PI }],
    ["u32.default(0xff_ff)", "u32", { default: 0xffff }],
    ["u32.default(1 << 4 | 3)", "u32", { default: 19 }],
    ["i64.default(-(2n ** 63n))", "i64", { default: -(2n ** 63n) }],
    ["f64.range(-90, 60).unit('°C').default(15)", "f64", { range: [-90, 60], unit: "°C", default: 15 }],
    ["u8.range(3, 8)", "u8", { range: [3, 8], default: 3 }],
    ["i8.range(-8, -3)", "i8", { default: -3 }],
    ["bool.default(!false)", "bool", { default: true }],
    ["string.default(`here`)", "string", { default: "here" }],
    ['oneOf("a", "b").default("b")', "oneOf", { default: "b" }],
    ["vec2.default({ y: 2 })", "vec2", { default: { y: 2 } }],
    ["quat.default({ x: 1, w: 0 })", "quat", { default: { x: 1, w: 0 } }],
    ["vector(u8, 3).default([1, 2])", "vector, u8", { default: [1, 2] }],
    ["bytes.default(new Uint8Array([1, 255]))", "bytes", { default: [1, 255] }],
    ["list(f32).default([1, ...[2, 3]])", "list, f32", { default: [1, 2, 3] }],
    ['map(u8).default(new Map([["a", 1]]))', "map, u8", { default: { a: 1 } }],
    ["optional(f32).default(2)", "optional, f32", { optional: true, default: 2 }],
    ["optional(f32).default(undefined)", "optional, f32", { optional: true, default: undefined }],
    ["struct({ x: f32.default(1), y: f32 }).default({ y: 2 })", "struct, f32", { default: { y: 2 } }],
    [
      'union({ circle: { radius: f32 }, point: {} }).default({ kind: "circle", radius: 2 })',
      "union, f32",
      { default: { kind: "circle", radius: 2 } },
    ],
  ])("%s", (type, imports, expected) => {
    expect(fieldFrom(type, imports)).toMatchObject(expected);
  });
});

describe("declarations", () => {
  it("of every kind", () => {
    const checked = provenIn({
      "schema.ts": `import { clock, component, event, f32, model, resource, tag, toggle } from "ecsgen/schema";
/** Outside the tables. */
export class Burning extends component({ heat: f32 }, { storage: "sparse", was: ["app.Fire"] }) {}
export class Pinned extends tag() {}
export class Paused extends toggle() {}
export class Score extends resource({ points: f32 }) {}
export class Time extends clock() {}
export class Hit extends event({ force: f32 }) {}
export class Target extends model({ width: f32 }) {}
export class Empty extends resource({}) {}
export class Ring extends event({}) {}
`,
    });
    expect(checked.contract.components.map(({ name, storage }) => [name, storage])).toEqual([
      ["app.Burning", "sparse"],
      ["app.Paused", "toggle"],
      ["app.Pinned", "tag"],
    ]);
    expect(checked.contract.resources.map(({ name, clock }) => [name, clock])).toEqual([
      ["app.Empty", false],
      ["app.Score", false],
      ["app.Time", true],
    ]);
    expect(declarationIn(checked, "app.Burning")).toMatchObject({ doc: "Outside the tables.", was: ["app.Fire"] });
    expect(declarationIn(checked, "app.Time").fields.map(({ name }) => name)).toEqual(["delta", "elapsed", "tick"]);
    expect(checked.contract.events.map(({ name }) => name)).toEqual(["app.Hit", "app.Ring"]);
    expect(checked.contract.models.map(({ name }) => name)).toEqual(["app.Target"]);
  });

  it("keep the id of a former name", () => {
    const of = (text: string): string =>
      declarationIn(provenIn({ "schema.ts": `import { component, f32 } from "ecsgen/schema";\n${text}` }), "app.Speed")
        .id;
    const before = declarationIn(
      provenIn({
        "schema.ts":
          'import { component, f32 } from "ecsgen/schema";\nexport class Velocity extends component({ x: f32 }) {}\n',
      }),
      "app.Velocity",
    ).id;
    expect(of('export class Speed extends component({ x: f32 }, { was: ["app.Velocity"] }) {}')).toBe(before);
    expect(of("export class Speed extends component({ x: f32 }) {}")).not.toBe(before);
  });

  it("take their namespace from the core of the file, else of the folder, else `app`", () => {
    const component = (name: string): string =>
      `import { component, f32 } from "ecsgen/schema";\nexport class ${name} extends component({ x: f32 }) {}\n`;
    const core = (name: string): string =>
      `import { core, view } from "ecsgen/schema";\nexport interface ${name}View { act(): void; }\nexport const ${name} = core({ features: { act: view<${name}View>() } });\n`;
    const { contract } = provenIn({
      "schema/a/one.ts": component("One"),
      "schema/a/core.ts": core("alone"),
      "schema/b/two.ts": component("Two"),
      "schema/b/first.ts": core("first"),
      "schema/b/second.ts": `${core("second")}${component("Three")}`.replace(
        'import { component, f32 } from "ecsgen/schema";\n',
        'import { component, f32 } from "ecsgen/schema";\n',
      ),
      "schema/four.ts": component("Four"),
    });
    expect(contract.components.map(({ name }) => name)).toEqual(["alone.One", "app.Four", "app.Two", "second.Three"]);
  });
});

describe("ways to write it", () => {
  const plain = {
    "schema.ts":
      'import { component, f32 } from "ecsgen/schema";\nexport class Spot extends component({ x: f32.default(3), y: f32 }) {}\n',
  };
  const same = JSON.stringify(provenIn(plain).contract);

  it.each<[string, Record<string, string>]>([
    [
      "a constant",
      {
        "schema.ts":
          'import { component, f32 } from "ecsgen/schema";\nconst shape = { x: f32.default(3), y: f32 };\nexport class Spot extends component(shape) {}',
      },
    ],
    [
      "a spread, with a field on top",
      {
        "schema.ts":
          'import { component, f32 } from "ecsgen/schema";\nconst shape = { x: f32, y: f32 };\nexport class Spot extends component({ ...shape, x: f32.default(3) }) {}',
      },
    ],
    [
      "a shape of another file, through a re-export",
      {
        "schema/shapes.ts": 'import { f32 } from "ecsgen/schema";\nexport const shape = { x: f32.default(3), y: f32 };',
        "schema/all.ts": 'export * from "./shapes.js";',
        "schema/spot.ts":
          'import { component } from "ecsgen/schema";\nimport { shape as s } from "./all.js";\nexport class Spot extends component({ ...s }) {}',
      },
    ],
    [
      "a namespace import",
      {
        "schema/shapes.ts": 'import { f32 } from "ecsgen/schema";\nexport const shape = { x: f32.default(3), y: f32 };',
        "schema/spot.ts":
          'import * as e from "ecsgen/schema";\nimport * as shapes from "./shapes.js";\nexport class Spot extends e.component(shapes.shape) {}',
      },
    ],
    [
      "a default export",
      {
        "schema/shapes.ts": 'import { f32 } from "ecsgen/schema";\nexport default { x: f32.default(3), y: f32 };',
        "schema/spot.ts":
          'import { component } from "ecsgen/schema";\nimport shape from "./shapes.js";\nexport class Spot extends component(shape) {}',
      },
    ],
    [
      "renamed words",
      {
        "schema.ts":
          'import { component as data, f32 as number } from "ecsgen/schema";\nexport class Spot extends data({ x: number.default(3), y: number }) {}',
      },
    ],
    [
      "words handed on by a file of the project",
      {
        "schema/words.ts": 'export { component, f32 as real } from "ecsgen/schema";',
        "schema/spot.ts":
          'import { component, real } from "./words.js";\nexport class Spot extends component({ x: real.default(3), y: real }) {}',
      },
    ],
    [
      "computed numbers of constants",
      {
        "schema.ts":
          'import { component, f32 } from "ecsgen/schema";\nconst limits = { least: 1, most: 2 } as const;\nexport class Spot extends component({ x: f32.default(limits.least + limits["most"]), y: f32 }) {}',
      },
    ],
    [
      "an export that comes later",
      {
        "schema.ts":
          'import { component, f32 } from "ecsgen/schema";\nclass Spot extends component({ x: f32.default(3), y: f32 }) {}\nexport { Spot };',
      },
    ],
    [
      "a field type in a constant",
      {
        "schema.ts":
          'import { component, f32 } from "ecsgen/schema";\nconst real = f32;\nconst three = real.default(3);\nexport class Spot extends component({ x: three, "y": real }) {}',
      },
    ],
    [
      "assertions that mean nothing here",
      {
        "schema.ts":
          'import { component, f32, type Fields } from "ecsgen/schema";\nconst shape = Object.freeze({ x: (f32.default(3 as number)), y: f32! } as const) satisfies Fields;\nexport class Spot extends component(shape) {}',
      },
    ],
    [
      "odd formatting, comments everywhere",
      {
        "schema.ts":
          'import{component,/* a */f32}from"ecsgen/schema"// b\n;;export class/* c */Spot\nextends component (\n{ // d\nx:f32\n. default ( /* e */ 3 , ) ,\n/* f */ y : ( f32 ) ,\n}\n/* g */ , ) { ; }\n// h',
      },
    ],
    ["CRLF", { "schema.ts": plain["schema.ts"].replaceAll("\n", "\r\n") }],
    ["CR", { "schema.ts": plain["schema.ts"].replaceAll("\n", "\r") }],
    ["a byte order mark", { "schema.ts": `\uFEFF${plain["schema.ts"]}` }],
    [
      "a declared class",
      {
        "schema.ts":
          'import { component, f32 } from "ecsgen/schema";\nexport declare class Spot extends component({ x: f32.default(3), y: f32 }) {}',
      },
    ],
    [
      "other files and folders",
      {
        "ecsgen.config.ts":
          'import { app } from "ecsgen/schema";\nexport default app({ schemas: ["./data/spot.ts", "more/"] });',
        "data/spot.ts": plain["schema.ts"],
        "more/nothing.ts": "export const N = 3;",
      },
    ],
  ])("%s", (_, files) => {
    expect(JSON.stringify(provenIn(files).contract)).toBe(same);
  });

  it("docs, of a class and of its fields, wherever the field comes from", () => {
    const checked = provenIn({
      "schema.ts": `import { component, f32 } from "ecsgen/schema";
const shape = {
  /** Along. */
  x: f32,
};
/* no doc */
/**
 * Where it is.
 *   In metres.
 */
export class Spot extends component({ ...shape, /** Up. */ y: f32, /* no doc */ z: f32 }) {}
`,
    });
    const { doc, fields } = declarationIn(checked, "app.Spot");
    expect([doc, ...fields.map((field) => field.doc)]).toEqual(["Where it is.\n  In metres.", "Along.", "Up.", ""]);
  });

  it("text in any script, where it is no name", () => {
    const field = fieldFrom('oneOf("böse", "静か", "🙂").default("🙂")', "oneOf");
    expect(field).toMatchObject({ default: "🙂", type: { words: ["böse", "静か", "🙂"] } });
  });
});

describe("what is refused", () => {
  it.each<[string, string, string]>([
    [
      "a body",
      "export class A extends component({ x: f32 }) { now = 1; }",
      "ECS4005 schema.ts:2:48 `A.now` is logic in a schema",
    ],
    [
      "a method",
      "export class A extends component({ x: f32 }) { go() {} }",
      "ECS4005 schema.ts:2:48 `A.go` is logic in a schema",
    ],
    [
      "a computed name",
      "export class A extends component({ [key]: f32 }) {}",
      "ECS1006 schema.ts:2:36 this field type cannot be read",
    ],
    [
      "a getter",
      "export class A extends component({ get x() { return f32; } }) {}",
      "ECS1006 schema.ts:2:40 this field type cannot be read",
    ],
    [
      "a generic class",
      "export class A<T> extends component({ x: object<T>() }) {}",
      "ECS1024 schema.ts:2:14 `A` has type parameters",
    ],
  ])("%s", (_, text, expected) => {
    const imports = 'import { component, f32, object } from "ecsgen/schema";\n';
    expect(findingsIn({ "schema.ts": imports + text })).toContain(expected);
  });
});

describe("projects", () => {
  it("the smallest: one schema file, one function, one app", () => {
    const { app } = provenIn({
      "schema.ts": `import { component, f32 } from "ecsgen/schema";
export class Position extends component({ x: f32 }) {}
`,
      "move.ts": `import type { Position } from "./schema.js";
export function move(position: Position): void {
  position.x += 1;
}
`,
      "ecsgen.config.ts": `import { app } from "ecsgen/schema";
import { move } from "./move.js";
export default app({ schedule: { update: [move] } });
`,
    });
    expect(app?.schedule).toMatchObject([
      {
        phase: "update",
        run: { kind: "function", symbol: { file: "move.ts", name: "move" }, signature: { form: "entity" } },
      },
    ]);
  });

  it("a library", () => {
    const checked = provenIn({
      "schema.ts": `import { core, view } from "ecsgen/schema";
export interface Acting { act(): void; }
export const acting = core({ features: { acting: view<Acting>() } });
`,
      "act.ts": `import { systemModule } from "ecsgen/schema";
import { acting } from "./schema.js";
export function act(): void {}
export const actor = systemModule({ core: acting, provides: { acting: { act } } });
`,
      "ecsgen.config.ts": `import { library } from "ecsgen/schema";
import { acting } from "./schema.js";
import { actor } from "./act.js";
const offered = { cores: [acting], systems: [actor] };
const config = library(offered);
export { config as default };
`,
    });
    expect(checked.app).toBeUndefined();
    expect(checked.contract.cores.map(({ name }) => name)).toEqual(["acting"]);
  });

  it("functions by every road: namespace, object, spread, renamed, handed on, arrow", () => {
    const checked = provenIn({
      "schema.ts": `import { core, view } from "ecsgen/schema";
export interface A { one(): void; two(): void; three(): void; four(): void; }
export const acting = core({ features: { a: view<A>() } });
`,
      "systems/arrow.ts": "export const one = (): void => {};\nfunction second(): void {}\nexport { second as two };",
      "systems/all.ts": 'export * from "./arrow.js";',
      "systems/index.ts": `import { systemModule } from "ecsgen/schema";
import { acting } from "../schema.js";
import * as all from "./all.js";
const rest = { three };
export function three(): void {}
export const fourth = function (): void {};
export default systemModule({ core: acting, provides: { a: { ...all, ...rest, four: fourth } } });
`,
      "ecsgen.config.ts": `import { app, use } from "ecsgen/schema";
import { acting } from "./schema.js";
import actor from "./systems/index.js";
export default app({ cores: [use(acting, { features: ["a"], systems: [actor] })] });
`,
    });
    expect(
      checked.app?.cores[0]?.features[0]?.functions.map(({ name, symbol }) => `${name} ${symbol.file} ${symbol.name}`),
    ).toEqual([
      "four systems/index.ts fourth",
      "one systems/arrow.ts one",
      "three systems/index.ts three",
      "two systems/arrow.ts two",
    ]);
  });
});

it("knows every word of `ecsgen/schema`", () => {
  expect([...vocabulary].sort()).toEqual(
    Object.keys(words)
      .filter((word) => word !== "NotImplemented")
      .sort(),
  );
});
