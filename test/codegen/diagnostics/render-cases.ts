import type { Diagnostic } from "../../../codegen/diagnostics/diagnostic.js";

/** Findings with the texts that they are about. */
export interface RenderCase {
  readonly name: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

function finding(more: Partial<Diagnostic>): Diagnostic {
  return {
    code: "ECS5001",
    severity: "error",
    place: { file: "schema/motion.ts", line: 1, column: 1, length: 1 },
    message: "something is wrong",
    why: [],
    help: undefined,
    related: [],
    ...more,
  };
}

function at(file: string, line: number, column: number, length: number): Diagnostic["place"] {
  return { file, line, column, length };
}

const long = `${"const filler = 0; ".repeat(20)}export const wrong = 1; ${"const filler = 0; ".repeat(20)}`;

/** One case per thing that a renderer could get wrong. */
export const renderCases: readonly RenderCase[] = [
  {
    name: "everything",
    sources: {
      "schema/motion.ts": 'import { f32 } from "ecsgen/schema";\n\nexport const max = f99;\n',
      "schema/other.ts": "export class Position {}\n",
    },
    diagnostics: [
      finding({
        place: at("schema/motion.ts", 3, 20, 3),
        message: "field `max` has type `f99`, which no column can store",
        why: ["columns hold numbers of a fixed size", "`f99` is none of them"],
        help: "use a field type of `ecsgen/schema`, such as f32:\nexport const max = f32;\n  // or f64",
        related: [{ place: at("schema/other.ts", 1, 14, 8), message: "`Position` uses it" }],
      }),
      finding({ code: "ECS5009", place: at("generated/world.ts", 1, 1, 0), message: "`generated/world.ts` is stale" }),
      finding({ severity: "warning", place: at("schema/other.ts", 1, 8, 5), message: "`Position` is never used" }),
    ],
  },
  {
    name: "tabs-and-wide-characters",
    sources: {
      "schema/motion.ts": "\tconst\tmax = f99;\nconst 位置 = 座標; // 👩‍🚀 e\u0301 ok\nconst name = 👩‍🚀e\u0301;\n",
    },
    diagnostics: [
      finding({ place: at("schema/motion.ts", 1, 14, 3), message: "after two tabs" }),
      finding({ place: at("schema/motion.ts", 2, 12, 2), message: "four cells wide, behind wide characters" }),
      finding({ place: at("schema/motion.ts", 3, 14, 7), message: "three cells wide: an astronaut and an accent" }),
    ],
  },
  {
    name: "line-ends-and-edges",
    sources: {
      "schema/motion.ts": "\uFEFFfirst\r\nsecond line\r\nlast",
      "empty.ts": "",
    },
    diagnostics: [
      finding({ place: at("schema/motion.ts", 1, 1, 5), message: "behind a byte order mark" }),
      finding({ place: at("schema/motion.ts", 2, 8, 4), message: "a line that ends with two characters" }),
      finding({ place: at("schema/motion.ts", 2, 8, 40), message: "longer than its line" }),
      finding({ place: at("schema/motion.ts", 3, 5, 0), message: "the end of the file" }),
      finding({ place: at("schema/motion.ts", 9, 1, 1), message: "a line that is not there" }),
      finding({ place: at("empty.ts", 1, 1, 0), message: "an empty file" }),
      finding({ place: at("missing.ts", 3, 4, 5), message: "a file that is not there" }),
    ],
  },
  {
    name: "long-line",
    sources: { "schema/motion.ts": long },
    diagnostics: [
      finding({ place: at("schema/motion.ts", 1, long.indexOf("wrong") + 1, 5), message: "in the middle" }),
    ],
  },
  {
    name: "hostile-text",
    sources: { "a:b,c%.ts": "const x = '\u001B[31mred\u202E';\n" },
    diagnostics: [
      finding({
        place: at("a:b,c%.ts", 1, 11, 6),
        message: "message with % and\nline break::error::and \u001B[2Jescape",
        help: "100%: do it",
      }),
    ],
  },
];
