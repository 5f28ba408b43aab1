import { existsSync, readFileSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Palette } from "../diagnostics/render/palette.js";
import type { ShowPath, SourceTexts } from "../diagnostics/render/source-texts.js";
import { paletteFor, wantsColor } from "./color.js";
import type { CliIo } from "./io.js";
import { suggestion } from "../diagnostics/suggest.js";
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
export const graphFormats = [...formats, "mermaid"] as const;

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
  const root = resolve(io.cwd, options.root ?? ".");
  if (!existsSync(root)) throw new UsageError(`folder \`${options.root ?? root}\` does not exist`);
  if (!statSync(root).isDirectory()) throw new UsageError(`\`${options.root ?? root}\` is not a folder`);
  return {
    io,
    root,
    format,
    quiet: options.quiet ?? false,
    out: paletteFor(wantsColor(io.stdout, io.env, !options.color)),
    err: paletteFor(wantsColor(io.stderr, io.env, !options.color)),
    sources: sourcesOf(root),
    showPath: (file) => relative(io.cwd, resolve(root, file)).replaceAll("\\", "/"),
  };
}

function readFormat(format: string, known: readonly Format[]): Format {
  const found = known.find((word) => word === format);
  if (found === undefined) throw new UsageError(`format \`${format}\` is unknown`, suggestion(format, known));
  return found;
}

function sourcesOf(root: string): SourceTexts {
  return (file) => {
    try {
      return readFileSync(resolve(root, file), "utf8");
    } catch {
      return undefined;
    }
  };
}
