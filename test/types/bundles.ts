// What the editor says of bundles and prefabs while they are typed.
import { bundle, component, f32, list, oneOf, prefab, resource, string, struct, tag, toggle, u8, vec3 } from "ecsgen/schema";

class Position extends component({ x: f32, y: f32 }) {}
class Hull extends component({
  points: u8.default(100),
  material: oneOf("steel", "wood"),
  armour: struct({ front: f32, plate: struct({ layers: u8, name: string }) }),
  pivot: vec3,
  crew: list(string),
}) {}
class Heat extends component({ degrees: f32 }, { storage: "sparse" }) {}
class Armed extends tag() {}
class Cloaked extends toggle() {}
class Score extends resource({ points: u8 }) {}

export const ship = bundle({ components: [Position, Hull, Heat, Armed, Cloaked], was: ["app.vessel"] });
export const fighter = prefab({
  extends: ship,
  components: [Armed, [Hull, { points: 50, armour: { plate: { layers: 2 } }, pivot: { z: 1 }, crew: ["Ann"] }]],
});
export const ace = prefab({ extends: fighter, components: [[Hull, { material: "wood" }]] });
export const decoy = prefab({ components: [Position, [Heat, { degrees: 400 }]] });
export const copy = prefab({ extends: ace });

export const empty = bundle({}); //~ Property 'components' is missing
export const keyed = bundle({ components: { Position } }); //~ does not exist in type 'readonly ComponentClass[]'
export const scored = bundle({ components: [Position, Score] }); //~ is not assignable to type
export const valued = bundle({ components: [[Hull, { points: 1 }]] }); //~ is not assignable to type
export const misspelt = bundle({ component: [Position] }); //~ 'component' does not exist in type 'BundleDeclaration'

export const wrongBase = prefab({ extends: Position, components: [] }); //~ is missing in type 'typeof Position' but required in type 'Bundle'
export const wrongField = prefab({ components: [[Hull, { pints: 50 }]] }); //~ 'pints' does not exist
export const wrongPart = prefab({ components: [[Hull, { armour: { plate: { layer: 2 } } }]] }); //~ 'layer' does not exist
export const wrongType = prefab({ components: [[Hull, { points: "50" }]] }); //~ Type 'string' is not assignable to type 'number'
export const wrongWord = prefab({ components: [[Hull, { material: "stone" }]] }); //~ "stone"
export const wrongComponent = prefab({ components: [[Score, { points: 1 }]] }); //~ is not assignable to type
export const tagWithValues = prefab({ components: [[Armed, {}]] }); //~ is not assignable to type
export const unknown = prefab({ extends: ship, values: {} }); //~ 'values' does not exist in type 'PrefabDeclaration
