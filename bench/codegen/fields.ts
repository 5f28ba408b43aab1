// The fields of the project that is measured, and what bodies do with each kind of them.

/** A field of a component. */
export interface WrittenField {
  readonly name: string;
  /** As a schema declares it. */
  readonly text: string;
  /** Adds what the field of `owner` holds to a local `load`. None for what holds no number. */
  read(owner: string): string | undefined;
  /** Writes the field of `owner` by `load`. None for what is only read. */
  write(owner: string): string | undefined;
}

/** The fields of the component with this number. */
export function fieldsOf(index: number): WrittenField[] {
  return Array.from({ length: 3 + (index % 4) }, (_, part) => makeField(`part${part}`, index * 7 + part));
}

/** How a kind of field is declared and used; `at` is the way to it, such as `a.part0`. */
interface Kind {
  readonly text: string;
  read?(at: string): string;
  readOptional?(at: string): string;
  write?(at: string): string;
  writeOptional?(at: string): string;
}

/** The mix: one field in 22 is a list, one in 47 a union, a third structs or enums; three in five are optional. */
function makeField(name: string, seed: number): WrittenField {
  const kind = kindOf(seed);
  const isOptional = seed % 5 < 3;
  const { read, write } = isOptional ? { read: kind.readOptional, write: kind.writeOptional } : kind;
  return {
    name,
    text: isOptional ? `optional(${kind.text})` : kind.text,
    read: (owner) => read?.(`${owner}.${name}`),
    write: (owner) => write?.(`${owner}.${name}`),
  };
}

function kindOf(seed: number): Kind {
  const plain = plainKinds[seed % plainKinds.length] ?? number("f32");
  if (seed % 47 === 0) return shape;
  if (seed % 22 === 0) return numbers;
  return seed % 3 === 0 ? (richKinds[seed % richKinds.length] ?? plain) : plain;
}

function number(text: string): Kind {
  return {
    text,
    read: (at) => `load += ${at};`,
    readOptional: (at) => `load += ${at} ?? 0;`,
    write: (at) => `${at} = approach(${at}, load, rate);`,
    writeOptional: (at) => `if (load > rest) ${at} = clamp((${at} ?? 0) + load, 0, limit);`,
  };
}

const flag: Kind = {
  text: "bool",
  read: (at) => `if (${at}) load *= rate;`,
  readOptional: (at) => `if (${at} ?? false) load *= rate;`,
  write: (at) => `${at} = load > rest;`,
  writeOptional: (at) => `${at} = load > rest ? true : undefined;`,
};

const somebody: Kind = {
  text: "entity",
  readOptional: (at) => `if (${at} !== undefined) load += 1;`,
  writeOptional: (at) => `if (load > limit) ${at} = undefined;`,
};

const words: Kind = {
  text: "string",
  read: (at) => `load += ${at}.length;`,
  readOptional: (at) => `load += ${at}?.length ?? 0;`,
};

const gait: Kind = {
  text: 'oneOf("idle", "walk", "run")',
  read: (at) => `load += ${at} === "run" ? 2 : 1;`,
  readOptional: (at) => `if (${at} === "walk" || ${at} === "run") load += 1;`,
  write: (at) => `${at} = load > limit ? "run" : "walk";`,
  writeOptional: (at) => `${at} = load > limit ? "run" : undefined;`,
};

const turn: Kind = {
  text: "struct({ axis: vec3, angle: f32 })",
  read: (at) => `load += ${at}.axis.x * Math.cos(${at}.angle);`,
  readOptional: (at) => `load += (${at}?.axis.x ?? 0) * (${at}?.angle ?? 1);`,
  write: (at) => `${at}.angle += load * rate;`,
  writeOptional: (at) => `if (${at} !== undefined) ${at}.angle += load * rate;`,
};

const place: Kind = {
  text: "vec3",
  read: (at) => `load += Math.hypot(${at}.x, ${at}.y, ${at}.z);`,
  readOptional: (at) => `load += ${at}?.y ?? 0;`,
  write: (at) => `${at}.x += load;`,
  writeOptional: (at) => `if (${at} !== undefined) ${at}.z = load;`,
};

const bounds: Kind = {
  text: "struct({ low: f32, high: f32, step: optional(f32) })",
  read: (at) => `load = clamp(load, ${at}.low, ${at}.high);`,
  readOptional: (at) => `load += (${at}?.high ?? limit) * (${at}?.step ?? 1);`,
  write: (at) => `${at}.low = Math.min(${at}.high, load);`,
  writeOptional: (at) => `if (${at} !== undefined) ${at}.step = load;`,
};

const numbers: Kind = {
  text: "list(f32)",
  read: (at) => `for (const item of ${at}) load += item;`,
  readOptional: (at) => `for (const item of ${at} ?? []) load += item;`,
};

const shape: Kind = {
  text: "union({ circle: { radius: f32 }, box: { width: f32, height: f32 }, point: {} })",
  read: (at) => `if (${at}.kind === "circle") load += limit;`,
  readOptional: (at) => `if (${at}?.kind === "box") load += limit;`,
};

const plainKinds = [
  number("f32"),
  number("f64.default(2)"),
  number("i32.range(0, 100)"),
  number("u8"),
  flag,
  somebody,
  words,
  number('f32.unit("m")'),
];
const richKinds = [gait, turn, place, bounds];
