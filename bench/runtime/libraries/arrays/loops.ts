import type { Library, Trial } from "../../../harness/trial.js";
import { digest, placeOf, speedOf } from "../../values.js";

/**
 * Loops over one column per number. The columns are replaced once, as they are in a program where they grow: from fields
 * that never change V8 takes the arrays as constants, with all checks left out, which no program with entities has.
 */
export const loops: Library = {
  "move 2d": (size) => plane(size, movePlane),
  "26 tables": (size) => plane(size, movePlane),
  bounce: (size) => plane(size, bouncePlane),
  "query, one pass": (size) => plane(size, movePlane),
  "query, nested": (size) => plane(size, countNear),
  "query, pairs": (size) => plane(size, pushAway),
  "move 3d": space,
  "move vec3": space,
};

interface Plane {
  x: Float32Array;
  y: Float32Array;
  vx: Float32Array;
  vy: Float32Array;
}

function plane(size: number, move: (plane: Plane, delta: number) => void): Trial {
  const made: Plane = {
    x: column(size, (i) => placeOf(i, 0)),
    y: column(size, (i) => placeOf(i, 1)),
    vx: column(size, (i) => speedOf(i, 0)),
    vy: column(size, (i) => speedOf(i, 1)),
  };
  made.x = made.x.slice();
  made.y = made.y.slice();
  made.vx = made.vx.slice();
  made.vy = made.vy.slice();
  return { run: () => move(made, 1), checksum: () => sum(made.x, made.y, made.vx, made.vy) };
}

function movePlane({ x, y, vx, vy }: Plane, delta: number): void {
  for (let i = 0; i < x.length; i++) {
    x[i] += vx[i] * delta;
    y[i] += vy[i] * delta;
  }
}

function bouncePlane({ x, y, vx, vy }: Plane, delta: number): void {
  for (let i = 0; i < x.length; i++) {
    x[i] += vx[i] * delta;
    y[i] += vy[i] * delta;
    if (x[i] < 0 || x[i] > 64) vx[i] = -vx[i];
    if (y[i] < 0 || y[i] > 64) vy[i] = -vy[i];
  }
}

function countNear({ x, y, vx }: Plane): void {
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < x.length; j++) {
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      if (dx * dx + dy * dy < 64) vx[i] += 1;
    }
  }
}

function pushAway({ x, y, vx }: Plane): void {
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      if (dx * dx + dy * dy >= 64) continue;
      vx[i] += dx;
      vx[j] -= dx;
    }
  }
}

interface Space extends Plane {
  z: Float32Array;
  vz: Float32Array;
}

function space(size: number): Trial {
  const made: Space = {
    x: column(size, (i) => placeOf(i, 0)),
    y: column(size, (i) => placeOf(i, 1)),
    z: column(size, (i) => placeOf(i, 2)),
    vx: column(size, (i) => speedOf(i, 0)),
    vy: column(size, (i) => speedOf(i, 1)),
    vz: column(size, (i) => speedOf(i, 2)),
  };
  made.x = made.x.slice();
  made.y = made.y.slice();
  made.z = made.z.slice();
  made.vx = made.vx.slice();
  made.vy = made.vy.slice();
  made.vz = made.vz.slice();
  return { run: () => moveSpace(made, 1), checksum: () => sum(made.x, made.y, made.z) };
}

function moveSpace({ x, y, z, vx, vy, vz }: Space, delta: number): void {
  for (let i = 0; i < x.length; i++) {
    x[i] += vx[i] * delta;
    y[i] += vy[i] * delta;
    z[i] += vz[i] * delta;
  }
}

function column(size: number, value: (i: number) => number): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => value(i));
}

function sum(...columns: readonly Float32Array[]): number {
  let total = 0;
  for (let i = 0; i < (columns[0]?.length ?? 0); i++) total += digest(...columns.map((column) => column[i] ?? 0));
  return total;
}
