import { component, event, f32, tag } from "ecsgen/schema";

export class Burning extends component({ since: f32 }, { storag: "sparse" }) {}
export class Wet extends tag({ storage: "sparse" }) {}
export class Fire extends event({ heat: f32 }, { was: ["app.Flame"], keep: 2 }) {}
