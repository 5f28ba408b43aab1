import { Random } from "../resources/random.js";

/** What may be taken of the time of steps: to measure whole steps, and to count lines and measure them. */
const share = { steps: 0.0005, lines: 0.0025 };

/** So many steps are measured all, to begin with. */
const firstSteps = 64;

/** An average follows about so many of the last values. */
const followed = 32;

/** Of so many steps, one is measured at least: a clock that is too coarse for short steps says that they take no time. */
const mostSteps = 1024;

/** Milliseconds that it takes at least to look at a clock and to note what it says: more than a coarse clock may tell. */
const leastPrice = 0.0001;

/**
 * Milliseconds that it takes to ask a table how many rows it has, which the line before has driven out of the nearest cache (4 ns
 * behind lines of 8 µs and 7 behind such of 48, on a Xeon of 2.5 GHz), and to count the run of a line, which is done in each step.
 */
const priceOfTable = 0.000006;
const priceOfCount = 0.000012;

/** Of all values, until there are many of them; then of the last ones. */
class RecentMean {
  private count = 0;
  value = 0;

  add(value: number): void {
    if (this.count < followed) this.count++;
    this.value += (value - this.value) / this.count;
  }
}

/** Goes a little up or down with each value, so that one which is far off, since the machine did something else, does not matter. */
class RecentMedian {
  value = leastPrice;

  add(value: number): void {
    this.value = Math.max(value > this.value ? this.value * 1.1 : this.value / 1.1, leastPrice);
  }
}

/** What was done to measure the lines of a step. */
export interface LineEffort {
  /** How often a clock was looked at, to note what it says. */
  readonly looks: number;
  /** How many tables were asked for their rows. */
  readonly tables: number;
  /** Milliseconds that one such look took, with the note. */
  readonly price: number;
}

/**
 * Decides in which steps something is measured, so that it takes less than one per cent of the time that steps take: that is
 * known from those that were measured. Each step is drawn by itself, so what comes back every second or seventh step is met as
 * often as it is there (a Bernoulli process, as Liblit, Aiken, Zheng and Jordan sample with). What is drawn with a chance of
 * one in five stands for five.
 */
export class Sampling {
  /** Of its own: what is measured must not change what happens in the world. */
  private readonly random = new Random();
  private readonly duration = new RecentMean();
  private readonly price = new RecentMedian();
  private readonly measuring = new RecentMean();
  private readonly counting = new RecentMean();
  private previous = Infinity;
  private steps = 0;
  /** How likely the lines of a step are measured. */
  lineChance = 1;
  /** How likely a step is measured as a whole: whenever its lines are, at least. */
  stepChance = 1;

  /** A number from 0 up to 1 for the step that begins: what has a greater chance is measured in it. */
  draw(): number {
    return this.random.float();
  }

  /** A step was measured, that took so long; `effort` if its lines were measured as well. */
  learn(milliseconds: number, effort?: LineEffort): void {
    const spent = effort === undefined ? 0 : this.spent(effort);
    const duration = Math.max(milliseconds - spent, 0);
    // The shorter one of two: where other programs are busy, a clock tells their time as well.
    this.duration.add(Math.min(duration, this.previous));
    this.previous = duration;
    if (++this.steps < firstSteps) return;
    const budget = share.lines * this.duration.value - this.counting.value;
    this.lineChance = chanceOf(this.measuring.value, budget);
    this.stepChance = Math.max(chanceOf(2 * this.price.value, share.steps * this.duration.value), this.lineChance);
  }

  private spent({ looks, tables, price }: LineEffort): number {
    this.price.add(price);
    const spent = looks * this.price.value + tables * priceOfTable;
    this.measuring.add(spent);
    this.counting.add(looks * priceOfCount);
    return spent;
  }
}

/** How likely something is done that takes `price`, if it shall take `budget` on average. */
function chanceOf(price: number, budget: number): number {
  return Math.min(Math.max(budget / price, 1 / mostSteps), 1);
}
