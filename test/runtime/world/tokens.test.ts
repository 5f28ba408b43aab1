import { AfterSpawn } from "ecsgen/runtime";
import { describe, expect, it } from "vitest";
import { codeOf } from "../kit/code-of.js";
import { createWorld, Hit, Position, Score, Screen } from "../kit/generated/index.js";

const { tokens } = createWorld();

describe("the tokens of a world", () => {
  it("are found by qualified name and by id", () => {
    expect([tokens.component(Position.name), tokens.component(Position.id)]).toEqual([Position, Position]);
    expect([tokens.resource(Score.name), tokens.resource(Score.id)]).toEqual([Score, Score]);
    expect([tokens.event(Hit.name), tokens.event(Hit.id)]).toEqual([Hit, Hit]);
    expect([tokens.model(Screen.name), tokens.model(Screen.id)]).toEqual([Screen, Screen]);
    expect(tokens.event(AfterSpawn.name)).toBe(AfterSpawn);
  });

  it("are not taken for those of another kind", () => {
    expect(codeOf(() => tokens.component(Score.name))).toBe("UnknownComponent");
    expect(codeOf(() => tokens.resource(Position.name))).toBe("UnknownResource");
    expect(codeOf(() => tokens.event(Position.id))).toBe("UnknownEvent");
    expect(codeOf(() => tokens.model(Hit.name))).toBe("UnknownModel");
    expect(codeOf(() => tokens.relation(Position.name))).toBe("UnknownRelation");
    expect(codeOf(() => tokens.term(Score.name))).toBe("UnknownComponent");
  });
});
