import { smallProject } from "./small-project.js";
import type { DiskProject } from "./disk-project.js";

/** The files of a project with a core of three features, and one system module that provides two of them. */
export const motionFiles: Readonly<Record<string, string>> = {
  "schema.ts": "",
  "movement.ts": "",
  "schema/motion.ts": `import { component, core, f32, tag, view, type Entity, type World } from "ecsgen/schema";

export class Position extends component({ x: f32, y: f32 }) {}
export class Velocity extends component({ x: f32, y: f32 }) {}
export class Pinned extends tag() {}

export interface Integration {
  /** Advances every body. */
  integrate(position: Position, velocity: Readonly<Velocity>): void;
  /** Lets everything slow down. */
  slow(velocity: Velocity): void;
}
export interface Impulses {
  /** Adds to a body's velocity. */
  push(world: World, body: Entity, dx: number, dy: number): void;
}
export interface Energy {
  /** The sum over all bodies, in joules. */
  total(world: World): number;
}

/** Bodies in motion. */
export const motion = core({
  features: {
    integration: view<Integration>(),
    impulses: view<Impulses>({ implies: ["integration"] }),
    energy: view<Energy>(),
  },
  schedule: { update: ["integration.slow", { run: "integration.integrate", without: [Pinned] }] },
});
`,
  "systems/euler/index.ts": `import { systemModule } from "ecsgen/schema";
import { motion } from "../../schema/motion.js";
import * as impulses from "./impulses.js";
import * as integration from "./integration.js";

export default systemModule({ core: motion, provides: { impulses, integration } });
`,
  "systems/euler/impulses.ts": `import type { Entity, World } from "ecsgen/schema";

export function push(world: World, body: Entity, dx: number, dy: number): void {
  if (dx !== 0 || dy !== 0) world.despawn(body);
}
`,
  "systems/euler/integration.ts": `import type { Position, Velocity } from "../../schema/motion.js";

export function integrate(position: Position, velocity: Readonly<Velocity>): void {
  position.x += velocity.x;
  position.y += velocity.y;
}

export function slow(velocity: Velocity): void {
  velocity.x *= 0.9;
  velocity.y *= 0.9;
}
`,
  "ecsgen.config.ts": `import { app, use } from "ecsgen/schema";
import { motion } from "./schema/motion.js";
import euler from "./systems/euler/index.js";

export default app({ cores: [use(motion, { features: ["impulses"], systems: [euler] })] });
`,
};

/** That project on disk. */
export function motionProject(files: Readonly<Record<string, string>> = {}): DiskProject {
  return smallProject({ ...motionFiles, ...files });
}
