// A project of which every file has several texts, so that a test can go from any state of it to any other.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { motionFiles } from "./motion-project.js";
import { smallFiles } from "./small-project.js";

/** A file with a text; undefined when it is not there. */
export interface Edit {
  readonly path: string;
  readonly text: string | undefined;
}

const motion = motionFiles["schema/motion.ts"] ?? "";
const integration = motionFiles["systems/euler/integration.ts"] ?? "";

const life = `import { component, core, event, f32, prefab, relation, resource, struct, tag, u8, view, type EventReader } from "ecsgen/schema";
import { Age } from "shared/age";
import { place } from "./shapes.js";

/** Where it lives. */
export class Home extends component({ ...place, rooms: u8.default(2) }) {}
export class Health extends component({ value: f32.range(0, 100), wound: struct({ depth: f32 }) }) {}
export class Asleep extends tag() {}
export class Mood extends resource({ level: f32 }) {}
export class Bite extends event({ depth: f32 }) {}
export class Knows extends relation({ since: f32 }) {}

export interface Ageing {
  /** Makes older. */
  grow(age: Age, mood: Readonly<Mood>): void;
}
export interface Healing {
  heal(health: Health, home?: Readonly<Home>): void;
  hurt(health: Health, bites: EventReader<Bite>): void;
}

export const life = core({
  features: { ageing: view<Ageing>(), healing: view<Healing>({ implies: ["ageing"] }) },
  schedule: { update: ["healing.hurt", { run: "ageing.grow", without: [Asleep] }, { run: "healing.heal", changed: [Health] }] },
});

export const animal = prefab({ components: [[Health, { value: 50 }], Age] });
export const cat = prefab({ extends: animal, components: [[Health, { value: 9 }], Home] });
`;

const lives = `import type { EventReader } from "ecsgen/schema";
import type { Age } from "shared/age";
import type { Bite, Health, Home, Mood } from "../schema/life.js";
import { ripen } from "./helpers.js";

export function grow(age: Age, mood: Readonly<Mood>): void {
  ripen(age, mood.level);
}
export function heal(health: Health, home?: Readonly<Home>): void {
  health.value += home?.rooms ?? 0;
}
export function hurt(health: Health, bites: EventReader<Bite>): void {
  for (const bite of bites) health.value -= bite.depth;
}
`;

const helpers = `/** Is handed a component whole. */
export function ripen(age: { years: number }, by: number): void {
  age.years += by;
}
`;

const configuration = `import { app, use } from "ecsgen/schema";
import { life } from "./schema/life.js";
import { motion } from "./schema/motion.js";
import { lives } from "./systems/lives.js";
import euler from "./systems/euler/index.js";

export default app({
  cores: [use(motion, { features: ["impulses"], systems: [euler] }), use(life, { features: ["healing"], systems: [lives] })],
});
`;

const module = `import { systemModule } from "ecsgen/schema";
import { life } from "../schema/life.js";
import * as all from "./lives-functions.js";

export const lives = systemModule({ core: life, provides: { ageing: all, healing: { heal: all.heal, hurt: all.hurt } } });
`;

/** Every text that a file of the project can have, the first of them one that makes sense. */
const texts: Readonly<Record<string, readonly (string | undefined)[]>> = {
  "schema/shapes.ts": [
    `import { f32 } from "ecsgen/schema";\n\nexport const place = { x: f32, y: f32 };\n`,
    `import { f32 } from "ecsgen/schema";\n\nexport const place = { x: f32, y: f32, z: f32.default(1) };\n`,
    `import { f32 } from "ecsgen/schema";\n\nexport const other = { x: f32, y: f32 };\n`,
    `import { f32 } from "ecsgen/schema";\n\nexport const place = { x: f32, y: f32 };\nexport function half(x: number): number {\n  return x / 2;\n}\n`,
    `export const place = { x: `,
    undefined,
  ],
  "schema/motion.ts": [
    motion,
    `// A line more.\n${motion}`,
    motion.replace("Velocity extends component({ x: f32,", "Velocity extends component({ x: f32.default(2),"),
    motion.replace("export class Pinned", "export class Extra extends component({ x: f32 }) {}\nexport class Pinned"),
    motion.replace("Advances every body", "Advances all bodies"),
    motion
      .replace("class Velocity extends component(", "class Velocity extends resource(")
      .replace("component, ", "component, resource, "),
    motion.replace("export class Pinned extends tag() {}\n", ""),
    motion.replace(
      "slow(velocity: Velocity): void;",
      "slow(velocity: Velocity): void;\n  stop(velocity: Velocity): void;",
    ),
    motion.replace("export const motion = core({", 'export const motion = core({\n  was: ["movement"],'),
    motion.replace('"integration.slow", ', ""),
    motion.replace('"./shapes.js"', '"#shapes"'),
    motion.replace('"./shapes.js"', '"@/shapes"'),
    motion.replace("}\nexport interface Impulses", "export interface Impulses"),
    undefined,
  ],
  "schema/life.ts": [
    life,
    life.replace("rooms: u8.default(2)", "rooms: u8.default(900)"),
    life.replace("value: f32.range(0, 100)", "value: f32.range(0, 10)"),
    life.replace("export class Asleep", "export class Pinned extends tag() {}\nexport class Asleep"),
    life.replace("changed: [Health]", "changed: [Mood]"),
    life.replace("class Bite extends event", "class Bite extends component"),
    life.replace("{ extends: animal,", "{ extends: cat,"),
    life.replace("mood: Readonly<Mood>", "mood: Mood"),
    life.replace("export const life = core", "export const alive = core"),
    life.replace('from "shared/age"', 'from "shared/years"'),
    undefined,
  ],
  "schema/more/deep.ts": [
    undefined,
    `import { component, f32 } from "ecsgen/schema";\n\nexport class Deep extends component({ depth: f32 }) {}\n`,
  ],
  "systems/helpers.ts": [
    helpers,
    helpers.replace("+= by", "+= by / 2"),
    helpers.replace("by: number)", "by = 1)"),
    helpers.replace("age.years += by", "console.log(age, by)"),
    `/** Moved down. */\n\n${helpers}`,
    undefined,
  ],
  "systems/euler/integration.ts": [
    integration,
    integration.replace("*= 0.9", "*= 0.8"),
    `/** Moved down. */\n\n${integration}`,
    integration.replace("velocity: Readonly<Velocity>", "velocity: Velocity"),
    integration.replace("  position.y += velocity.y;", "  position.y += velocity.y;\n  velocity.y = 0;"),
    integration.replace("function slow", "function slower"),
    integration
      .replace(/velocity.x \*= 0.9;[^}]*/, 'throw new NotImplemented("slow");\n')
      .replace("import", 'import { NotImplemented } from "ecsgen/schema";\nimport'),
    `let count = 0;\n${integration}`,
    integration.replace("{", ""),
    undefined,
  ],
  "systems/euler/index.ts": [
    motionFiles["systems/euler/index.ts"],
    motionFiles["systems/euler/index.ts"]?.replace("impulses, integration }", "integration }"),
    motionFiles["systems/euler/index.ts"]?.replace('"./integration.js"', '"../lives-functions.js"'),
    undefined,
  ],
  "systems/lives-functions.ts": [
    lives,
    lives.replace("mood: Readonly<Mood>", "mood: Mood"),
    lives.replace("export function heal", "function heal"),
    lives.replace("health: Health, bites", "health: Readonly<Health>, bites"),
    `${lives}export { slow as grow2 } from "./euler/integration.js";\n`,
  ],
  "systems/lives.ts": [module, module.replace("ageing: all, ", ""), module.replace("core: life", "core: dead")],
  "ecsgen.config.ts": [
    configuration,
    configuration.replace('"impulses"', '"integration"'),
    configuration.replace('"impulses"', '"impulse"'),
    configuration.replace("  cores:", "  fixedStep: 1 / 30,\n  cores:"),
    configuration.replace("  cores:", '  output: "made",\n  cores:'),
    configuration.replace("  cores:", '  schemas: ["schema/motion.ts"],\n  cores:'),
    configuration.replace("systems: [euler]", "systems: [lives, euler]"),
    configuration.replace("],\n});", "],\n"),
    undefined,
  ],
  "node_modules/shared/package.json": [
    `{ "name": "shared", "exports": { "./age": { "ecsgen": "./age.ts" } } }`,
    `{ "name": "shared", "exports": { "./*": { "ecsgen": "./age.ts" } } }`,
    undefined,
  ],
  "node_modules/shared/age.ts": [
    `import { component, f32 } from "ecsgen/schema";\n\nexport class Age extends component({ years: f32 }) {}\n`,
    `import { component, f32 } from "ecsgen/schema";\n\nexport class Age extends component({ years: f32, days: f32 }) {}\n`,
  ],
  "package.json": [
    `{ "type": "module", "imports": { "#shapes": "./schema/shapes.ts" } }`,
    `{ "type": "module", "imports": { "#*": "./schema/more/*.ts" } }`,
    undefined,
  ],
  "tsconfig.json": [
    smallFiles["tsconfig.json"],
    smallFiles["tsconfig.json"]?.replace('"strict"', '"paths": { "@/*": ["./schema/*"] },\n    "strict"'),
    smallFiles["tsconfig.json"]?.replace('"strict": true', '"strict": false'),
  ],
};

/** What somebody may do to generated files. */
const spoiled: Readonly<Record<string, readonly (string | undefined)[]>> = {
  "generated/components/position.ts": [undefined, "// Edited by hand.\n"],
  "generated/components/extra.ts": [undefined, "// Not generated.\n"],
  "generated/world.ts": [undefined],
  "generated/manifest.json": [undefined],
  "generated/mine.ts": ["// Of somebody else.\n", undefined],
};

/** The files of the project as they are at first. */
export function firstFiles(): Edit[] {
  const own = Object.entries(texts).map(([path, [text]]) => ({ path, text }));
  const more = ["systems/euler/impulses.ts"].map((path) => ({ path, text: motionFiles[path] }));
  return [...own, ...more];
}

/** One file after the other, with any of its texts; a file that was spoiled is soon mended. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: editOf(texts) },
  { weight: 3, arbitrary: fc.constantFrom(...firstFiles()) },
  { weight: 1, arbitrary: editOf(spoiled) },
);

function editOf(choices: Readonly<Record<string, readonly (string | undefined)[]>>): fc.Arbitrary<Edit> {
  const edits = Object.entries(choices).flatMap(([path, all]) => all.map((text): Edit => ({ path, text })));
  return fc.constantFrom(...edits);
}

/** Does an edit to the project in a folder. */
export function edit(root: string, { path, text }: Edit): void {
  const absolute = join(root, path);
  if (text === undefined) return rmSync(absolute, { force: true });
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
}

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** A new folder with the first files of the project. */
export function restlessProject(): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "ecsgen-restless-")));
  for (const one of firstFiles()) edit(root, one);
  linkPackage(root);
  return root;
}

/** Makes a folder the same as a project's, but for what is kept of earlier runs. */
export function copyProject(root: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  const isCopied = (path: string): boolean => !/node_modules\/(?:ecsgen|\.cache)$/.test(path.replaceAll("\\", "/"));
  cpSync(root, to, { recursive: true, filter: isCopied });
  linkPackage(to);
}

function linkPackage(root: string): void {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  symlinkSync(repository, join(root, "node_modules", "ecsgen"), "junction");
}
