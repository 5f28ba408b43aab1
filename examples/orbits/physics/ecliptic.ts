// Two sets of axes: those of the Earth's equator, and those of its orbit, on which all planets lie nearly flat.
import type { Vector } from "./vector.js";

/** How far the equator of J2000 leans against the Earth's orbit: 84381.448 seconds of arc, by the IAU of 1976. */
const obliquity = (84381.448 / 3600) * (Math.PI / 180);
const cosine = Math.cos(obliquity);
const sine = Math.sin(obliquity);

/** From the axes of the equator to those of the orbit. */
export function toEcliptic({ x, y, z }: Readonly<Vector>): Vector {
  return { x, y: cosine * y + sine * z, z: cosine * z - sine * y };
}

/** From the axes of the orbit to those of the equator. */
export function toEquator({ x, y, z }: Readonly<Vector>): Vector {
  return { x, y: cosine * y - sine * z, z: cosine * z + sine * y };
}
