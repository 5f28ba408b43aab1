import { component, oneOf } from "ecsgen/schema";

const moods = ["calm", 3] as const;
export class Mood extends component({ now: oneOf(...moods), then: oneOf("a", `b${moods.length}`) }) {}
