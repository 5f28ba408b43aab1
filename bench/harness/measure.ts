import type { Trial } from "./trial.js";

/** How long to measure. */
export interface Effort {
  /** Milliseconds of running before anything counts. */
  readonly warmUp: number;
  readonly samples: number;
  /** Milliseconds that a sample takes at least. */
  readonly sample: number;
}

/** What one process measured. */
export interface Measurement {
  /** Nanoseconds per run, or bytes. */
  readonly value: number;
  readonly checksum: number;
}

const runsBeforeChecksum = 3;

/**
 * Nanoseconds per run: of the fastest sample, since whatever else the machine does only ever makes a sample slower.
 * Throws when code that was optimised meanwhile comes to another result than before.
 */
export function measureTime(make: () => Trial, effort: Effort): Measurement {
  const trial = make();
  const checksum = checksumOf(trial);
  warmUp(trial, effort.warmUp);
  const value = trial.prepare === undefined ? timeTogether(trial, effort) : timeApart(trial, effort);
  const again = checksumOf(make());
  if (again !== checksum) throw new Error(`the first runs came to ${checksum}, and later ones to ${again}`);
  return { value, checksum };
}

/** Bytes that are held after a run: of the heap, and of array buffers. */
export function measureMemory(make: () => Trial): Measurement {
  const before = heldBytes();
  const trial = make();
  trial.prepare?.();
  trial.run();
  const value = heldBytes() - before;
  return { value, checksum: trial.checksum() };
}

function checksumOf(trial: Trial): number {
  for (let i = 0; i < runsBeforeChecksum; i++) {
    trial.prepare?.();
    trial.run();
  }
  return trial.checksum();
}

function warmUp(trial: Trial, milliseconds: number): void {
  const start = performance.now();
  do {
    trial.prepare?.();
    trial.run();
  } while (performance.now() - start < milliseconds);
}

function timeTogether(trial: Trial, { samples, sample }: Effort): number {
  const runs = Math.max(1, Math.ceil(sample / timeOf(trial, 1)));
  globalThis.gc?.();
  return Math.min(...Array.from({ length: samples }, () => (timeOf(trial, runs) / runs) * 1e6));
}

/** What has to be prepared is timed run by run. */
function timeApart(trial: Trial, { samples, sample }: Effort): number {
  let fastest = Infinity;
  const start = performance.now();
  for (let taken = 0; taken < samples || performance.now() - start < samples * sample; taken++) {
    trial.prepare?.();
    fastest = Math.min(fastest, timeOf(trial, 1));
  }
  return fastest * 1e6;
}

/** In milliseconds, never zero. */
function timeOf(trial: Trial, runs: number): number {
  const start = performance.now();
  for (let i = 0; i < runs; i++) trial.run();
  return Math.max(performance.now() - start, 1e-3);
}

function heldBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
