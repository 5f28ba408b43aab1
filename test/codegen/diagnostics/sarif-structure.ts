import { z } from "zod";

// What SARIF 2.1.0 (OASIS, sections 3.13 to 3.58) requires of the parts that we write; unknown properties are refused. GitHub asks for the ends of
// regions as well.
const message = z.strictObject({ text: z.string() });
const location = z.strictObject({
  artifactLocation: z.strictObject({
    uri: z.string().regex(/^[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/),
    uriBaseId: z.string(),
  }),
  region: z.strictObject({
    startLine: z.int().min(1),
    startColumn: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  }),
});
const level = z.enum(["none", "note", "warning", "error"]);
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string(),
            version: z.string(),
            rules: z.array(
              z.strictObject({
                id: z.string(),
                shortDescription: message.optional(),
                fullDescription: message.optional(),
                help: message.optional(),
                defaultConfiguration: z.strictObject({ level }).optional(),
              }),
            ),
          }),
        }),
        invocations: z
          .array(
            z.strictObject({
              executionSuccessful: z.boolean(),
              exitCode: z.int(),
              toolExecutionNotifications: z.array(z.strictObject({ level, message })),
            }),
          )
          .optional(),
        columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(0),
            level,
            message,
            locations: z.array(z.strictObject({ physicalLocation: location })),
            relatedLocations: z
              .array(z.strictObject({ id: z.int().min(0), physicalLocation: location, message }))
              .optional(),
          }),
        ),
      }),
    )
    .min(1),
});

/** Everything in which a value is no SARIF log: of its structure, and of what its indices point to. */
export function sarifProblems(value: unknown): string[] {
  const parsed = log.safeParse(value);
  if (!parsed.success) return parsed.error.issues.map(({ path, message: text }) => `${path.join(".")}: ${text}`);
  return parsed.data.runs.flatMap(({ tool, results }) => {
    const ids = tool.driver.rules.map(({ id }) => id);
    const wrong = results.filter(({ ruleId, ruleIndex }) => ids[ruleIndex] !== ruleId);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    return [...wrong.map(({ ruleId }) => `${ruleId}: wrong index`), ...twice.map((id) => `${id}: listed twice`)];
  });
}
