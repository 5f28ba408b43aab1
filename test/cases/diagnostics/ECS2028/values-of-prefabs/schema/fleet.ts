import {
  bundle,
  component,
  entity,
  f32,
  list,
  object,
  oneOf,
  optional,
  prefab,
  struct,
  tag,
  toggle,
  u8,
  vec3,
} from "ecsgen/schema";

export class Hull extends component({
  points: u8.range(0, 200),
  material: oneOf("steel", "wood"),
  armour: struct({ front: f32.range(0, 5), plate: struct({ layers: u8 }) }),
  pivot: vec3,
  crew: list(u8),
  note: optional(f32),
  owner: entity,
  mesh: object<{ name: string }>(),
}) {}
export class Armed extends tag() {}
export class Cloaked extends toggle() {}

const shared = { layers: 300 };

export const ship = bundle({ components: [Hull] });
export const fighter = prefab({
  extends: ship,
  components: [
    [Hull, { points: 201, material: "stone", armour: { front: 6, plate: shared, back: 1 }, pints: 3 }],
    [Armed, { loud: true }],
    [Cloaked, {}],
  ],
});
export const ace = prefab({
  extends: fighter,
  components: [[Hull, { points: "50", armour: 3, pivot: { w: 1 }, crew: [1, -1], note: undefined, owner: 4, mesh: {} }]],
});
