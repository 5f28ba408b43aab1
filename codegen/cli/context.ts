import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { nodeDisk } from "../5-write/disk.js";
import type { Palette } from "../diagnostics/render/palette.js";
import type { ShowPath, SourceTexts } from "../diagnostics/render/source-texts.js";
import { paletteFor, wantsColor } from "./color.js";
import type { CliIo } from "./io.js";
import { suggest, suggestion } from "../diagnostics/suggest.js";
import { UsageError } from "./usage-error.js";

/** The options that every command takes, as commander gives them. */
export interface GlobalOptions {
  readonly root?: string;
  readonly format: string;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** How findings are written. */
export const formats = ["pretty", "json", "github", "sarif"] as const;

/** How `graph` is written: it can be drawn as well. */
export const graphFormats = [...formats, "mermaid", "html"] as const;

/** One of the forms. */
export type Format = (typeof graphFormats)[number];

/** What a command knows of how it was called. */
export interface Context {
  readonly io: CliIo;
  /** The project's folder, absolute. */
  readonly root: string;
  readonly format: Format;
  readonly quiet: boolean;
  /** Colours for stdout. */
  readonly out: Palette;
  /** Colours for stderr. */
  readonly err: Palette;
  readonly sources: SourceTexts;
  readonly showPath: ShowPath;
}

/**
 * Makes the context of a command that knows these formats.
 * @throws UsageError when the root is no folder, or the format is another.
 */
export function makeContext(io: CliIo, options: GlobalOptions, known: readonly Format[]): Context {
  const format = readFormat(options.format, known);
  const root = findRoot(io.cwd, options.root ?? ".");
  const from = isMachine(format) ? workspaceAround(io) : io.cwd;
  return {
    io,
    root,
    format,
    quiet: options.quiet ?? false,
    out: paletteFor(wantsColor(io.stdout, io.env, !options.color)),
    err: paletteFor(wantsColor(io.stderr, io.env, !options.color)),
    sources: sourcesOf(root),
    showPath: (file) => relative(from, resolve(root, file)).replaceAll("\\", "/"),
  };
}

/** Forms that GitHub reads, which knows files by their paths in the repository. */
function isMachine(format: Format): boolean {
  return format === "github" || format === "sarif";
}

/** The checked out repository on a build server of GitHub, if one is there; else where the command was called. */
function workspaceAround({ cwd, env }: CliIo): string {
  const workspace = env["GITHUB_WORKSPACE"] ?? "";
  const isAround =
    workspace !== "" && !/^\.\.(?:[\\/]|$)/.test(relative(workspace, cwd)) && !isAbsolute(relative(workspace, cwd));
  return isAround ? workspace : cwd;
}

function findRoot(cwd: string, asked: string): string {
  if (asked === "") throw new UsageError("the root has no name", "name a folder, or leave out `--root`");
  const root = resolve(cwd, asked);
  if (!existsSync(root)) throw new UsageError(`folder \`${asked}\` does not exist`, whereElse(root, asked));
  if (statSync(root).isDirectory()) return root;
  throw new UsageError(`\`${asked}\` is not a folder`, "name the folder that has the `ecsgen.config.ts`");
}

function whereElse(missing: string, asked: string): string {
  const parent = dirname(missing);
  const beside = existsSync(parent) ? readdirSync(parent, { withFileTypes: true }) : [];
  const folders = beside.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const near = suggest(basename(missing), folders);
  return near === undefined
    ? "check the path; it is relative to where you are"
    : `did you mean \`${join(dirname(asked), near)}\`?`;
}

function readFormat(format: string, known: readonly Format[]): Format {
  const found = known.find((word) => word === format);
  if (found === undefined) throw new UsageError(`format \`${format}\` is unknown`, suggestion(format, known));
  return found;
}

function sourcesOf(root: string): SourceTexts {
  return (file) => {
    try {
      return nodeDisk.read(resolve(root, file)).toString("utf8");
    } catch {
      return undefined;
    }
  };
}
