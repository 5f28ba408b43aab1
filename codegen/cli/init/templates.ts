/** A file of a new project. */
export interface ProjectFile {
  /** Relative to the new project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The smallest useful project: one schema, one exported function, an app that schedules it. */
export function projectFiles(name: string, ecsgenVersion: string): readonly ProjectFile[] {
  return [
    { path: "package.json", text: packageJson(name, ecsgenVersion) },
    { path: "tsconfig.json", text: tsconfig },
    { path: ".gitignore", text: "node_modules/\nbuild/\n" },
    { path: "schema.ts", text: schema },
    { path: "movement.ts", text: movement },
    { path: "ecsgen.config.ts", text: config },
    { path: "main.ts", text: main },
  ];
}

function packageJson(name: string, ecsgenVersion: string): string {
  const content = {
    name,
    version: "0.0.0",
    private: true,
    type: "module",
    scripts: {
      start: "npm run build && node build/main.js",
      build: "ecsgen generate --quiet && tsc",
      check: "ecsgen check",
    },
    dependencies: { ecsgen: `^${ecsgenVersion}` },
    devDependencies: { typescript: "^7.0.2" },
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

const tsconfig = `{
  "compilerOptions": {
    "target": "es2022",
    "lib": ["es2022", "dom"],
    "module": "nodenext",
    "types": [],
    "strict": true,
    "verbatimModuleSyntax": true,
    "erasableSyntaxOnly": true,
    "skipLibCheck": true,
    "rootDir": ".",
    "outDir": "build"
  },
  "exclude": ["build", "node_modules"]
}
`;

const schema = `import { clock, component, f32 } from "ecsgen/schema";

/** Where something is, in metres. */
export class Position extends component({ x: f32, y: f32 }) {}

/** How fast it moves, in metres per second. */
export class Velocity extends component({ x: f32, y: f32 }) {}

/** The time that one step takes. */
export class Time extends clock() {}
`;

const movement = `import type { Position, Time, Velocity } from "./schema.js";

/** Moves everything that has a position and a velocity; called once for each such entity in every step. */
export function move(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
  position.y += velocity.y * time.delta;
}
`;

const config = `import { app } from "ecsgen/schema";
import { move } from "./movement.js";

export default app({ schedule: { update: [move] } });
`;

const main = `import { createWorld, Position } from "./generated/index.js";

const world = createWorld();
const ship = world.spawn({ position: { x: 0, y: 0 }, velocity: { x: 2, y: 1 } });

for (let second = 1; second <= 3; second++) {
  world.step(1);
  const position = world.get(ship, Position);
  console.log(\`after \${second} s the ship is at (\${position?.x}, \${position?.y})\`);
}
`;
