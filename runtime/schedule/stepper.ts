import { EcsError } from "../errors.js";
import { requireLength } from "../given.js";
import type { Clock } from "../resources/resources.js";
import type { PhaseParts } from "./phases.js";

/** Runs a phase of a step; `delta` is the time that passes in it. A sync point is at its end. */
export type RunPhase = (phase: string, delta: number) => void;

/** How far one of the two times has come. */
interface Time {
  elapsed: number;
  tick: number;
}

/** How far a stepper has come: all that decides what its next step does. */
export interface StepperState {
  readonly fixedTick: number;
  readonly elapsed: number;
  readonly tick: number;
  /** Time that waits for the next fixed step. */
  readonly rest: number;
}

const zero: Time = { elapsed: 0, tick: 0 };

/** Time that is this close to a whole fixed step counts as one, so that sums of rounded numbers lose no step. */
const tolerance = 1e-6;

/**
 * Divides time into steps, and keeps the clocks.
 *
 * There are two times. In `fixedUpdate` and the phases beside it, a clock shows the fixed one: `delta` is the fixed step,
 * `tick` counts fixed steps. Everywhere else it shows the variable one: `delta` is what the step was called with, `tick`
 * counts steps. Both advance when what runs in them is done, so `elapsed` is where a step begins. A step catches up at most
 * `maxFixedSteps`; whole fixed steps beyond that are dropped, so a program that is too slow runs slower instead of falling
 * behind for ever. The rest below one fixed step is always kept.
 */
export class Stepper {
  readonly #fixedStep: number;
  readonly #maxFixedSteps: number;
  readonly #fixed: Time = { ...zero };
  readonly #variable: Time = { ...zero };
  #rest = 0;

  /** Throws `InvalidLayout` when the fixed step is no length of time, or the number of catch-up steps no count. */
  constructor(fixedStep: number, maxFixedSteps: number) {
    const valid = fixedStep > 0 && Number.isFinite(fixedStep) && Number.isInteger(maxFixedSteps) && maxFixedSteps > 0;
    if (!valid) {
      const message = `\`fixedStep\` is ${fixedStep} and \`maxFixedSteps\` is ${maxFixedSteps}`;
      throw new EcsError("InvalidLayout", message, "give a length of time above 0, and a whole number above 0");
    }
    this.#fixedStep = fixedStep;
    this.#maxFixedSteps = maxFixedSteps;
  }

  /** A stepper of the same step, at the beginning. */
  fresh(): Stepper {
    return new Stepper(this.#fixedStep, this.#maxFixedSteps);
  }

  /** Length of a fixed step. */
  get fixedStep(): number {
    return this.#fixedStep;
  }

  /** How many fixed steps one step may catch up. */
  get maxFixedSteps(): number {
    return this.#maxFixedSteps;
  }

  /** How far the variable time has come. */
  get elapsed(): number {
    return this.#variable.elapsed;
  }

  /** Runs one step. Throws `InvalidArgument` when `delta` is no length of time. */
  step(delta: number, phases: PhaseParts, clocks: readonly Clock[], run: RunPhase): void {
    requireLength(delta);
    const due = this.#due(delta);
    if (phases.beforeFixed.length > 0) show(clocks, delta, this.#variable);
    runAll(phases.beforeFixed, delta, run);
    for (let i = 0; i < due; i++) {
      show(clocks, this.#fixedStep, this.#fixed);
      runAll(phases.fixed, this.#fixedStep, run);
      this.#fixed.tick++;
      this.#fixed.elapsed = this.#fixed.tick * this.#fixedStep;
    }
    show(clocks, delta, this.#variable);
    runAll(phases.afterFixed, delta, run);
    runAll(phases.always, delta, run);
    this.#variable.elapsed += delta;
    this.#variable.tick++;
    show(clocks, delta, this.#variable);
  }

  /** Runs a step in which no time passes: the phases that always run. */
  stand(phases: PhaseParts, clocks: readonly Clock[], run: RunPhase): void {
    show(clocks, 0, this.#variable);
    runAll(phases.always, 0, run);
  }

  /** How far it has come. */
  get state(): StepperState {
    const { elapsed, tick } = this.#variable;
    return { fixedTick: this.#fixed.tick, elapsed, tick, rest: this.#rest };
  }

  /** Takes over how far another has come. */
  restore({ fixedTick, elapsed, tick, rest }: StepperState): void {
    Object.assign(this.#fixed, { tick: fixedTick, elapsed: fixedTick * this.#fixedStep });
    Object.assign(this.#variable, { elapsed, tick });
    this.#rest = rest;
  }

  /** Sets both times to zero. */
  reset(): void {
    Object.assign(this.#fixed, zero);
    Object.assign(this.#variable, zero);
    this.#rest = 0;
  }

  /** How many fixed steps fit. */
  #due(delta: number): number {
    const time = this.#rest + delta;
    const whole = Math.floor(time / this.#fixedStep + tolerance);
    const rest = time - whole * this.#fixedStep;
    // Where a step is so long that numbers are too coarse for the rest, there is none.
    this.#rest = Math.abs(rest) < this.#fixedStep ? rest : 0;
    return Math.min(whole, this.#maxFixedSteps);
  }
}

function runAll(phases: readonly string[], delta: number, run: RunPhase): void {
  for (const phase of phases) run(phase, delta);
}

function show(clocks: readonly Clock[], delta: number, time: Time): void {
  for (const clock of clocks) {
    clock.delta = delta;
    clock.elapsed = time.elapsed;
    clock.tick = time.tick;
  }
}
