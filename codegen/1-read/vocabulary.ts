/** The field types of `ecsgen/schema` that need no arguments. */
export const plainTypes = "f32 f64 i8 i16 i32 u8 u16 u32 i64 u64 bool entity string bytes vec2 vec3 vec4 quat".split(
  " ",
);

/** How the field types look that are made by a call. */
export const typeExamples: ReadonlyMap<string, string> = new Map([
  ["vector", '`vector(f64, ["x", "y"])` or `vector(f32, 16)`'],
  ["oneOf", '`oneOf("idle", "walk")`'],
  ["struct", "`struct({ x: f32 })`"],
  ["optional", "`optional(f32)`"],
  ["list", "`list(f32)`"],
  ["map", "`map(f32)`"],
  ["union", "`union({ circle: { radius: f32 }, point: {} })`"],
  ["object", "`object<Mesh>()`"],
]);

const makers =
  "component tag toggle relation resource clock random event model bundle prefab core view systemModule app library use".split(
    " ",
  );

/** Every value that `ecsgen/schema` exports and schemas are written with. */
export const vocabulary: ReadonlySet<string> = new Set([...plainTypes, ...typeExamples.keys(), ...makers]);
