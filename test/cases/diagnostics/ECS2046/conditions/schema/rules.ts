import { component, core, event, f32, resource, view, type Commands, type EventReader, type EventWriter } from "ecsgen/schema";

export class Spot extends component({ x: f32 }) {}
export class Mood extends resource({ joy: f32 }) {}
export class Knock extends event({ force: f32 }) {}

export interface Acting {
  act(mood: Mood): void;
}
export interface Questions {
  isNear(spot: Readonly<Spot>): void;
  isLate(hour: number): boolean;
  isGlad(mood: Mood): boolean;
  isReady(commands: Commands): boolean;
  isLoud(knocks: EventWriter<Knock>): boolean;
  howGlad(mood: Readonly<Mood>): number;
  look(mood: Readonly<Mood>): void;
  isQuiet(knocks: EventReader<Knock>, mood: Readonly<Mood>): boolean;
}

export const rules = core({
  features: { acting: view<Acting>({ implies: ["questions"] }), questions: view<Questions>() },
  sets: { glad: { if: "questions.isGlad" }, ready: { if: "questions.isReady" } },
  schedule: {
    update: [
      { run: "acting.act", if: "questions.isNear" },
      { run: "acting.act", if: "questions.isLate" },
      { run: "acting.act", if: "questions.isLoud" },
      { run: "acting.act", if: "questions.howGlad" },
      { run: "acting.act", if: "questions.look" },
      { run: "acting.act", if: "questions.isQuiet", set: ["glad", "ready"] },
      { run: "acting.act", if: "questions.isQuite" },
      { run: "acting.act", if: "glad" },
    ],
  },
});
