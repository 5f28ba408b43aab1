// What the editor says of whole queries while they are used.
import { columnsOf, NO_ENTITY, pairs, rowOf } from "ecsgen/runtime";
import { component, core, f32, tag, view, type Entity, type Query } from "ecsgen/schema";

class Position extends component({ x: f32, y: f32 }) {}
class Velocity extends component({ x: f32 }) {}
class Mass extends component({ kilograms: f32 }) {}
class Pinned extends tag() {}

interface Body {
  readonly entity: Entity;
  position: Position;
  velocity: Readonly<Velocity>;
  mass?: Mass;
}
export interface Crowds {
  gather(bodies: Query<Body, { without: [Pinned] }>): void;
  part(bodies: Query<{ position: Position }, { witout: [Pinned] }>): void; //~ has no properties in common with type 'Narrowing'
  spread(bodies: Query<5>): void; //~ Type 'number' does not satisfy the constraint 'object'
}
export const crowd = core({ features: { crowds: view<Crowds>() } });

export function gather(bodies: Query<Body, { without: [Pinned] }>): number {
  for (const { position, velocity, mass } of bodies) {
    position.x += velocity.x;
    velocity.x = 1; //~ Cannot assign to 'x' because it is a read-only property
    position.z += 1; //~ Property 'z' does not exist on type 'Position'
    mass.kilograms += 1; //~ 'mass' is possibly 'undefined'
    if (mass !== undefined) mass.kilograms += 1;
  }
  for (const row of bodies) {
    row.position = { x: 1, y: 2 }; //~ Cannot assign to 'position' because it is a read-only property
    row.entity = NO_ENTITY; //~ Cannot assign to 'entity' because it is a read-only property
    row.label; //~ Property 'label' does not exist
  }
  for (const [a, b] of pairs(bodies)) {
    a.position.x = b.velocity.x;
    b.velocity.x = 1; //~ Cannot assign to 'x' because it is a read-only property
  }
  for (const { $count, entity, position, velocity, mass } of columnsOf(bodies)) {
    for (let row = 0; row < $count; row++) position.x[row]! += velocity.x[row]!;
    position.z; //~ Property 'z' does not exist
    position.x[0] = "1"; //~ Type 'string' is not assignable to type 'number'
    position.x = position.y; //~ Cannot assign to 'x' because it is a read-only property
    mass.kilograms; //~ 'mass' is possibly 'undefined'
    entity[0] = NO_ENTITY; //~ only permits reading
  }
  rowOf(bodies, 5); //~ Argument of type 'number' is not assignable to parameter of type 'Entity'
  rowOf(bodies, NO_ENTITY).position; //~ Object is possibly 'undefined'
  bodies.push; //~ Property 'push' does not exist
  bodies.length = 0; //~ Cannot assign to 'length' because it is a read-only property
  bodies.slice().sort((a, b) => a.position.x - b.position.x);
  return bodies.at(0)?.mass?.kilograms ?? bodies.length;
}

export function withoutEntity(bodies: Query<{ position: Position }>): void {
  rowOf(bodies, NO_ENTITY); //~ Property 'entity' is missing
}

export function narrower(bodies: Query<{ position: Readonly<Position>; mass: Mass }>): number {
  return bodies.length;
}

const row = { entity: NO_ENTITY, position: { x: 1, y: 1 }, velocity: { x: 1 } };
gather([row, { ...row, mass: { kilograms: 1 } }, { ...row, mass: undefined }]);
gather([{ position: { x: 1, y: 1 } }]); //~ is missing the following properties
gather([{ ...row, mass: { pounds: 1 } }]); //~ 'pounds' does not exist in type 'Mass'
gather([{ ...row, velocity: { x: "1" } }]); //~ Type 'string' is not assignable to type 'number'
gather(row); //~ is missing the following properties from type 'Query<Body
export function handOn(narrow: Query<Body, { without: [Pinned] }>, wide: Query<Body>): void {
  gather(narrow);
  gather(wide); //~ 'Query<Body
  handOn(narrow, narrow);
  narrower(wide); //~ 'Query<Body
}
