import { component, oneOf } from "ecsgen/schema";

export class Mood extends component({ now: oneOf("calm", "angry", "calm"), then: oneOf(), last: oneOf("") }) {}
