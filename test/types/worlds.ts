// What the editor says of a generated world while it is used.
import { createWorld, Pinned, Position, Time, Velocity } from "../cases/emit/motion/generated/index.js";
import * as fields from "../cases/emit/fields/generated/index.js";

const world = createWorld();
const body = world.spawn({ position: { x: 1 }, velocity: {}, pinned: true });

world.spawn({ positon: { x: 1 } }); //~ Did you mean to write 'position'?
world.spawn({ position: { z: 1 } }); //~ 'z' does not exist in type 'PositionInit'
world.spawn({ position: { x: "1" } }); //~ Type 'string' is not assignable to type 'number'
world.spawn({ position: 1 }); //~ Type 'number' has no properties in common with type 'PositionInit'
world.spawn({ pinned: {} }); //~ Type '{}' is not assignable to type 'true'
world.spawnMany(3, { velocity: { y: true } }); //~ Type 'boolean' is not assignable to type 'number'
world.add(body, Velocity, { x: "1" }); //~ Type 'string' is not assignable to type 'number'
world.add(body, Velocity, { speed: 1 }); //~ 'speed' does not exist in type 'VelocityInit'
world.add(body, Time, { delta: 1 }); //~ ResourceType<Time
world.add(body, "velocity", {}); //~ 'string' is not assignable to parameter of type 'ComponentType
world.add(5, Velocity); //~ 'number' is not assignable to parameter of type 'Entity'
world.set(body, Position, { x: 1, y: null }); //~ Type 'null' is not assignable to type 'number | undefined'
world.set(body, Pinned, { x: 1 }); //~ '{ x: number; }' is not assignable to parameter of type 'true'
world.get(body, Position).x; //~ Object is possibly 'undefined'
world.get(body, Time); //~ ResourceType<Time
world.get(body, Position)?.z; //~ Property 'z' does not exist on type 'Position'
world.cursor(Position).at(body).x += 1;
world.cursor(Position).at(body).z; //~ Property 'z' does not exist on type 'Position'
world.cursor(Position).find(body).x; //~ Object is possibly 'undefined'
world.cursor(Position, { readonly: true }).at(body).x = 1; //~ Cannot assign to 'x' because it is a read-only property
world.cursor(Position, { readonly: false }); //~ Type 'false' is not assignable to type 'true'
world.cursor(Time); //~ ResourceType<Time
world.remove(body, Time); //~ ResourceType<Time
world.has(body, {}); //~ Type '{}' is missing the following properties from type 'ComponentType
world.resource(Position); //~ ComponentType<Position
world.motion.impulses.push(body, 0); //~ Expected 3 arguments, but got 2
world.motion.impulses.push(body, "0", 1); //~ 'string' is not assignable to parameter of type 'number'
world.motion.impulse; //~ Did you mean 'impulses'?
world.motion.integration.integrat; //~ Did you mean 'integrate'?
world.step("1"); //~ 'string' is not assignable to parameter of type 'number'

const other = fields.createWorld();
other.spawn({ burning: { heat: 2, cause: "oil", at: { x: 1 } }, paused: true });
other.spawn({ burning: { at: { w: 1 } } }); //~ 'w' does not exist
other.spawn({ flags: { mood: "furious" } }); //~ Type '"furious"' is not assignable
other.spawn({ collider: { shape: { kind: "cone" } } }); //~ Type '"cone"' is not assignable

const burning = other.cursor(fields.Burning, { readonly: true });
burning.at(other.spawn()).at.x = 1; //~ Cannot assign to 'x' because it is a read-only property
burning.at(other.spawn()).at.x satisfies number;

world.schedule.disable("motion.integration.integrate");
world.schedule.enable("motion.integration.integrat"); //~ is not assignable to parameter of type '"motion.integration.integrate"'
