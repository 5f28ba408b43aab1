// How the program ends when it is called in a wrong way: at once, with a message, and with the exit code 2.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "orbits-"));
writeFileSync(join(folder, "file"), "");
const { argv, exitCode } = process;
let written = "";

beforeEach(() => {
  written = "";
  vi.resetModules();
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => {
      written += String(text);
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  process.argv = argv;
  process.exitCode = exitCode;
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  [["--days", "ten"], "option '--days <number>' argument 'ten' is invalid. Give a whole number"],
  [["--dayz", "3"], "unknown option '--dayz'"],
  [["2026"], "too many arguments"],
  [["--from", "2026-02-30"], "Give a day that exists"],
  [["--out"], "argument missing"],
  [["--out", folder], "it is a folder\nhelp: give another file"],
  [["--out", ""], "the picture cannot be written to ``"],
  [["--out", join(folder, "file", "orbits.svg")], "the picture cannot be written to"],
])("%j", async (given, message) => {
  process.argv = [...argv.slice(0, 2), ...given];
  await import("../main.js");
  expect(process.exitCode).toBe(2);
  expect(written).toMatch(/^error: /);
  expect(written).toContain(message);
  expect(written).not.toMatch(/^\s+at /m);
  expect(readdirSync(folder)).toEqual(["file"]);
});
