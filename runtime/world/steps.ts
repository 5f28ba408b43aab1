import type { Callbacks } from "../commands/callbacks.js";
import type { Structure } from "../commands/structure.js";
import type { EventBus } from "../events/event-bus.js";
import { requireLength } from "../given.js";
import type { Resources } from "../resources/resources.js";
import { partsOf, type Phase, type PhaseParts } from "../schedule/phases.js";
import { Schedule } from "../schedule/schedule.js";
import type { RunPhase, Stepper } from "../schedule/stepper.js";
import type { SystemRuns } from "../schedule/system-runs.js";
import type { Timing } from "../schedule/timing.js";
import type { SystemRegistry } from "../systems/system-registry.js";

/** What a step goes through, all of one world. */
export interface SteppedParts<Host> {
  readonly structure: Structure<object>;
  readonly callbacks: Callbacks;
  readonly events: EventBus;
  readonly resources: Resources;
  readonly runs: SystemRuns<Host>;
  readonly systems: SystemRegistry<Host>;
  readonly timing: Timing;
}

/** The steps of a world: events that wait, what was generated, registered systems, queued changes, and time. */
export class Steps<Host> {
  readonly #parts: SteppedParts<Host>;
  readonly #phases: PhaseParts;
  readonly #nothing = new Schedule();
  /** The world's time. */
  readonly stepper: Stepper;
  /** Of the registered systems, when they are stepped alone. */
  readonly systemStepper: Stepper;
  #count = 0;
  #running = false;

  /** `stepper` keeps the world's time. */
  constructor(parts: SteppedParts<Host>, stepper: Stepper, phases: readonly Phase[]) {
    this.#parts = parts;
    this.#phases = partsOf(phases);
    this.stepper = stepper;
    this.systemStepper = stepper.fresh();
  }

  /** How many steps were run to their end. */
  get count(): number {
    return this.#count;
  }

  /** Whether a step is under way. */
  get running(): boolean {
    return this.#running;
  }

  /** `World.step`. */
  run(delta: number, schedule: Schedule): void {
    const { callbacks, events, resources, timing } = this.#parts;
    requireLength(delta);
    this.#running = true;
    try {
      callbacks.scope(() => {
        timing.$beginStep();
        this.settle();
        timing.$settled();
        const run = this.#withSystems(schedule);
        if (schedule.paused) this.stepper.stand(this.#phases, resources.clocks, run);
        else {
          this.stepper.step(delta, this.#phases, resources.clocks, run);
          events.$endStep();
        }
        timing.$endStep(this.#count);
      });
      this.#count++;
    } finally {
      this.#running = false;
    }
  }

  /** `World.stepSystems`. */
  runSystems(delta: number): void {
    requireLength(delta);
    this.#parts.timing.$settled();
    this.systemStepper.step(delta, this.#phases, [], this.#withSystems(this.#nothing));
  }

  /** A sync point at which events are dispatched, too: to handlers that see what waited, and may make it wait again. */
  settle(): void {
    this.#parts.structure.sync();
    this.#parts.events.process();
    this.#parts.structure.sync();
  }

  /** Sets time to zero. */
  reset(): void {
    this.stepper.reset();
    this.systemStepper.reset();
  }

  /** What a phase runs: the schedule, the registered systems behind it, then a sync point. */
  #withSystems(schedule: Schedule): RunPhase {
    const { runs, systems, timing } = this.#parts;
    return (phase, delta) => {
      timing.$beginPhase(phase);
      schedule.run(phase);
      runs.sync();
      systems.runPhase(phase, delta);
      runs.sync();
      timing.$endPhase(phase);
    };
  }
}
