import { CommanderError } from "commander";
import { describe, expect, it } from "vitest";
import { parseOptions, type Options } from "../../program/options.js";

interface Answer {
  readonly options?: Options;
  readonly exitCode?: number;
  readonly text: string;
}

/** What a command line leads to, and what it writes. */
function ask(...argv: readonly string[]): Answer {
  let text = "";
  const write = (more: string): void => {
    text += more;
  };
  try {
    return { options: parseOptions(argv, { writeOut: write, writeErr: write }), text };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { exitCode: error.exitCode, text };
  }
}

describe("options", () => {
  it("have defaults: a year in steps of an hour", () => {
    const from = new Date("2026-01-01T00:00:00Z");
    expect(ask().options).toEqual({ from, days: 365, asteroids: 20_000, step: 1, seed: 1 });
  });

  it("are all read", () => {
    const argv = "--from 1999-12-31 --days 30 --asteroids 0 --step 0.25 --seed 7 --out a.svg".split(" ");
    const from = new Date("1999-12-31T00:00:00Z");
    expect(ask(...argv).options).toEqual({ from, days: 30, asteroids: 0, step: 0.25, seed: 7, out: "a.svg" });
  });

  it.each(["1", "0.5", ".1", "24", "6", "0.05"])("take %s h as a step", (step) => {
    expect(ask("--step", step).options?.step).toBe(Number(step));
  });

  it.each([
    [["--days", "0"], "whole number from 1 to 36525"],
    [["--days", "36526"], "whole number from 1 to 36525"],
    [["--days", "1.5"], "whole number from 1 to 36525"],
    [["--days", "-1"], "whole number from 1 to 36525"],
    [["--days", "ten"], "whole number from 1 to 36525"],
    [["--days", ""], "whole number from 1 to 36525"],
    [["--days", "1e2"], "whole number from 1 to 36525"],
    [["--days"], "argument missing"],
    [["--asteroids", "-5"], "whole number from 0 to 1000000"],
    [["--asteroids", "1000001"], "whole number from 0 to 1000000"],
    [["--seed", "x"], "whole number from 0 to 4294967295"],
    [["--step", "5"], "hours that divide a day"],
    [["--step", "0"], "hours that divide a day"],
    [["--step", "48"], "hours that divide a day"],
    [["--step", "0.001"], "hours that divide a day"],
    [["--step", "NaN"], "hours that divide a day"],
    [["--from", "2026-02-30"], "a day that exists"],
    [["--from", "yesterday"], "a day that exists"],
    [["--from", "2026"], "a day that exists"],
    [["--from", "1699-12-31"], "a day from 1700-01-01"],
    [["--from", "2200-01-01"], "a day from 1700-01-01"],
    [["--dayz", "3"], "Did you mean --days?"],
    [["30"], "too many arguments"],
  ])("refuse %j, and say what to give", (argv, message) => {
    const answer = ask(...argv);
    expect(answer.options).toBeUndefined();
    expect(answer.exitCode).not.toBe(0);
    expect(answer.text).toContain(message);
    expect(answer.text).toMatch(/^error: /);
  });

  it("name the option that is wrong, and what was given", () => {
    expect(ask("--days", "ten").text).toContain("option '--days <number>' argument 'ten' is invalid");
  });

  it("are explained", () => {
    const help = ask("--help");
    expect(help.exitCode).toBe(0);
    for (const option of ["--from", "--days", "--asteroids", "--step", "--seed", "--out"]) {
      expect(help.text).toContain(option);
    }
    expect(help.text).toContain("default: 2026-01-01");
  });
});
