import { describe, expect, it } from "vitest";
import { parseOptions } from "../../bench/options.js";

describe("the options of the benchmarks", () => {
  it("measure everything thoroughly unless told otherwise", () => {
    const options = parseOptions([]);
    expect(options).toMatchObject({ quick: false, help: false, peers: false, rounds: 3, json: undefined });
    expect(options.wanted("codegen")).toBe(true);
  });

  it("select by a pattern", () => {
    const { wanted } = parseOptions(["--only", "runtime move", "--quick", "--json", "rows.json"]);
    expect(wanted("runtime move 2d")).toBe(true);
    expect(wanted("runtime spawn")).toBe(false);
  });

  it("measure once when it shall be quick, unless told how often", () => {
    expect(parseOptions(["--quick"]).rounds).toBe(1);
    expect(parseOptions(["--quick", "--rounds", "2", "--peers"])).toMatchObject({ rounds: 2, peers: true });
  });

  it("measure with the Node that runs them, unless told which", () => {
    expect(parseOptions([]).node).toBeUndefined();
    expect(parseOptions(["--node", "latest"]).node).toBe("latest");
  });

  it("refuse what they do not know", () => {
    expect(() => parseOptions(["--fast"])).toThrow(/--fast/);
    expect(() => parseOptions(["--rounds", "none"])).toThrow("`--rounds none`");
    expect(() => parseOptions(["--only", "("])).toThrow(SyntaxError);
  });
});
