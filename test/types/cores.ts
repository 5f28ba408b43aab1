// What the editor says of cores, system modules and apps while they are typed.
import {
  app,
  component,
  core,
  f32,
  relation,
  resource,
  systemModule,
  tag,
  use,
  view,
  type Entity,
  type World,
} from "ecsgen/schema";

class Position extends component({ x: f32, y: f32 }) {}
class Velocity extends component({ x: f32, y: f32 }) {}
class Mass extends component({ kilograms: f32 }) {}
class Pinned extends tag() {}
class Near extends relation({}) {}
class Time extends resource({ delta: f32 }) {}

interface Integration {
  integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void;
}
interface Impulses {
  push(world: World, body: Entity, dx: number, dy: number): void;
}

const motion = core({
  features: { integration: view<Integration>(), impulses: view<Impulses>({ implies: ["integration"] }) },
  schedule: { update: [{ run: "integration.integrate", without: [Pinned] }], fixedUpdate: ["impulses.push"] },
});

core({
  features: { integration: view<Integration>() },
  schedule: {
    update: ["integration.integrat"], //~ Did you mean '"integration.integrate"'?
  },
});

core({
  features: { integration: view<Integration>() },
  schedule: {
    update: [{ run: "integration.integrate", without: [Time] }], //~ Type '"resource"' is not assignable to type '"component" | "relation"'
  },
});

function integrate(position: Position, velocity: Readonly<Velocity>, time: Readonly<Time>): void {
  position.x += velocity.x * time.delta;
}
function push(world: World, body: Entity, dx: number, dy: number): void {}
/** Asks for more than its View gives. */
function heavy(position: Position & Mass): void {}
function pushText(world: World, body: Entity, dx: string): void {}

export const complete = systemModule({ core: motion, provides: { integration: { integrate }, impulses: { push } } });
export const partial = systemModule({ core: motion, provides: { impulses: { push } } });
export const shorter = systemModule({ core: motion, provides: { integration: { integrate: (position: Position) => {} } } });

systemModule({
  core: motion,
  provides: {
    integration: {}, //~ Property 'integrate' is missing in type '{}'
  },
});
systemModule({
  core: motion,
  provides: {
    integration: { integrate: heavy }, //~ Property 'kilograms' is missing in type 'Position'
    impulses: { push: pushText }, //~ Type 'number' is not assignable to type 'string'
  },
});
systemModule({
  core: motion,
  provides: {
    integrations: { integrate }, //~ Did you mean to write 'integration'?
  },
});

export default app({
  cores: [use(motion, { features: ["impulses"], systems: [partial, complete] })],
  schedule: { update: [integrate, { run: integrate, without: [Pinned] }] },
  fixedStep: 1 / 120,
});

app({ cores: [use(motion, { features: ["impulse"], systems: [complete] })] }); //~ Did you mean '"impulses"'?
app({ cores: [use(motion, { features: [], systems: [integrate] })] }); //~ is not assignable to type 'SystemModule
app({ schedule: { updte: [] } }); //~ 'updte' does not exist in type

core({
  features: { integration: view<Integration>() },
  schedule: {
    update: [
      { run: "integration.integrate", changed: [Position], added: [Velocity, Pinned], removed: [Pinned] },
      { run: "integration.integrate", changed: [Time] }, //~ Type '"resource"' is not assignable to type '"component"'
      { run: "integration.integrate", removed: [Near] }, //~ Type '"relation"' is not assignable to type '"component"'
      { run: "integration.integrate", change: [Position] }, //~ Did you mean to write 'changed'?
    ],
  },
});

// Phases.
core({
  features: { integration: view<Integration>() },
  phases: { broad: { before: "fixedUpdate" }, narrow: { after: "broad" }, late: { after: "rendering.draw" } },
  schedule: {
    broad: ["integration.integrate"],
    narrow: [{ run: "integration.integrate", without: [Pinned] }],
    preUpdate: ["integration.integrate"],
    postRender: [],
    "collisions.broad": ["integration.integrate"],
  },
});

core({
  features: { integration: view<Integration>() },
  phases: { broad: { before: "fixedUpdate" } },
  schedule: {
    brod: ["integration.integrate"], //~ Did you mean to write 'broad'?
  },
});

core({
  features: { integration: view<Integration>() },
  phases: {
    broad: { before: "fixedupdate" }, //~ Did you mean '"fixedUpdate"'?
    narrow: { before: "broad", after: "update" }, //~ Type 'string' is not assignable to type
  },
});

app({ phases: { ai: { after: "update" } }, schedule: { ai: [integrate], "motion.broad": [integrate] } });
app({
  phases: { ai: { after: "update" } },
  schedule: { aj: [integrate] }, //~ 'aj' does not exist in type
});

// Order and sets.
core({
  features: { integration: view<Integration>(), impulses: view<Impulses>() },
  sets: { physics: { after: "input.keys.read" }, late: { after: ["physics", "integration.integrate"] } },
  schedule: {
    update: [
      { run: "integration.integrate", before: "impulses.push", set: "physics" },
      { run: "impulses.push", after: ["physics", "drawing.sets.pens"], set: ["late", "drawing.sets.pens"] },
    ],
  },
});

core({
  features: { integration: view<Integration>() },
  sets: {
    physics: { before: "integration.integrat" }, //~ Did you mean '"integration.integrate"'?
    late: { after: "fisics" }, //~ is not assignable to type
    odd: { run: "physics" }, //~ 'run' does not exist in type
  },
});

core({
  features: { integration: view<Integration>() },
  sets: { physics: {} },
  schedule: {
    update: [
      { run: "integration.integrate", before: "integration.integrat" }, //~ Did you mean '"integration.integrate"'?
      { run: "integration.integrate", after: ["phisics"] }, //~ Did you mean '"physics"'?
      { run: "integration.integrate", set: "phisics" }, //~ Did you mean '"physics"'?
      { run: "integration.integrate", set: "drawing.pens" }, //~ is not assignable to type
    ],
  },
});

app({
  sets: { mine: { before: [integrate, "motion.sets.physics"] } },
  schedule: { update: [{ run: integrate, set: "mine", after: ["mine", push, "motion.impulses.push"] }] },
});
app({
  sets: { mine: {} },
  schedule: { update: [{ run: integrate, set: "mien" }] }, //~ is not assignable to type
});
app({
  sets: { mine: {} },
  schedule: { update: [{ run: integrate, after: "integrate" }] }, //~ is not assignable to type
});

// Conditions.
interface Questions {
  isNight(time: Readonly<Time>): boolean;
  howLate(time: Readonly<Time>): number;
}
core({
  features: { integration: view<Integration>(), questions: view<Questions>() },
  sets: {
    fine: { if: "questions.isNight" },
    wrong: { if: "questions.howLate" }, //~ is not assignable to type
  },
  schedule: {
    update: [
      { run: "integration.integrate", if: "questions.isNight" },
      { run: "integration.integrate", if: "weather.rules.isRaining" },
      { run: "integration.integrate", if: "questions.isNigth" }, //~ Did you mean '"questions.isNight"'?
      { run: "integration.integrate", if: "integration.integrate" }, //~ is not assignable to type
    ],
  },
});

function isNight(time: Readonly<Time>): boolean {
  return time.delta > 0;
}
app({
  sets: { nightly: { if: isNight } },
  schedule: {
    update: [
      { run: integrate, if: isNight },
      { run: integrate, if: "motion.questions.isNight" },
      { run: integrate, if: push }, //~ Type 'void' is not assignable to type 'boolean'
    ],
  },
});
