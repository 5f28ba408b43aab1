import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../compiler/package-folder.js";

/** The version of this ecsgen. */
export function packageVersion(): string {
  const text = readFileSync(join(packageFolder(), "package.json"), "utf8");
  return stringField(JSON.parse(text), "version") ?? "0.0.0";
}

/** A field of a parsed JSON object, if it is a text. */
export function stringField(value: unknown, name: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const field: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof field === "string" ? field : undefined;
}
