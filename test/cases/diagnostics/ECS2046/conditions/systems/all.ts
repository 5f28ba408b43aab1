import { systemModule, type Commands, type EventReader, type EventWriter } from "ecsgen/schema";
import { rules, type Knock, type Mood, type Spot } from "../schema/rules.js";

export function act(mood: Mood): void {
  mood.joy += 1;
}
export function isNear(spot: Readonly<Spot>): void {}
export function isLate(hour: number): boolean {
  return hour > 20;
}
export function isGlad(mood: Mood): boolean {
  return (mood.joy += 1) > 3;
}
export function isReady(commands: Commands): boolean {
  return commands.waiting === 0;
}
export function isLoud(knocks: EventWriter<Knock>): boolean {
  knocks.emit({ force: 1 });
  return true;
}
export function howGlad(mood: Readonly<Mood>): number {
  return mood.joy;
}
export function look(mood: Readonly<Mood>): void {}
export function isQuiet(knocks: EventReader<Knock>, mood: Readonly<Mood>): boolean {
  return knocks.unread === 0;
}

export const all = systemModule({
  core: rules,
  provides: { acting: { act }, questions: { isNear, isLate, isGlad, isReady, isLoud, howGlad, look, isQuiet } },
});
