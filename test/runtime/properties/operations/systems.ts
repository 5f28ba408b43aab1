// Systems that come, go, are put in order, run and fail.
import fc from "fast-check";
import type { Step } from "../stage.js";
import { operation, type Operation } from "./operation.js";
import { bare, filterOf, filters } from "./queries.js";
import { reacting, reactionsOf } from "./reactions.js";

const names = fc.constantFrom("drive", "draw", "think");
const orders = fc.record(
  { after: fc.array(names, { maxLength: 1 }), before: fc.array(names, { maxLength: 1 }) },
  { requiredKeys: [] },
);
const phases = fc.constantFrom("fixedUpdate" as const, "update" as const);

/** Systems run these steps. */
export function systemOperations(inside: fc.Arbitrary<Step>): readonly Operation[] {
  return [
    operation(
      2,
      "systems.register",
      [names, reactionsOf(inside), orders, phases, filters, bare, bare],
      (world, stage, ...given) => {
        const [name, reactions, order, phase, filter, added, removed] = given;
        const react = reacting(stage, `system ${name}`, reactions);
        const query = { ...filterOf(stage, filter), added, removed };
        world.systems.register(name, (_, found) => void react(found.entities()), { ...order, phase, query });
      },
    ),
    operation(1, "systems.unregister", [names, fc.boolean()], (world, _stage, name, force) =>
      world.systems.unregister(name, force),
    ),
    operation(1, "systems.setEnabled", [names, fc.boolean()], (world, _stage, name, enabled) =>
      world.systems.setEnabled(name, enabled),
    ),
    operation(1, "systems.setDependencies", [names, orders], (world, _stage, name, order) =>
      world.systems.setDependencies(name, order),
    ),
    operation(1, "systems.all", [names], (world, _stage, name) => {
      const stats = world.systems.stats(name);
      const counts = stats && [stats.runs, stats.failures];
      return [world.systems.all(), world.systems.dependentsOf(name), world.systems.count, counts];
    }),
    operation(1, "systems.run", [names], (world, _stage, name) => world.systems.run(name, 1)),
    operation(1, "systems.runPhase", [phases], (world, _stage, phase) => world.systems.runPhase(phase, 1)),
    operation(1, "systems.clearStats", [names], (world, _stage, name) => world.systems.clearStats(name)),
    operation(1, "stepSystems", [fc.constantFrom(0, 0.25, 1, -1)], (world, _stage, delta) => world.stepSystems(delta)),
  ];
}
