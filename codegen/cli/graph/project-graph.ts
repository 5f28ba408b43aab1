import type { Access, Touch } from "../../model/access.js";
import type { Checked } from "../../model/checked.js";
import type { CoreContract } from "../../model/contract.js";
import type { Candidate, ResolvedCall, ResolvedCore, ResolvedRun, ResolvedSet } from "../../model/resolution.js";

/** A project as who uses whom; what `ecsgen graph` shows. */
export interface ProjectGraph {
  /** A library offers features, and asks for none. */
  readonly kind: "app" | "library";
  readonly cores: readonly GraphCore[];
  readonly schedule: readonly GraphRun[];
}

/** A core that the app uses, or that the library offers. */
export interface GraphCore {
  readonly name: string;
  readonly features: readonly GraphFeature[];
  /** The system modules that the app names for it, in the order in which they are tried. */
  readonly candidates: readonly GraphCandidate[];
}

/** A system module that could provide what the app asks of a core. */
export interface GraphCandidate {
  readonly module: string;
  readonly file: string;
  readonly chosen: boolean;
  /** Why it was passed over, to follow its name; empty for the one that was chosen. */
  readonly reason: string;
}

/** A feature of a core, and who provides it. */
export interface GraphFeature {
  readonly name: string;
  /** The features that it implies directly. */
  readonly implies: readonly string[];
  /** The system module that provides it, and its file; undefined when no app asks for the feature. */
  readonly providedBy: { readonly module: string; readonly file: string } | undefined;
}

/** One line of the schedule. */
export interface GraphRun {
  readonly phase: string;
  /** `motion.integration.integrate`, or the name of a function of the app's own. */
  readonly run: string;
  /** Filter, sets and condition: `without motion.Pinned, in motion.sets.physics`; empty when there is none of them. */
  readonly filter: string;
  readonly reason: string;
  readonly access: GraphAccess;
  /** The lines that it waits for without another one in between, by their places in the schedule. */
  readonly waitsFor: readonly number[];
  /** Lines of one stage of a phase could run at the same time. */
  readonly stage: number;
  /** Why a sync point comes before it; undefined when there is none. */
  readonly sync: string | undefined;
}

/** What a line touches: names of fields, components, resources, relations and events, sorted. */
export interface GraphAccess {
  /** It may touch anything. */
  readonly everything: boolean;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Components and relations that it adds or removes. */
  readonly changes: readonly string[];
  readonly spawns: boolean;
  readonly despawns: boolean;
  readonly hears: readonly string[];
  readonly emits: readonly string[];
}

/** The graph of a proven project. */
export function projectGraph({ contract, app }: Checked): ProjectGraph {
  const resolved = new Map(app?.cores.map((core) => [core.core, core]));
  return {
    kind: app === undefined ? "library" : "app",
    cores: contract.cores.map((core) => graphCore(core, resolved.get(core.name))),
    schedule: (app?.schedule ?? []).map((run) => graphRun(run, app?.sets ?? [])),
  };
}

function graphCore(core: CoreContract, resolved: ResolvedCore | undefined): GraphCore {
  const closures = new Map(core.features.map(({ name, implies }) => [name, implies]));
  return {
    name: core.name,
    features: core.features.map(({ name, implies }) => {
      const provider = resolved?.features.find(({ feature }) => feature === name);
      return {
        name,
        implies: directOnly(implies, closures),
        providedBy: provider && { module: provider.module, file: provider.moduleFile },
      };
    }),
    candidates: graphCandidates(resolved?.candidates ?? []),
  };
}

/** The first that lacks nothing is chosen; those after it are not asked. */
function graphCandidates(candidates: readonly Candidate[]): GraphCandidate[] {
  const chosen = candidates.find(({ lacks }) => lacks.length === 0);
  return candidates.map((candidate) => {
    const { module, moduleFile, lacks } = candidate;
    const late = `would do as well, but \`${chosen?.module ?? ""}\` comes first`;
    const reason = candidate === chosen ? "" : lacks.length === 0 ? late : lacks.join("; ");
    return { module, file: moduleFile, chosen: candidate === chosen, reason };
  });
}

/** The contract knows all implied features; those that another one of them implies are left out. */
function directOnly(implies: readonly string[], closures: ReadonlyMap<string, readonly string[]>): string[] {
  return implies.filter((name) => !implies.some((other) => closures.get(other)?.includes(name) === true));
}

function graphRun(
  {
    phase,
    run,
    with: with_,
    without,
    any,
    changes,
    sets,
    condition,
    reason,
    access,
    waitsFor,
    stage,
    sync,
  }: ResolvedRun,
  all: readonly ResolvedSet[],
): GraphRun {
  const parts = [
    with_.length > 0 ? `with ${with_.join(", ")}` : "",
    without.length > 0 ? `without ${without.join(", ")}` : "",
    any.length > 0 ? `any of ${any.join(", ")}` : "",
    ...Object.entries(changes ?? {}).map(([part, names]) => (names.length > 0 ? `${part} ${names.join(" or ")}` : "")),
    sets === undefined ? "" : `in ${sets.map((set) => setText(set, all)).join(", ")}`,
    condition === undefined ? "" : `if ${nameOf(condition)}`,
  ];
  const filter = parts.filter((part) => part !== "").join(", ");
  return { phase, run: nameOf(run), filter, reason, access: graphAccess(access), waitsFor, stage, sync };
}

function graphAccess({ touches, everything }: Access): GraphAccess {
  const written = new Set(touches.filter(({ kind, write }) => kind === "data" && write).map(placeOfTouch));
  const named = (kind: Touch["kind"], write: boolean): string[] =>
    groupedNames(touches.filter((touch) => touch.kind === kind && touch.write === write && touch.of !== ""));
  const anyOf = (kind: Touch["kind"]): boolean =>
    touches.some((touch) => touch.kind === kind && touch.write && touch.of === "");
  const onlyRead = touches.filter(
    (touch) => touch.kind === "data" && !touch.write && !written.has(placeOfTouch(touch)),
  );
  return {
    everything,
    reads: groupedNames(onlyRead),
    writes: named("data", true),
    changes: named("presence", true),
    spawns: anyOf("ids"),
    // Who despawns looks whether the entity is there; a spawn without components changes what there is as well.
    despawns: anyOf("presence") && touches.some(({ kind, write, of }) => kind === "presence" && !write && of === ""),
    hears: named("event", false),
    emits: named("event", true),
  };
}

function placeOfTouch({ of, path }: Touch): string {
  return [of, ...path].join(".");
}

/** `motion.Position.{x, y}`, `motion.Velocity`. */
function groupedNames(touches: readonly Touch[]): string[] {
  const fields = new Map<string, Set<string>>();
  for (const { of, path } of touches) fields.set(of, (fields.get(of) ?? new Set()).add(path.join(".")));
  return [...fields].map(([of, paths]) => {
    const [first = ""] = paths;
    if (paths.has("")) return of;
    return paths.size === 1 ? `${of}.${first}` : `${of}.{${[...paths].join(", ")}}`;
  });
}

/** What a line does, and with what. */
export interface AccessPart {
  readonly verb: string;
  readonly names: readonly string[];
}

/** What a line touches, by what it does: `reads` of `motion.Velocity` and others. */
export function accessParts(access: GraphAccess): AccessPart[] {
  if (access.everything) return [{ verb: "may touch anything", names: [] }];
  const list = (verb: string, names: readonly string[]): AccessPart[] => (names.length === 0 ? [] : [{ verb, names }]);
  return [
    ...list("reads", access.reads),
    ...list("writes", access.writes),
    ...list("adds or removes", access.changes),
    ...(access.spawns ? [{ verb: "spawns", names: [] }] : []),
    ...(access.despawns ? [{ verb: "despawns", names: [] }] : []),
    ...list("hears", access.hears),
    ...list("emits", access.emits),
  ];
}

/** The same in words: `reads motion.Velocity`, `writes motion.Position.x`. */
export function accessWords(access: GraphAccess): string[] {
  return accessParts(access).map(({ verb, names }) => [verb, names.join(", ")].join(" ").trimEnd());
}

/** `motion.sets.physics (if motion.rules.isRunning)`. */
function setText(name: string, all: readonly ResolvedSet[]): string {
  const condition = all.find((set) => set.name === name)?.condition;
  return condition === undefined ? name : `${name} (if ${nameOf(condition)})`;
}

function nameOf(call: ResolvedCall): string {
  return call.kind === "view" ? `${call.core}.${call.feature}.${call.function}` : call.name;
}
