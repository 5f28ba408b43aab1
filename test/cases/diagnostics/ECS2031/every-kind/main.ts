import { createWorld, Hit, Score } from "./generated/index.js";

const world = createWorld();
world.spawn({ hull: { points: 3 } });
world.emit(Hit, { force: 1 });
console.log(world.resource(Score).points);
