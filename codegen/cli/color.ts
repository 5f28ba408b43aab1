import picocolors from "picocolors";
import { plainPalette, type Palette } from "../diagnostics/render/palette.js";
import type { CliIo, Output } from "./io.js";

/**
 * Whether an output gets colours. The first that says something decides: `--no-color`, `NO_COLOR`, `FORCE_COLOR`,
 * whether it is a terminal that can do more than plain text.
 */
export function wantsColor(output: Output, env: CliIo["env"], noColor: boolean): boolean {
  if (noColor || (env["NO_COLOR"] ?? "") !== "") return false;
  const force = env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  return output.isTTY && env["TERM"] !== "dumb";
}

/** Colours for an output, or the plain palette. */
export function paletteFor(color: boolean): Palette {
  return color ? picocolors.createColors(true) : plainPalette;
}
