import { describe, expect, it } from "vitest";
import { parseOptions } from "../../bench/options.js";

describe("the options of the benchmarks", () => {
  it("measure everything thoroughly unless told otherwise", () => {
    const options = parseOptions([]);
    expect(options).toMatchObject({ quick: false, help: false, json: undefined });
    expect(options.wanted("codegen")).toBe(true);
  });

  it("select by a pattern", () => {
    const { wanted } = parseOptions(["--only", "runtime move", "--quick", "--json", "rows.json"]);
    expect(wanted("runtime move 2d")).toBe(true);
    expect(wanted("runtime spawn")).toBe(false);
  });

  it("refuse what they do not know", () => {
    expect(() => parseOptions(["--fast"])).toThrow(/--fast/);
    expect(() => parseOptions(["--only", "("])).toThrow(SyntaxError);
  });
});
