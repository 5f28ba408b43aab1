import type { Trial } from "./trial.js";

/** How long to measure. */
export interface Effort {
  /** Milliseconds of processor time before anything counts. */
  readonly warmUp: number;
  /** Of each process. */
  readonly turns: number;
  /** In a turn. */
  readonly samples: number;
  /** Milliseconds that a sample takes at least. */
  readonly sample: number;
  /** Milliseconds of processor time after which no sample of a turn is begun any more, however few there are: one run of a slow library may take longer. */
  readonly limit: number;
}

/** Makes a trial, with nothing done yet. */
export type Make = () => Trial | Promise<Trial>;

/** A measurement that is taken by turns. */
export interface Measuring {
  /** Nanoseconds per run, or bytes. */
  turn(): Promise<number>;
  /** What it came to, after the last turn. Throws when code that was optimised meanwhile comes to another result than before. */
  end(): Promise<number>;
}

const runsBeforeChecksum = 3;

/** Nanoseconds per run: of the fastest sample, since whatever else the machine does only ever makes a sample slower. */
export async function timing(make: Make, effort: Effort): Promise<Measuring> {
  const trial = await make();
  const checksum = await checksumOf(trial);
  await warmUp(trial, effort.warmUp);
  const together = trial.prepare === undefined;
  const runs = together ? Math.max(1, Math.ceil(effort.sample / (await timeOf(trial, 1)))) : 1;
  globalThis.gc?.();
  return {
    turn: () => (together ? timeTogether(trial, runs, effort) : timeApart(trial, effort)),
    end: async () => {
      const again = await checksumOf(await make());
      if (again !== checksum) throw new Error(`the first runs came to ${checksum}, and later ones to ${again}`);
      return checksum;
    },
  };
}

/** Bytes that are held after a run: of the heap, and of array buffers. There is one turn. */
export function weighing(make: Make): Measuring {
  let checksum = 0;
  return {
    turn: async () => {
      const before = heldBytes();
      const trial = await make();
      trial.prepare?.();
      await trial.run();
      const held = heldBytes() - before;
      checksum = trial.checksum();
      return held;
    },
    end: () => Promise.resolve(checksum),
  };
}

async function checksumOf(trial: Trial): Promise<number> {
  for (let i = 0; i < runsBeforeChecksum; i++) {
    trial.prepare?.();
    await trial.run();
  }
  return trial.checksum();
}

async function warmUp(trial: Trial, milliseconds: number): Promise<void> {
  const start = busy();
  do {
    trial.prepare?.();
    await trial.run();
  } while (busy() - start < milliseconds);
}

async function timeTogether(trial: Trial, runs: number, { samples, limit }: Effort): Promise<number> {
  const start = busy();
  let fastest = Infinity;
  for (let taken = 0; taken === 0 || (taken < samples && busy() - start < limit); taken++) {
    fastest = Math.min(fastest, (await timeOf(trial, runs)) / runs);
  }
  return fastest * 1e6;
}

/** What has to be prepared is timed run by run. */
async function timeApart(trial: Trial, { samples, sample, limit }: Effort): Promise<number> {
  let fastest = Infinity;
  const start = busy();
  const passed = (): number => busy() - start;
  for (let taken = 0; taken === 0 || (passed() < limit && (taken < samples || passed() < samples * sample)); taken++) {
    trial.prepare?.();
    fastest = Math.min(fastest, await timeOf(trial, 1));
  }
  return fastest * 1e6;
}

/**
 * In milliseconds, never zero. Only what is asynchronous is awaited: waiting for nothing takes time as well. On a busy
 * machine the clock measures the others too, on an idle one processor time has the collector's threads in it: neither is
 * ever less than what the runs took, so the smaller one is taken.
 */
async function timeOf(trial: Trial, runs: number): Promise<number> {
  const [start, startBusy] = [performance.now(), busy()];
  for (let i = 0; i < runs; i++) {
    const done = trial.run();
    if (done !== undefined) await done;
  }
  return Math.max(Math.min(performance.now() - start, busy() - startBusy), 1e-3);
}

/** Milliseconds of processor time of this process. */
function busy(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
}

function heldBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
