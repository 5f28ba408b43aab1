import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { diskProject, type DiskProject } from "./disk-project.js";

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** The files of the smallest useful project. */
export const smallFiles: Readonly<Record<string, string>> = {
  "schema.ts": `import { component, f32 } from "ecsgen/schema";

export class Position extends component({ x: f32 }) {}
export class Velocity extends component({ x: f32 }) {}
`,
  "movement.ts": `import type { Position, Velocity } from "./schema.js";

export function move(position: Position, velocity: Readonly<Velocity>): void {
  position.x += velocity.x;
}
`,
  "ecsgen.config.ts": `import { app } from "ecsgen/schema";
import { move } from "./movement.js";

export default app({ schedule: { update: [move] } });
`,
  "tsconfig.json": `{
  "compilerOptions": {
    "target": "es2022",
    "module": "nodenext",
    "strict": true,
    "noEmit": true,
    "skipLibCheck": true,
    "types": []
  }
}
`,
};

/** A small project on disk, with a place for its cache, and with this package where an installed one would be. */
export function smallProject(files: Readonly<Record<string, string>> = {}): DiskProject {
  const project = diskProject({ ...smallFiles, ...files });
  mkdirSync(join(project.root, "node_modules"), { recursive: true });
  symlinkSync(repository, join(project.root, "node_modules", "ecsgen"), "junction");
  return project;
}
