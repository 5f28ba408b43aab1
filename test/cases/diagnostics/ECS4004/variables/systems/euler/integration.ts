import type { Position, Time, Velocity } from "../../schema/motion.js";

let calls = 0;
var last = "";
const seen = new Set<number>();
const waiting: number[] = [];
const totals = { x: 0 };
const buffer = new Float32Array(16);
const FACTORS = [1, 2, 3];
const NAMES = new Set(["a", "b"]);
const LIMITS = { most: 3 } as const;
const counter = (() => {
  let count = 0;
  return () => count++;
})();
const tally = {
  count: 0,
  add() {
    return this.count++;
  },
};
const tools = { add: (a: number, b: number) => a + b, vector: { set: (x: number) => ({ x }) }, list: [1] };
const sums = { list: [1], add: (a: number) => a };
const { next } = makeCounter();

class Cache {
  static hits = 0;
  static readonly size = 3;
}

export function integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  calls++;
  totals.x += 1;
  integrate.calls = calls;
  sums.list.push(sums.add(tally.add()));
  tools.add(tools.list[0], tools.vector.set(1).x);
  position.x += velocity.x * time.delta * FACTORS[0] * LIMITS.most;
  position.y += velocity.y * time.delta;
}
