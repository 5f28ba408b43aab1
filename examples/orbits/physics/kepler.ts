// Orbits of two bodies, which Kepler's laws solve: as six numbers, as a state of motion, and as a line to draw.
import { dot, shifted, type Vector } from "./vector.js";

/** An orbit, and where on it a body is. Angles are in radians. */
export interface Elements {
  /** Half of the longest diameter. */
  readonly axis: number;
  /** From 0, a circle, to 1, which is no orbit any more. */
  readonly eccentricity: number;
  readonly inclination: number;
  /** From the first axis to where the orbit rises above the plane. */
  readonly node: number;
  /** From there to the nearest point. */
  readonly periapsis: number;
  /** From there to the body, as a part of the time of a round. */
  readonly anomaly: number;
}

/** Where something is and how it moves. */
export interface State {
  readonly place: Vector;
  readonly velocity: Vector;
}

/** The state of a body as another one sees it. */
export function seenFrom(origin: State, { place, velocity }: State): State {
  return { place: shifted(place, origin.place, -1), velocity: shifted(velocity, origin.velocity, -1) };
}

/** The state of a body on an orbit, seen from the body that it goes around. */
export function stateOf(elements: Elements, gm: number): State {
  const { axis, eccentricity } = elements;
  const { along, across } = axesOf(elements);
  const angle = eccentricAnomaly(elements.anomaly, eccentricity);
  const minor = Math.sqrt(1 - eccentricity ** 2);
  const rate = Math.sqrt(gm / axis ** 3) / (1 - eccentricity * Math.cos(angle));
  const at = (x: number, y: number): Vector => shifted(scaled(along, axis * x), across, axis * y);
  return {
    place: at(Math.cos(angle) - eccentricity, minor * Math.sin(angle)),
    velocity: at(-Math.sin(angle) * rate, minor * Math.cos(angle) * rate),
  };
}

/**
 * The closed line that a body would follow if nothing pulled at it but the body that sees this state; undefined when the
 * line is not closed.
 */
export function orbitOf({ place, velocity }: State, gm: number, points: number): Vector[] | undefined {
  const distance = Math.sqrt(dot(place, place));
  const axis = 1 / (2 / distance - dot(velocity, velocity) / gm);
  if (axis <= 0) return undefined;
  const turning = cross(place, velocity);
  const pointing = shifted(scaled(cross(velocity, turning), 1 / gm), place, -1 / distance);
  const eccentricity = Math.sqrt(dot(pointing, pointing));
  const along = scaled(pointing, 1 / eccentricity);
  const across = scaled(cross(turning, along), 1 / Math.sqrt(dot(turning, turning)));
  const minor = Math.sqrt(1 - eccentricity ** 2);
  return Array.from({ length: points }, (_, index) => {
    const angle = (index / points) * 2 * Math.PI;
    return shifted(scaled(along, axis * (Math.cos(angle) - eccentricity)), across, axis * minor * Math.sin(angle));
  });
}

/** Kepler's equation, angle − e sin(angle) = anomaly, by Newton's method. */
function eccentricAnomaly(anomaly: number, eccentricity: number): number {
  let angle = anomaly + eccentricity * Math.sin(anomaly);
  for (let turn = 0; turn < 20; turn++) {
    const off = angle - eccentricity * Math.sin(angle) - anomaly;
    if (Math.abs(off) < 1e-14) break;
    angle -= off / (1 - eccentricity * Math.cos(angle));
  }
  return angle;
}

/** The directions to the nearest point, and in the plane a quarter of a turn on. */
function axesOf({ node, inclination, periapsis }: Elements): { along: Vector; across: Vector } {
  const direction = (angle: number): Vector => ({
    x: Math.cos(node) * Math.cos(angle) - Math.sin(node) * Math.sin(angle) * Math.cos(inclination),
    y: Math.sin(node) * Math.cos(angle) + Math.cos(node) * Math.sin(angle) * Math.cos(inclination),
    z: Math.sin(angle) * Math.sin(inclination),
  });
  return { along: direction(periapsis), across: direction(periapsis + Math.PI / 2) };
}

function scaled({ x, y, z }: Readonly<Vector>, by: number): Vector {
  return { x: x * by, y: y * by, z: z * by };
}

function cross(a: Readonly<Vector>, b: Readonly<Vector>): Vector {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x };
}
