// Bodies written to be nasty: whatever becomes of each, it must do what the function does.
import type { Body, Other, Settings, Time, Trail } from "../schema/life.js";
import * as reckon from "./numbers.js";
import { both, clamp as bounded, half } from "./numbers.js";


const secret = 3;
const deeper = (2 * -secret + Math.PI * 1e21) / 3 - (1 - secret) ** 2;
const secretWord = "se\"cr\\et";
const secretly = 12345678901n;
/** Exported, so that a loop can name it. */
export interface Bounds {
  low: number;
  high: number;
}
const kept = [1, 2];
/** Exported, so that a loop can use it. */
export const factor = 1.5;
export function twice(value: number): number {
  return value * 2;
}

// What is printed.

export function plain(body: Body, other: Readonly<Other>, time: Readonly<Time>): void {
  body.x += other.x * time.delta;
  body.y += other.y * time.delta;
}
export function precedence(body: Body, other: Readonly<Other>): void {
  body.x = -body.x + other.x * (body.y - other.y) / 3;
  body.y = 2 ** -other.scale;
}
export function chained(body: Body, other: Readonly<Other>): void {
  body.x = body.y = other.x + 0.1;
}
export function chainedNumbers(body: Body): void {
  body.count = body.small = 300;
}
export function compound(body: Body, other: Readonly<Other>): void {
  body.count <<= 1;
  body.count |= 1;
  body.count ^= 0b1010;
  body.x **= 2;
  body.y %= 7;
  body.y -= other.y;
  body.small += 250;
}
export function increments(body: Body): void {
  body.count++;
  --body.small;
  body.x = body.count++ + ++body.count;
  const before = body.small--;
  body.y = before;
}
export function valueOfAssignment(body: Body, other: Readonly<Other>): void {
  const whole = (body.x = other.x * 1.1);
  body.y = whole;
}
export function valueOfCompound(body: Body, other: Readonly<Other>): void {
  body.y = body.x += other.scale;
}
export function bigints(body: Body): void {
  body.big = body.big * 2n + 1n;
  body.big += 10n;
}
export function flags(body: Body, other: Readonly<Other>): void {
  body.on = !body.on || other.flag;
}
export function flagOfComparison(body: Body, other: Readonly<Other>): void {
  body.on = body.x > other.x;
  if (!body.on) body.y = 1;
}
export function flagLiteral(body: Body): void {
  if (body.x > 0) body.on = true;
  else body.on = false;
}
export function flagChosen(body: Body, other: Readonly<Other>): void {
  body.on = body.x > 0 ? other.flag : !other.flag;
}
export function words(body: Body): void {
  if (body.mood === "idle") body.mood = "walk";
  else if (body.mood === "walk") body.mood = "run";
  else body.mood = "idle";
}
export function wordsChosen(body: Body, other: Readonly<Other>): void {
  if (body.mood !== "walk") body.mood = other.flag ? "walk" : 'run';
  else body.mood = (body.on ? "i\u0064le" : other.x > 0 /* "walk" */ ? "run" /* why */ : "walk");
  body.x = body.mood === "run" && other.mark !== "it's" ? 1 : 2;
  body.label = body.mood === 'idle' ? "run" : "idle";
  body.on = !(body.mood ===
    "walk");
}
export function wordsNamed(body: Body): void {
  const calm = "idle";
  body.x = body.mood === calm ? 1 : 2;
}
export function wordsTurned(body: Body): void {
  body.on = "run" === body.mood;
}
export function wordsLoosely(body: Body): void {
  if (body.mood == "run") body.x = 1;
  else if (body.mood != "idle") body.x = 2;
  if (body.note == "run" || body.pace != "walk") body.y = 3;
}
export function wordsLikeCode(body: Readonly<Body>, other: Other): void {
  if (other.mark === "a */ b") other.mark = "two\nlines";
  else if (other.mark === "two\nlines") other.mark = body.on ? '"said"' : "(`${";
  else if (other.mark === "(`${") other.mark = "it's";
  else other.mark = "a */ b";
}
export function wordsOfNone(body: Body): void {
  // @ts-expect-error It is none of them.
  if (body.mood === "none") body.x = 3;
  const on = body.on;
  // @ts-expect-error It is none of them.
  if (!on) body.mood = "none";
  // @ts-expect-error It is none of them.
  else body.mood = body.x > 0 ? "none" : "walk";
}
export function wordsKept(body: Body, other: Readonly<Other>): void {
  const calm = "idle";
  body.mood = other.x > 0 ? "walk" : other.flag ? calm : "run";
  body.label = body.note = "walk";
  if (other.x > 3) body.mood = other.flag ? "walk" : (body.pace ?? "run");
  const next = (): Body["mood"] => (calm.length > 3 ? "walk" : "run");
  body.mood = body.x > 0 && other.flag ? "run" : next();
}
export function wordsMaybe(body: Body, other: Readonly<Other>): void {
  body.pace ??= other.flag ? "walk" : "idle";
  if (body.pace === "run") body.x = 1;
  if (body.pace !== "walk") body.pace = other.x > 0 ? "walk" : "run";
  else body.pace = other.y > 0 ? "idle" : undefined;
}
export function trailWords(trail: Trail, other: Readonly<Other>): void {
  if (trail.gait === "run") return;
  trail.gait = trail.gait === "walk" && other.flag ? "run" : "walk";
  trail.x = trail.gait === "run" ? 1 : 2;
}
export function trailWordsTogether(trail: Trail, other: Readonly<Other>): void {
  trail.x = 3;
  trail.gait = "idle";
  trail.gait = other.flag ? "run" : "walk";
}
export function optionalWords(body: Body, other?: Readonly<Other>): void {
  if (other?.mark === "it's") body.x = 3;
  if (other?.mark !== '"said"') body.mood = "run";
}
export function wordsSwitched(body: Body): void {
  switch (body.mood) {
    case "idle":
      body.x = 0;
      break;
    case "walk":
      body.x = 1;
      return;
    default:
      body.x = 2;
  }
  body.y = body.x;
}
export function wordsFallThrough(body: Body, other: Readonly<Other>): void {
  switch (/* how it feels */ body.mood) {
    // @ts-expect-error It goes on below.
    case "run": // quick
      body.mood = other.flag ? "idle" : "walk";
      body.x += 1;
    // @ts-expect-error It goes on below.
    default: {
      const mood = other.x;
      body.x += mood;
    }
    // @ts-expect-error It goes on below.
    case "idle":
      if (other.flag) break;
      body.mood = "run";
    case "walk":
    case "idle":
      body.y += body.mood === "run" ? 2 : 3;
  }
}
export function wordsSwitchedInLoops(body: Body, other: Readonly<Other>): void {
  turns: for (let i = 0; i < 4; i++) {
    switch (body.mood) {
      case "idle":
        body.mood = other.flag ? "walk" : "run";
        continue;
      case "walk":
        body.mood = "run";
        if (body.x > 5) return;
        break;
      case "run":
        body.mood = "idle";
        if (other.x > 3) break turns;
        continue turns;
    }
    body.x += i;
  }
  body.y = body.mood === "idle" ? 1 : 2;
}
export function wordsAllThereAre(body: Body): void {
  let pace: number;
  switch (body.mood) {
    case "run":
      pace = 3;
      break;
    case "idle":
      pace = 0;
      break;
    case "walk":
      pace = 1;
  }
  let turn: number;
  switch (body.pace) {
    case undefined:
      turn = pace;
      break;
    case "idle":
    case "walk":
      turn = 2;
      break;
    case "run":
      turn = 3;
  }
  body.x = pace * turn;
}
export function wordsRuledOut(body: Body, other: Readonly<Other>): void {
  let pace: number;
  if (body.mood === "run" && other.flag) return;
  if (body.mood === "run" || other.x > 3) return;
  switch (body.mood) {
    case "walk":
      pace = 1;
      break;
    case "idle":
      pace = 2;
  }
  body.x = pace;
  if (body.pace === undefined) return;
  let turn: number;
  switch (body.pace) {
    case "idle":
      turn = 1;
      break;
    case "walk":
    case "run":
      turn = 2;
  }
  body.x += turn;
}
export function wordsHalfRuledOut(body: Body): void {
  body.x = 0;
  if (body.mood === "run") body.x = 1;
  switch (body.mood) {
    case "walk":
      return;
    case "idle":
      body.y = 3;
      return;
  }
  body.y = body.x;
}
export function wordsSetBefore(body: Body, other: Readonly<Other>): void {
  let step = 0;
  body.mood = other.flag ? "idle" : "walk";
  switch (body.mood) {
    case "idle":
      step = 1;
      break;
    case "walk":
      step = 2;
  }
  body.x = step;
}
export function wordsNested(body: Body, other: Readonly<Other>): void {
  switch (body.mood) {
    case "idle":
      switch (other.mark) {
        case "it's":
        case "a */ b":
          body.mood = "walk";
          break;
        case "two\nlines":
          body.mood = "run";
          return;
      }
      body.x = 1;
      break;
    case "walk":
      switch (other.x > 2) {
        case true:
          body.x = 2;
      }
  }
  switch (body.mood) {
    default:
      body.y = 4;
  }
  switch (body.mood) {
  }
}
export function wordsAskedAside(body: Body): void {
  switch ((body.x++, body.mood)) {
    case "idle":
      body.y += 1;
      break;
    case "run":
      body.y += 2;
  }
}
export function wordsOfCalls(body: Body, other: Readonly<Other>): void {
  const { flag } = other;
  const next = (): Body["mood"] => (flag ? "run" : "idle");
  switch (body.mood) {
    case next():
      body.y += 4;
      break;
    case "walk":
      body.y += 8;
  }
  const { mood } = body;
  switch (mood) {
    // @ts-expect-error It goes on below.
    case "idle":
      body.mood = "walk";
    case "run":
      body.y += mood.length;
  }
}
export function wordsOfNoCase(body: Body): void {
  switch (body.mood) {
    case "walk":
      body.x = 1;
      break;
    // @ts-expect-error It is none of them.
    case "none":
      body.x = 2;
      break;
    case "idle":
      body.x = 3;
  }
}
export function wordsSwitchedMaybe(body: Body, other: Readonly<Other>): void {
  switch (body.pace) {
    // @ts-expect-error It goes on below.
    case "walk":
      body.pace = undefined;
    case "run":
      body.x += other.x;
      break;
    case undefined:
      body.pace = "walk";
  }
  switch (body.pace) {
    case "walk":
      body.y += 1;
  }
}
export function wordsSwitchedShadowed(body: Body, other: Readonly<Other>): void {
  switch (body.mood) {
    case "idle": {
      const body = { mood: other.mark, x: 2 };
      switch (body.mood) {
        case "it's":
          body.x = 4;
      }
      break;
    }
    case "walk":
      const bodyMood = 5;
      const table = 3;
      body.x = bodyMood + table;
  }
}
export function trailWordsSwitched(trail: Trail, other: Readonly<Other>): void {
  switch (trail.gait) {
    case "walk":
      trail.gait = "run";
      trail.x += 1;
      break;
    case "run":
      if (other.flag) return;
      trail.gait = "idle";
  }
}
export function optionalWordsSwitched(body: Body, other?: Readonly<Other>): void {
  switch (other?.mark) {
    case "it's":
      body.x = 1;
      break;
    case undefined:
      body.x = 2;
      return;
    case '"said"':
      body.x = 3;
  }
  if (!other) return;
  switch (other.mark) {
    case "(`${":
      body.y = 4;
      break;
    default:
      body.y = 5;
  }
}
export function wordsCompared(body: Body, other: Readonly<Other>): void {
  if (body.mood === body.pace) body.x = 1;
  if (body.pace !== undefined && (body.pace === body.mood) === other.flag) body.x += 2;
  body.on = !(body.mood !== body.mood) && body.weights.length !== body.x;
}
export function wordsOfOthers(body: Body, other: Readonly<Other>): void {
  // @ts-expect-error They have no word in common.
  if (body.mood === other.mark) body.x += 4;
}
export function wordsCopied(body: Body, other: Readonly<Other>): void {
  if (body.pace !== undefined) body.mood = body.pace;
  if (other.x > 3) body.pace = body.mood;
  if (body.pace !== undefined && body.pace /* now */ === body.mood) body.y = 3;
}
export function references(body: Body, other: Readonly<Other>): void {
  const target = body.target;
  if (other.flag) body.target = target;
}
export function nested(body: Body, _other: Readonly<Other>, time: Readonly<Time>): void {
  body.spin.angle += time.delta;
  body.spin.axis.x = body.spin.axis.y * body.spin.angle;
  body.at.z -= body.spin.axis.z;
}
export function weights(body: Body): void {
  body.weights[0]! = body.weights[1]! + body.weights[2]!;
  body.weights[3]! += 1;
}
export function aliased(body: Body): void {
  const spin = body.spin;
  const axis = spin.axis;
  axis.x += spin.angle;
  spin.angle = axis.x * 2;
}
export function aliasedValue(body: Body): void {
  const x = body.x;
  body.x = 5;
  body.y = x;
}
export function unpacked(body: Body, { x, y: height, scale }: Readonly<Other>): void {
  const { count, spin: { axis, angle } } = body;
  body.x = x + height * scale + count;
  axis.y = angle;
}
export function unpackedAndChanged(body: Body, { x }: Readonly<Other>): void {
  x += 1;
  body.x = x;
  let { y } = body;
  y *= 2;
  body.y = y + body.y;
}
export function swapped(body: Body): void {
  [body.x, body.y] = [body.y, body.x];
}
export function patternTargets(body: Body, other: Readonly<Other>): void {
  ({ x: body.x, y: body.y } = { x: other.y, y: other.x });
}
export function early(body: Body, other: Readonly<Other>): void {
  if (other.flag) return;
  body.x += 1;
  if (body.x > 3) return undefined;
  body.y += 1;
}
export function earlyInLoops(body: Body): void {
  for (let i = 0; i < 5; i++) {
    if (body.count > i) return;
    for (const weight of [1, 2, 3]) {
      if (weight * i > body.x) return;
      body.count += weight;
    }
  }
  body.y = -1;
}
export function earlyWithLabel(body: Body): void {
  rows: for (let row = 0; row < 3; row++) {
    for (let table = 0; table < 3; table++) {
      if (table === row) continue rows;
      if (row + table > 3) return;
      body.count += table;
    }
  }
}
export function earlyInTry(body: Body): void {
  try {
    if (body.x > 0) return;
    body.y = 1;
  } finally {
    body.count++;
  }
}
export function loops(body: Body): void {
  let total = 0;
  for (let i = 0, n = 4; i < n; i++) total += body.weights[0]! * i;
  while (total > 10) total /= 2;
  do total += 1;
  while (total < 1);
  for (const key in { a: 1, b: 2 }) total += key.length;
  body.x = total;
}
export function shadowed(body: Body, other: Readonly<Other>): void {
  const row = other.x;
  const table = row * 2;
  const count = table + 1;
  const query = count - body.x;
  const end = query;
  {
    const body = { x: end };
    body.x++;
    const other = body.x;
    if (other < 0) return;
  }
  body.x = end + count;
}
export function shadowedByParameter(body: Body, other: Readonly<Other>): void {
  const add = (x: number, body: number): number => x + body;
  body.x = add(other.x, other.y);
}
export function hoisted(body: Body, other: Readonly<Other>): void {
  body.x = doubled(other.x);
  function doubled(value: number): number {
    return value * 2;
  }
}
export function callbacks(body: Body, other: Readonly<Other>): void {
  const x = other.x;
  body.x = [1, 2, 3].map((part) => part * x).reduce((sum, part) => sum + part, 0);
}
export function mathematics(body: Body, other: Readonly<Other>): void {
  body.x = Math.hypot(other.x, other.y) + Math.min(body.x, Infinity);
  body.y = Number.isNaN(body.y) ? 0 : Math.sin(body.y);
}
export function helpers(body: Body, other: Readonly<Other>, time: Readonly<Time>): void {
  body.x = bounded(body.x + other.x * half * factor, 50);
  body.y = twice(both(body.y, time.delta));
}
export function sharedNames(body: Body): void {
  const values = { half, factor, both };
  body.x = values.half * values.factor + values.both(1, 2);
}
export function shorthandParts(body: Body): void {
  const { x, count } = body;
  const kept = { x, count, y: body.y };
  body.y = kept.x + kept.count + kept.y;
}
export function resources(body: Body, other: Readonly<Other>, time: Readonly<Time>, settings: Readonly<Settings>): void {
  const { gravity, limit } = settings;
  body.y = Math.max(body.y + gravity * time.delta, -limit) * (other.flag ? 1 : settings.limit);
}
export function writesResource(body: Readonly<Body>, _other: Readonly<Other>, _time: Readonly<Time>, settings: Settings): void {
  settings.limit += body.x;
  if (settings.log.length < 5) settings.log.push(body.label);
}
export function conditional(body: Body, other: Readonly<Other>): void {
  body.x = other.flag ? body.y : other.y;
  other.flag && (body.y = 3);
  body.count = body.x > 1 || body.y > 1 ? 1 : 0;
}
export function maybe(body: Body): void {
  const speed = body.speed;
  if (speed !== undefined) body.x += speed;
  body.y = body.speed ?? 7;
}
export function maybeNarrowed(body: Body): void {
  if (body.speed !== undefined) body.x = body.speed * 2;
  if (body.level === undefined) return;
  body.count = body.level + 1;
}
export function maybeWritten(body: Body, other: Readonly<Other>): void {
  if (other.flag) body.speed = undefined;
  else body.speed = 3;
  if (body.x > 0) body.level = body.count;
  else body.level = body.speed === undefined ? undefined : 4;
}
export function maybeStruct(body: Body): void {
  body.x += body.home?.x ?? 2;
  if (body.home !== undefined) body.home.y = body.home.x + 1;
}
export function maybeHeld(body: Body, other: Readonly<Other>): void {
  const home = body.home; // where it lives
  if (home === undefined) return;
  home.x += other.x;
  body.x = home.x - home.y;
}
export function maybeHeldLoosely(body: Body): void {
  const home = body.home;
  body.x = home?.x ?? 3;
  if (!home || body.y > 4) return;
  const { x, y } = home;
  home.y = x + y;
  if (home) body.y = home.y;
}
export function maybeHeldApart({ home, x, spin: { axis } }: Body, other: Readonly<Other>): void {
  if (home !== undefined) home.x = x;
  axis.x = home?.y === 3 ? 1 : 2;
  for (const by of [1, 2]) {
    const { flag } = other;
    if (home && flag) return;
    axis.y += by;
  }
}
export function maybeHeldShadowed(body: Body, other: Readonly<Other>): void {
  const { home } = body;
  const hasHome = other.flag;
  {
    const home = body.home;
    if (home === undefined && hasHome) body.x = 1;
  }
  for (let i = 0; i < 2; i++) {
    const home = { x: i };
    body.y += home.x;
  }
  if (home !== undefined) body.y -= home.x;
  const again = home;
  if (again !== undefined) body.x += again.y;
}
export function maybeHeldUnasked(body: Body): void {
  const home = body.home;
  if (body.home !== undefined) home!.x += 1;
}
export function maybeHeldHanded(body: Body): void {
  const { home } = body;
  if (home === undefined) return;
  body.x = across(home) + across(home);
}
function across(home: Readonly<{ x: number; y: number }>): number {
  return home.x - home.y;
}
export function maybeHeldOtherwise(body: Body): void {
  const home = body.home;
  body.x = acrossMaybe(home);
}
function acrossMaybe(home: Readonly<{ x: number; y: number }> | undefined): number {
  return home === undefined ? 3 : home.x;
}
export function maybeHeldByHelpers(body: Body): void {
  body.y = homely(body, 3);
}
function homely(body: Body, by: number): number {
  const home = body.home;
  if (home === undefined) return by;
  home.x += by;
  return home.x;
}
export function optionalHeld(body: Body, other?: Readonly<Other>): void {
  const another = other;
  body.x = another?.x ?? 1;
  if (another === undefined) return;
  body.y = another.y;
}
export function maybeLet(body: Body, other: Readonly<Other>): void {
  let speed = body.speed;
  if (other.flag) speed = undefined;
  body.x = speed ?? 1;
}
export function texts(body: Body, other: Readonly<Other>): void {
  body.label = `${body.label.slice(0, 8)}${other.flag ? "!" : ""}`;
  body.x = body.label.length;
  body.label += "?";
}
export function lists(body: Body): void {
  if (body.tags.length < 3) body.tags.push(body.label);
  body.x = body.tags.length;
  for (const tag of body.tags) body.y += tag.length;
}
export function shapes(body: Body): void {
  const { shape } = body;
  body.x = shape.kind === "circle" ? shape.radius : shape.width * shape.height;
}
export function casts(body: Body, other: Readonly<Other>): void {
  body.x = (other.x as number) + (body.y satisfies number);
  body.y = (other.y) as number;
}
export function brackets(body: Body, other: Readonly<Other>): void {
  (body).x = ((other)["x"]);
  body["y"] = (body.x);
}
export function   oddly ( body : Body ,other: Readonly<Other> ) : void {
  // a comment with body.x in it
  body . x = /* here too: other.x */ other
    .x * 2; body.y   =   1
  ;[body.x, body.y].forEach((part) => { if (part > 1) return; })
  if (body.x > 1)
    // a branch
    body.y = 2
  else body.y = 3 // the end
}
export const arrow = (body: Body, other: Readonly<Other>): void => {
  body.x = other.x;
};
export const concise = (body: Body, other: Readonly<Other>): void => void (body.x = other.y);
export function labelled(body: Body): void {
  outer: for (;;) {
    for (;;) {
      body.count++;
      if (body.count > 10) break outer;
    }
  }
}
export function numbers(body: Body): void {
  body.x = 1e21;
  body.count = 2 ** 31;
  body.small = -1;
  body.y = NaN;
  body.y = body.y || -0;
}
export function empty(_body: Readonly<Body>): void {}
export function logical(body: Body): void {
  body.x ||= 4;
  body.y &&= 5;
  body.count ??= 6;
}
export function caught(body: Body): void {
  try {
    if (body.x > 2) throw new Error("too far");
    body.y += 1;
  } catch (error) {
    body.y = error instanceof Error ? error.message.length : 0;
  }
}
export function expressions(body: Body): void {
  /body.x/.test("body.x") ? body.count++ : body.count--;
  void body.x, (body.y = 1);
  body.x = typeof body.y === "number" ? +body.y : 0;
}
export function besideAComment(body: Body): void {
  // a remark that must not swallow what follows
  const spin = body.spin; spin.angle = 2;
  const { at: { x } } = body; body.x = x;
}
export function escaped(body: Body, other: Readonly<Other>): void {
  body.x = M\u0061th.max(oth\u0065r.x, h\u0061lf);
}
export function wordsOfItsOwn(body: Body): void {
  const bodyMoodWords = ["one", "two"];
  body.x = bodyMoodWords.length;
  if (body.mood === "idle") body.mood = "run";
}
export function heldShape(body: Body): void {
  const { shape, tags } = body;
  if (shape.kind === "circle") body.x = shape.radius;
  if (tags[0] !== undefined) body.label = tags[0];
}
export function optional(body: Body, other?: Readonly<Other>): void {
  body.x += other?.x ?? 3;
  if (other === undefined) return;
  body.y = other.flag ? other.y : -other.y;
}
export function keepsSecret(body: Body, other: Readonly<Other>): void {
  body.x *= secret;
  body.speed = -deeper % 4;
  if (other.flag) body.label = secretWord;
  body.big += secretly;
}
export function typedElsewhere(body: Body, other: Readonly<Other>): void {
  const kept: Bounds[] = [{ low: other.x, high: body.x }];
  const seen = new Map<string, Readonly<Bounds>>();
  for (const each of kept) seen.set("first", each);
  const { low, high } = seen.get("first") as Bounds;
  const moods = ["idle", "walk"] as const;
  const pick = <T,>(list: readonly T[], at: number): T | undefined => list[at];
  const settings: Partial<Settings> & { x: number } = { x: low };
  body.mood = pick(moods, high > low ? 1 : 0) ?? "run";
  body.x = settings.x + (settings.limit ?? 1);
}

// What is known of optional fields, and what is forgotten again.

export function maybeInCalls(body: Body): void {
  if (body.speed === undefined) return;
  body.x = Math.max(body.speed, 1) + Math.abs(body.speed);
  forget();
  body.y = body.speed;
}
export function forget(): void {}
export function maybeCleared(body: Body, other: Readonly<Other>): void {
  if (body.speed === undefined) return;
  if (other.flag) body.speed = undefined;
  body.x = body.speed ?? -1;
}
export function maybeInLoops(body: Body): void {
  if (body.level === undefined) return;
  for (let i = 0; i < 3; i++) body.count += i;
  let total = 0;
  for (let i = 0; i < 3; i++) total += body.level * i;
  for (let i = 0; i < 3; i++) {
    body.y += body.level ?? 100;
    body.level = i === 1 ? undefined : 2;
  }
  body.x = total;
}
export function maybeElsewhere(body: Body): void {
  const isFast = body.speed !== undefined && body.speed > 2;
  body.x = body.speed === undefined || body.speed < 0 ? 0 : body.speed * 2;
  if (!(body.level !== undefined && body.level > 0)) body.count = 1;
  else body.count = body.level;
  label: {
    if (body.speed === undefined) break label;
    body.y = body.speed;
  }
  body.small = isFast ? body.speed ?? 7 : 9;
}
export function maybeSwitched(body: Body): void {
  switch (body.mood) {
    case "idle":
      if (body.speed === undefined) break;
      body.x = body.speed;
      break;
    case "walk":
      body.y = body.speed ?? 3;
      break;
    default:
      body.speed = body.level;
  }
}
export function maybeFallsBack(body: Body, other: Readonly<Other>): void {
  body.x = (body.speed ?? other.x) * 2 + -(body.level ?? 1);
  body.y = body.speed ?? body.level ?? other.y;
  body.count = (body.level ?? 0) > 0 ? 1 : 2;
  body.on = (body.level ?? 0) > 3;
  body.level = body.level ?? 5;
}
export function maybeGrown(body: Body, other: Readonly<Other>): void {
  body.speed = (body.speed ?? 0) + other.x;
  if (body.level !== undefined) body.level += 0.7;
  body.level ??= other.scale * 10;
  if (other.flag) body.speed ??= 1;
  else body.speed = body.level;
  if (body.level !== undefined) body.level++;
}
export function maybeChosen(body: Body, other: Readonly<Other>): void {
  const given = other.flag ? other.x : undefined;
  body.speed = given;
  body.level = other.flag ? undefined : 3;
  if (other.flag)
    body.speed = twice(other.y);
  else
    body.speed = given;
  // after
}
export function maybeOfEveryKind(body: Body, other: Readonly<Other>): void {
  const leader = body.leader;
  body.pace = other.flag ? undefined : body.mood;
  body.leader = other.flag ? body.target : undefined;
  body.glow = body.leader === undefined ? undefined : other.x > 0;
  body.far = other.flag ? 2n ** 63n + 5n : undefined;
  body.far ??= 7n;
  body.pace ??= "run";
  body.glow ??= leader === undefined;
  body.x = body.glow === true ? 1 : body.glow === false ? 2 : 3;
  if (body.pace !== "idle") body.y = body.glow ? 4 : 5;
  if (!body.glow) body.leader = body.target;
}
export function maybeNote(body: Body, other: Readonly<Other>): void {
  body.x = body.note?.length ?? -1;
  body.y = body.note === "body" ? 1 : 0;
  body.note ??= body.label;
  if (other.flag) body.note = undefined;
  body.label = body.note ?? "none";
}
export function flagsTogether(body: Body, other: Readonly<Other>): void {
  body.on ||= other.flag;
  body.on &&= body.x > 0 || other.x > 0;
  if (other.flag) body.on ||= body.y > 0;
  else body.on = !!other.flag !== body.on;
  body.on = (body.x > 1) === !body.on;
  body.on = body.on ? other.flag : !body.on && body.x > body.y;
}
export function roundedTwice(body: Body, other: Readonly<Other>): void {
  body.speed = other.scale * 0.1;
  body.y = body.speed + (body.x = 0.3) * body.x;
  body.x = body.speed === 0.3 ? body.x : 2;
}
export function handsBack(body: Body, other: Readonly<Other>): void {
  if (other.flag) return forget();
  for (const weight of [1, 2]) if (weight > body.x) return void (body.y = weight);
  if (body.x > 2)
    return void (body.count = 3);
  body.small = 1;
}

// What is only asked whether it is there, or true.

export function maybeTrue(body: Body, other: Readonly<Other>): void {
  if (body.home) body.home.x = body.speed ? body.speed * 2 : 1;
  if (!body.home || !body.level) body.x = 3;
  while (body.note && body.note.length > 3) body.note = body.note.slice(1);
  body.y = (body.speed && 4) || (body.glow ? 5 : 6);
  if ((body.glow || body.on) && !(body.leader && other.flag)) body.count = 1;
  if (!body.note?.length) body.label = "none";
  const { on, far } = body;
  if (!on && far) body.big = far;
  if (!!body.glow === other.flag) body.small = 4;
}
const steps: number = 3;
const isDebug: boolean = false;
const calm = "idle";
export function constantsWithTypes(body: Body): void {
  if (steps === body.count || isDebug) body.x = steps;
  body.mood = calm;
}

// Components whose changes others ask for.

export function trailMoves(trail: Trail, other: Readonly<Other>): void {
  if (other.flag) return;
  trail.x += other.x;
  trail.y = trail.x * 2;
  trail.at.z -= other.y;
}
export function trailBranches(trail: Trail, other: Readonly<Other>): void {
  if (other.x > 0) trail.x = other.x;
  if (other.y > 0) trail.y = 1;
  trail.tags.push("kept");
  if (other.flag) trail.last = undefined;
  else if (other.x < 0) trail.last = other.x;
  for (let i = 0; i < Math.min(other.scale, 3); i++) trail.steps = i;
}
export function trailSteps(trail: Trail, other: Readonly<Other>): void {
  if (other.flag) trail.steps++;
  if (other.x > 1) {
    --trail.steps;
    trail.label += "!";
  }
}
export function trailKeeps(trail: Trail, other: Readonly<Other>): void {
  trail.last ??= other.x;
  if (other.x > 0) trail.lit ||= other.flag;
  else trail.lit &&= other.flag;
}
export function trailThrows(trail: Trail, other: Readonly<Other>): void {
  try {
    trail.x = other.x;
    trail.y = refuse(other.flag);
    trail.steps = 1;
  } catch {
    if (other.x > 0) trail.label = "caught";
  }
}
export function refuse(flag: boolean): number {
  if (flag) throw new Error("refused");
  return 1;
}
export function trailInPassing(trail: Trail, other: Readonly<Other>): void {
  trail.x = other.flag ? (trail.y = twice(other.y)) : other.x;
}
export function trailPassing(trail: Trail, other: Readonly<Other>): void {
  const before = other.flag ? trail.steps++ : 3;
  if (other.x > 0 && --trail.steps <= 0) trail.label = "spent";
  let left = 2;
  while (left-- > 0 && (trail.x += other.x) < Math.min(trail.y = other.y, 9)) trail.at.z = before;
  if (other.x < 0) left = (trail.at.x = 1.1) + (trail.at.y = before);
  trail.y = left;
}
export function trailChained(trail: Trail, other: Readonly<Other>): void {
  if (other.flag) trail.x = trail.y = trail.at.x = other.x / 3;
  if (other.x > 3) trail.last = trail.steps = 2.5;
  else if (other.x < -3) trail.y = (trail.x = other.y) + 1;
}
export function trailDivides(trail: Trail, other: Readonly<Other>): void {
  for (const part of [other.x]) [trail.x] = [part];
}

/** Called with and without its second component. */
export function optionalTrue(body: Body, other?: Readonly<Other>): void {
  body.y = other && other.flag ? 1 : 2;
  if (!other) return;
  if (other) body.x = other.x;
}
export function optionalChained(body: Body, other?: Readonly<Other>): void {
  if (other?.flag) body.y = other.y;
  if (!other?.flag) body.x = other?.scale ?? 9;
  body.count = other?.x === 3 ? 1 : other?.flag !== true ? 2 : 3;
}

// What a file keeps to itself, and a body takes from it.

export function keepsList(body: Body): void {
  body.x *= kept.length;
}
function within(value: number, low = -deeper, high: number = low + 60): number {
  // body.x is only a remark
  const row = value * half, count = row - row;
  if (value < low) return low + count;
  const table = (world: number): number => Math.min(world, high);
  return table(value);
}
const wrapped = (angle: number) => ((angle % turn) + turn) % turn;
const turn = Math.PI * 2;
const ramp = function ramp(steps: number): number {
  return steps <= 0 ? 0 : bounded(steps, 3) + ramp(steps - 1);
};
function isEven(value: number): boolean {
  return value === 0 || !isOdd(value - 1);
}
function isOdd(value: number): boolean {
  return value !== 0 && !isEven(value - 1);
}
function picked<Value>(one: Value, other: Value, first: boolean): Value {
  return first ? one : other;
}
function spanOf({ low, high }: Readonly<Bounds>, ...more: readonly number[]): number {
  return more.reduce((sum, each) => sum + each, high - low);
}
function speedOf(mood: Body["mood"], body: number): number {
  switch (mood) {
    case "idle":
      return body;
    case "walk":
      return body * pace("walk");
  }
  return body * pace(mood);
}
export function keepsFunctions(body: Body, other: Readonly<Other>): void {
  body.x = within(body.x, other.x, 40) + within(body.x);
  body.y = wrapped(other.scale) + ramp(Math.min(body.small, 5));
  body.on = isEven(body.small % 7) && isOdd(body.small % 3);
  body.count = picked(body.count, body.small, other.flag);
  body.speed = within(body.y);
}
export function keepsTypes(body: Body, other: Readonly<Other>): void {
  body.x = spanOf({ low: other.x, high: body.x }, body.y, other.y);
  body.y = speedOf(body.mood, other.x);
}
const speeds = { idle: 0.1, walk: secret, run: deeper } as const;
const weightsOf: Readonly<Record<Body["mood"], number>> = { idle: 1, walk: -2, run: 3 };
const nextMoods: readonly Body["mood"][] = ["walk", "run", "idle"];
const waves = [0.1, Math.sqrt(2), -secret, 1e21];
const waved = (at: number): number => waves[at % waves.length] ?? turn;
export function keepsTables(body: Body, other: Readonly<Other>): void {
  const { mood } = body;
  body.x *= speeds[mood] + weightsOf[mood];
  body.mood = nextMoods[body.count] ?? "idle";
  for (const wave of waves) body.y += wave;
  if (nextMoods.includes(mood) && other.flag) body.small = nextMoods.indexOf(mood);
  body.speed = waved(body.small) + speeds.walk;
}


// Types, enums and deeper tables that a file keeps to itself.

const nestedTable = { low: [1], high: [2, 3], span: { from: -secret, to: { end: half } } } as const;
export function keepsNested(body: Body): void {
  const { span, high } = nestedTable;
  body.x = nestedTable.low[0] + high[body.small & 1]!;
  body.y = span.to.end > body.x ? span.from : nestedTable.high.length;
}
const fleet = [
  { name: "scout", hull: 1.5, guns: [0.1] },
  { name: "cruiser", hull: 40, guns: [0.25, 7] }, // heavy
];
export function keepsRecords(body: Body, other: Readonly<Other>): void {
  for (const { hull, guns } of fleet) {
    if (hull < body.x) body.y += guns.length;
    for (const gun of guns) body.y -= gun * other.x;
  }
  const ship = fleet[body.small & 1];
  if (ship !== undefined) body.label = ship.name.toUpperCase();
}
interface Kept<Value = number> extends Named {
  value: Value;
  of?(body: number): Value;
}
interface Named {
  readonly name?: string;
}
type Pair = readonly [first: Kept, second: Kept<number>];
type Kind = keyof typeof nestedTable;
type Reach = (half: number, ...body: readonly number[]) => Body["x"];
function typedWithin(...[one, other]: Pair): number {
  return one.value - other.value;
}
export function keepsTypeOfItsOwn(body: Body): void {
  const reach: Reach = (by) => by * 2;
  body.x = typedWithin({ value: body.y, name: "one" }, { value: reach(half) });
  const kinds: Kind[] = ["low", "high"];
  const list: Kept[] = kinds.map((kind) => ({ value: nestedTable[kind as "low" | "high"].length }));
  body.y = list[1]?.value ?? 0;
}
const Stance = { low: 1, high: 2 } as const;
type Stance = (typeof Stance)[keyof typeof Stance];
function stanceOf(value: number): Stance {
  return value > 0 ? Stance.high : Stance.low;
}
export function keepsTypeAndValue(body: Body): void {
  const stance: Stance = stanceOf(body.y);
  body.count = stance === Stance.high ? stance : -Stance.low;
}

// Structs that are written as a whole.

export function wholes(body: Body, other: Readonly<Other>): void {
  body.at = { x: 1, y: other.x, z: -other.y };
  body.spin.axis = { z: body.spin.axis.x, x: body.spin.axis.y, y: body.spin.axis.z };
  if (other.flag) body.at = { x: twice(body.at.y), y: body.at.z * 2, z: Math.max(body.at.x, half) };
  else body.at = { x: 0, y: 0, z: 0 };
  const { at } = body;
  const { x, y: z } = other;
  if (x > z) body.at = { x, y: body.spin.axis.x, z };
  for (let i = 0; i < 2; i++)
    body.spin.axis = {
      x: at.x + i,
      y: at.y, // a remark
      z: body.x > 1 ? 1e9 : at.z,
    };
}
export function wholesCommented(body: Body, other: Readonly<Other>): void {
  body.at = /* where it stands */ {
    // to the east
    x: other.x, // metres
    /* to the
       north */
    y: /* not */ -other.y, /* nor */ z: 2 /* up */,
    // and that is all
  };
  if (other.flag) body.spin.axis = { x: twice(body.spin.axis.y), /* turned */ y: 1, z: 0 /* { } , */ };
  else
    body.spin.axis = {
      x: 1, // once
      y: 2,
      z: body.x > /* small */ 3 ? 1 : 2,
    };
  body.y = // a sign, and =
    body.at.x /* and */ + 2 /* more */;
  body.on = /* as the other */ other.flag;
}
export function wholesMaybe(body: Body, other: Readonly<Other>): void {
  if (body.speed !== undefined) body.at = { x: body.speed, y: 0, z: 1 };
  body.spin.axis = { x: (body.x += 1), y: body.x, z: other.scale };
}
export function trailWhole(trail: Trail, other: Readonly<Other>): void {
  if (other.flag) trail.at = { x: other.x, y: trail.at.x, z: 1 };
  trail.label = "after";
}
export function wholeCaptured(body: Body): void {
  [1, 2].forEach((part) => {
    body.at = { x: part, y: part, z: part };
  });
}
export function wholeOfSome(body: Body, other: Readonly<Other>): void {
  // @ts-expect-error: the others take their defaults
  body.at = { x: other.x };
}
export function wholeOfMaybe(body: Body): void {
  // @ts-expect-error: it may take its default
  body.at = { x: body.speed, y: 1, z: 2 };
}
export function wholeOfOther(body: Body): void {
  body.at = body.spin.axis;
}

// Elements of vectors.

export function elements(body: Body, other: Readonly<Other>): void {
  for (let i = 0; i < 4; i++) body.weights[i] = i * other.x;
  for (let i = 1; i < body.weights.length; i += 2) body.weights[i]! += body.weights[i - 1]!;
  const { weights } = body;
  const last = weights.length;
  for (let i = 0; i < weights.length; ++i) if (weights[i]! > 2) weights[i]!--;
  const index = other.flag ? 0 : other.x > 1 ? 1 : 2;
  weights[index] = weights[index + 1]!;
  body.y = weights[body.count & 3]! + last + (weights[index % 2]! + weights[3]!);
  body.weights[body.small & 1]! *= 2;
}
export function elementsOutside(body: Body): void {
  body.x = body.weights[body.count] ?? -1;
  body.y = (body.weights[body.x] ?? 0) + (body.weights[-1] === undefined ? 1 : 2);
  const some = body.weights[body.small];
  if (some !== undefined) body.label = some.toFixed(2).slice(0, 9);
  body.note = body.weights[body.small % 5]?.toFixed(1);
  try {
    body.tags.push(body.weights[body.small]!.toFixed(1));
  } catch (error) {
    body.label = String(error instanceof TypeError);
  }
  for (let i = 0; i < 6; i++) body.count += body.weights[i] === undefined ? 1 : 0;
  if (!body.weights[body.count]) body.on = true;
  body.speed = body.weights[body.weights[0]!];
}
export function elementsOfLists(body: Body): void {
  const { tags } = body;
  for (let i = 0; i < tags.length; i++) {
    tags[i] = (tags[i] ?? "") + body.label;
    body.x += tags[i]!.length;
  }
  for (let i = 0; i < tags.length; i++) tags[i] += "?";
}
export function elementsCounted(body: Body): void {
  for (let i = 0; i < 4; i++) {
    const i = body.small & 3;
    body.weights[i] = 5;
  }
  let total = 0;
  for (let i = 0, n = body.weights.length; i < n; i++) total += body.weights[i]!;
  body.x = total;
}

// What is used of whole files.

export function namespaces(body: Body, other: Readonly<Other>): void {
  const limits: reckon.Range = { low: reckon.half, high: other.x };
  body.x = reckon.clamp(body.x, limits.high) * reckon.half + reckon . half;
  body.y = reckon.both(limits.low, bounded(other.y, reckon.half));
  body.label = reckon.words.join(", ").slice(0, 8);
  const format: Intl.NumberFormatOptions = { maximumFractionDigits: 1 };
  body.note = format.maximumFractionDigits?.toFixed(reckon.half);
}
export function namespaceHidden(body: Body): void {
  const reckon = { half: body.x };
  body.y = reckon.half;
}

// What keeps the form of cursors, and why.

const sorted = [3, 1, 2];
function reversed(list: number[]): number {
  return list.length > 9 ? list.push(0) : list[0] ?? 0;
}
export function keepsHanded(body: Body): void {
  body.x = sorted[0] ?? 0;
}
export function handsTable(body: Body): void {
  body.x = reversed(sorted);
}
export function passesFunction(body: Body): void {
  body.x = [1, 2].map(wrapped).length;
}
function overloaded(value: number): number;
function overloaded(value: string): number;
function overloaded(value: number | string): number {
  return Number(value);
}
export function keepsOverloads(body: Body): void {
  body.x = overloaded(body.label);
}
const leaked = [{ low: 1 }, { low: 2 }];
function leak(at: number): { low: number } | undefined {
  return leaked[at];
}
export function keepsLeaked(body: Body): void {
  body.x = leak(body.small & 1) === leaked[0] ? 1 : 2;
}
const drawn = Math.random();
export function keepsChance(body: Body): void {
  body.x = drawn - drawn;
}

export function handsOn(body: Body, other: Readonly<Other>): void {
  move(body, other);
}
function move(body: Body, other: Readonly<Other>): void {
  body.x = other.x;
}
export function captures(body: Body): void {
  [1, 2].forEach((part) => {
    body.x += part;
  });
}
export function variable(body: Body): void {
  var total = 1;
  total += body.x;
  body.x = total;
}
export function computed(body: Body, other: Readonly<Other>): void {
  const key = other.flag ? "x" : "y";
  body[key] = 1;
}
export function whole(body: Body): void {
  body.spin = { axis: { x: 1, y: 2, z: 3 }, angle: 2 };
}
export function indexedBeyond(body: Body): void {
  for (let i = 0; i < 5; i++) body.weights[i] = i;
}
export function indexedTwice(body: Body): void {
  for (let i = 0; i < 4; i++) {
    i += body.small;
    body.weights[i] = i;
  }
}
export function indexedDown(body: Body): void {
  for (let i = 3; i >= 0; i--) body.weights[i] = i;
}
export function beforehand(body: Body): void {
  const later = (): number => at.y + 1;
  const { at } = body;
  body.x = later();
}
export function typed(body: Body): void {
  interface Local {
    value: number;
  }
  const list: Local[] = [{ value: body.x }];
  body.y = list[0]?.value ?? 0;
}
export function typedAfter(body: Body): void {
  const part: typeof body.x = 1;
  body.y = part;
}
export function template(body: Body): void {
  body.label = `first
second`;
}
export function flagsInPassing(body: Body): void {
  body.y = (body.on = body.x > 1) ? 1 : 0;
}
export function narrowedShape(body: Body): void {
  if (body.shape.kind === "circle") body.x = body.shape.radius;
}
export function narrowedTarget(body: Body): void {
  if (body.shape.kind === "circle") body.shape.radius = 2;
}
export function narrowedUpdate(body: Body): void {
  if (body.shape.kind === "circle") body.shape.radius += 1;
}
export function narrowedTest(body: Body): void {
  if (body.shape.kind === "circle" && body.shape.radius === 0) body.x = 3;
}
export function kindsOnly(body: Body): void {
  if (body.shape.kind === "circle") body.x = 1;
  else if (body.shape.kind === "box") body.x = 2;
}
export function narrowedItem(body: Body): void {
  if (body.tags[0] !== undefined) body.label = body.tags[0];
}
export function narrowedLater(body: Body): void {
  body.label = `${body.mood}!`;
  for (const by of [1, 2]) {
    if (body.mood === "idle") body.mood = "run";
    body.y += by;
  }
}
export function narrowedBehind(body: Body): void {
  for (let mood: "idle" | "walk" = "walk", left = 3; left > 0; mood = body.mood) {
    left -= 1;
    if (body.mood === "run") return;
    body.y += mood.length;
  }
}
export function narrowedWord(body: Body): void {
  if (body.mood !== "idle") body.y = pace(body.mood);
}
export function narrowedForVariable(body: Body, other: Readonly<Other>): void {
  let step: number;
  body.mood = other.flag ? "idle" : "walk";
  switch (body.mood) {
    case "idle":
      step = 1;
      break;
    case "walk":
      step = 2;
  }
  body.x = step;
}
export function narrowedForVariables(body: Body): void {
  let step: number;
  let turn: number;
  body.mood = "idle";
  switch (body.mood) {
    case "idle":
      [step, turn] = [1, 2];
  }
  body.x = step + turn;
}
export function narrowedByBranch(body: Body): void {
  if (body.mood !== "idle" && body.mood !== "walk") return;
  let step: number;
  switch (body.mood) {
    case "idle":
      step = 1;
      break;
    case "walk":
      step = 2;
  }
  body.x = step;
}
export function pace(mood: "walk" | "run"): number {
  return mood === "walk" ? 1 : 2;
}
export function continued(body: Body): void {
  body.label = "one \
    line";
}
