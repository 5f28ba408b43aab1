import { component, f32 } from "ecsgen/schema";

export class Speed extends component({ now: f32 }) {
  most = 3;
  get double(): number {
    return this.now * 2;
  }
  constructor() {
    super();
  }
}
export function faster(speed: Speed): number {
  return speed.now + 1;
}
export const slower = (speed: Speed): number => speed.now - 1;
console.log(faster);
if (slower) {
}
