// A default tells a type only if it is surely the one that TypeScript infers of it.
import { expect, it } from "vitest";
import { readProject } from "../../../codegen/1-read/read-project.js";
import { memoryHost, memoryRoot } from "../support/memory-host.js";

function typeOf(text: string): string | undefined {
  const { raw } = readProject(
    memoryRoot,
    memoryHost({
      "move.ts": `export function move(it = ${text}): void {}\n`,
      "ecsgen.config.ts":
        'import { app } from "ecsgen/schema";\nimport { move } from "./move.js";\nexport default app({ schedule: { update: [move] } });\n',
    }),
  );
  const [parameter] = raw.app?.functions[0]?.signature.parameters ?? [];
  expect(parameter).toMatchObject({ default: text, optional: true });
  return parameter?.type?.text;
}

it.each([
  ...["0", "-1", "1.5", ".5", "1.", "1e3", "-2.5E-7", "1_000", "0xff", "0b10", "0o17"].map((text) => [text, "number"]),
  ...["0n", "-12n", "0xFFn"].map((text) => [text, "bigint"]),
  ...["true", "false"].map((text) => [text, "boolean"]),
  ...['"a"', "'a'", '""', '"a \\" b"', "`a`", "`$5`"].map((text) => [text, "string"]),
])("%s is a %s", (text, type) => {
  expect(typeOf(text)).toBe(type);
});

it.each(["1 + 1", "size", "[]", "{}", "null", "undefined", '"a" as const', "`${1}`", '"a" + "b"', "1 as Metres", "!0"])(
  "%s says nothing",
  (text) => {
    expect(typeOf(text)).toBeUndefined();
  },
);
