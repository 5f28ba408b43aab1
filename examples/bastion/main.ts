// Plays the recorded game, tells what happened, and shows a turret as an inspector would.
import type { Entity } from "ecsgen/runtime";
import { newGame, play } from "./game.js";
import { Died, Passed, Purse, Time, Turret, Waves, type World } from "./generated/index.js";
import { reflection } from "./generated/reflection.js";
import { recording } from "./recording.js";

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const world = newGame(recording.seed);
const seconds = (): string => `${world.resource(Time).elapsed.toFixed(1).padStart(5)} s`;
world.on(Passed, () => say(`${seconds()}  somebody came through`));
world.on(Died, ({ bounty }) => {
  if (bounty > 1) say(`${seconds()}  an ogre fell`);
});

const hashes = play(world, recording);
const { lives, coins, score } = world.resource(Purse);
say(`${seconds()}  wave ${world.resource(Waves).number}, ${lives} lives, ${coins} coins, ${score} points`);
say(`the same again has the hash ${hashes.at(-1)?.hash}`);

const turret = world.query({ all: [Turret] }).first();
if (turret !== undefined) say(`\n${inspect(world, turret).join("\n")}`);

/** A line for each field of each component that an entity has, with no knowledge of this game. */
function inspect(of: World, entity: Entity): string[] {
  return reflection.inspect(of, entity).flatMap(({ description: { type, fields } }) =>
    fields.map(({ name, unit = "", doc }) => {
      const path = `${type.key}.${name}`;
      return `${path} = ${String(reflection.getPath(of, entity, path))} ${unit}`.trimEnd() + (doc && `  ${doc}`);
    }),
  );
}
