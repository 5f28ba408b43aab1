/** Three numbers along the axes: a place, a velocity, an acceleration. */
export interface Vector {
  x: number;
  y: number;
  z: number;
}

/** Adds `by` times a direction to a vector. */
export function shift(vector: Vector, direction: Readonly<Vector>, by: number): void {
  vector.x += direction.x * by;
  vector.y += direction.y * by;
  vector.z += direction.z * by;
}

/** What `shift` would lead to. */
export function shifted({ x, y, z }: Readonly<Vector>, direction: Readonly<Vector>, by: number): Vector {
  return { x: x + direction.x * by, y: y + direction.y * by, z: z + direction.z * by };
}

/** The dot product. */
export function dot(a: Readonly<Vector>, b: Readonly<Vector>): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
