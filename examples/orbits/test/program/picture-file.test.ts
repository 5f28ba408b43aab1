import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { PictureFileError, prepare, save } from "../../program/picture-file.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "orbits-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("makes the folder, and leaves no file before there is something to save", () => {
  const path = join(folder, "a", "b", "orbits.svg");
  prepare(path);
  expect(() => readFileSync(path)).toThrow(/ENOENT/);
  save(path, "<svg/>");
  expect(readFileSync(path, "utf8")).toBe("<svg/>");
});

it("replaces an older picture", () => {
  const path = join(folder, "orbits.svg");
  writeFileSync(path, "older and longer");
  prepare(path);
  expect(readFileSync(path, "utf8")).toBe("older and longer");
  save(path, "new");
  expect(readFileSync(path, "utf8")).toBe("new");
});

it("refuses a folder, and a place below a file, before any work is done", () => {
  mkdirSync(join(folder, "taken"));
  writeFileSync(join(folder, "file"), "");
  expect(() => prepare(join(folder, "taken"))).toThrow(PictureFileError);
  expect(() => prepare(join(folder, "taken"))).toThrow(/taken`: it is a folder$/);
  expect(() => prepare(join(folder, "file", "orbits.svg"))).toThrow(/the picture cannot be written to/);
});

// A pipe would be waited for, and who may do everything may write in `/proc` as well, but nobody can.
it.runIf(existsSync("/proc/self"))("refuses at once what could be written by its rights alone", () => {
  execFileSync("mkfifo", [join(folder, "pipe")]);
  expect(() => prepare(join(folder, "pipe"))).toThrow(/pipe`: it is not a file$/);
  expect(() => prepare("/proc/orbits.svg")).toThrow(PictureFileError);
  expect(() => prepare("/proc/pictures/orbits.svg")).toThrow(PictureFileError);
});
