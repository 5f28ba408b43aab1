import type { DiskState, Occupant } from "./disk-state.js";
import { isOurs, manifestName, type Manifest, type PrintedManifest } from "./manifest.js";
import { folderOf } from "./path-in.js";

/** One change of one file, by the hashes of what is there before and after; undefined for nothing. */
export interface WriteStep {
  /** Relative to the output folder, as every path here. */
  readonly path: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** A reason not to write at all. */
export interface Conflict {
  readonly kind: "edited" | "edited-orphan" | "foreign" | "not-a-file" | "outside" | "broken-manifest";
  readonly path: string;
}

/** What to do to the disk. If there are conflicts, there is nothing to do. */
export interface WritePlan {
  /** In the order in which they can be done; the manifest comes last. */
  readonly steps: readonly WriteStep[];
  /** What to write, by path, the manifest among it. */
  readonly texts: ReadonlyMap<string, string>;
  readonly unchanged: readonly string[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Compares what should be in the output folder (`texts`, by path, and their manifest) with what is there.
 * `force` takes files that were edited or that are not ours, but never a folder or a link.
 */
export function planWrites(
  texts: ReadonlyMap<string, string>,
  { files: wanted, text: manifest, hash }: PrintedManifest,
  state: DiskState,
  force: boolean,
): WritePlan {
  const all = new Map([...texts, [manifestName, manifest]]);
  if (state.manifest === "broken" && !force) return refused([{ kind: "broken-manifest", path: manifestName }]);
  const owned: Manifest = typeof state.manifest === "string" ? new Map() : state.manifest;
  const orphans = planOrphans(wanted, owned, state, force);
  const removed = new Set(orphans.steps.map((step) => step.path));
  const blockedBy = makeBlockedBy(state, removed);
  const decide = makeDecide(state, owned, removed, blockedBy, force);
  const decisions = [...wanted].map(([path, to]) => decide(path, to));
  const last = decideManifest(state, hash, blockedBy);
  const conflicts = unique([
    ...orphans.conflicts,
    ...[...decisions, last].flatMap((decision) => decision.conflict ?? []),
  ]);
  if (conflicts.length > 0) return refused(conflicts);
  const places = decisions.flatMap((decision) => decision.step ?? []);
  const unchanged = [...wanted.keys(), manifestName].filter((path, index) => {
    const decision = decisions[index] ?? last;
    return decision.step === undefined && decision.conflict === undefined && path !== undefined;
  });
  return {
    steps: [...inOrder(places, orphans.steps), ...(last.step ? [last.step] : [])],
    texts: all,
    unchanged,
    conflicts,
  };
}

/** Neither a step nor a conflict: unchanged. */
interface Decision {
  readonly step?: WriteStep;
  readonly conflict?: Conflict;
}

function refused(conflicts: readonly Conflict[]): WritePlan {
  return { steps: [], texts: new Map(), unchanged: [], conflicts };
}

/** Files that we wrote and do not want any more. What is no file now is not ours any more. */
function planOrphans(
  wanted: Manifest,
  owned: Manifest,
  state: DiskState,
  force: boolean,
): { steps: WriteStep[]; conflicts: Conflict[] } {
  const steps: WriteStep[] = [];
  const conflicts: Conflict[] = [];
  for (const [path, hash] of owned) {
    const occupant = state.occupants.get(path);
    if (wanted.has(path) || occupant?.kind !== "file") continue;
    if (isOurs(occupant.hash, hash) || force) steps.push({ path, from: occupant.hash, to: undefined });
    else conflicts.push({ kind: "edited-orphan", path });
  }
  return { steps, conflicts };
}

function makeDecide(
  state: DiskState,
  owned: Manifest,
  removed: ReadonlySet<string>,
  blockedBy: BlockedBy,
  force: boolean,
) {
  // On a disk that ignores case, an orphan may be what is found under the wanted name.
  const removedByLowerCase = new Map([...removed].map((path) => [path.toLowerCase(), owned.get(path)]));
  return (path: string, to: string): Decision => {
    const blocked = blockedBy(path);
    if (blocked !== undefined) return { conflict: blocked };
    const occupant = state.occupants.get(path);
    if (occupant === undefined || vanishes(occupant, removed)) return { step: { path, from: undefined, to } };
    if (occupant.kind !== "file") return { conflict: { kind: "not-a-file", path } };
    const from = occupant.hash;
    if (from === to) return {};
    if (force || isOurs(from, owned.get(path)) || isOurs(from, removedByLowerCase.get(path.toLowerCase())))
      return { step: { path, from, to } };
    return { conflict: { kind: owned.has(path) ? "edited" : "foreign", path } };
  };
}

function decideManifest(state: DiskState, to: string, blockedBy: BlockedBy): Decision {
  const path = manifestName;
  const blocked = blockedBy(path);
  if (blocked !== undefined) return { conflict: blocked };
  const occupant = state.occupants.get(path);
  if (occupant === undefined) return { step: { path, from: undefined, to } };
  if (occupant.kind !== "file") return { conflict: { kind: "not-a-file", path } };
  return occupant.hash === to ? {} : { step: { path, from: occupant.hash, to } };
}

/** The first folder above a path that is none, or that leads out of the project. */
type BlockedBy = (path: string) => Conflict | undefined;

/** Looks at each folder once. */
function makeBlockedBy(state: DiskState, removed: ReadonlySet<string>): BlockedBy {
  const known = new Map<string, Conflict | undefined>();
  const blocking = (folder: string): Conflict | undefined => {
    if (state.outside.has(folder)) return { kind: "outside", path: folder };
    const isFolder = !state.occupants.has(folder) || state.occupants.get(folder)?.kind === "folder";
    return isFolder || removed.has(folder) ? undefined : { kind: "not-a-file", path: folder };
  };
  const of = (folder: string): Conflict | undefined => {
    if (known.has(folder)) return known.get(folder);
    const found = (folder === "." ? undefined : of(folderOf(folder))) ?? blocking(folder);
    known.set(folder, found);
    return found;
  };
  return (path) => of(folderOf(path));
}

/** `a/b/c` → `a`, `a/b`. */
function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.indexOf("/"); end >= 0; end = path.indexOf("/", end + 1)) folders.push(path.slice(0, end));
  return folders;
}

/** Whether a folder goes away because everything in it does. */
function vanishes(occupant: Occupant, removed: ReadonlySet<string>): boolean {
  return (
    occupant.kind === "folder" && occupant.contents.length > 0 && occupant.contents.every((path) => removed.has(path))
  );
}

/** New files before orphans go, so that what imports them never looks in vain, but for orphans that stand in the way. */
function inOrder(places: readonly WriteStep[], orphans: readonly WriteStep[]): WriteStep[] {
  const sorted = (steps: readonly WriteStep[]): WriteStep[] => [...steps].sort((a, b) => (a.path < b.path ? -1 : 1));
  if (orphans.length === 0) return sorted(places);
  const taken = new Set(places.flatMap(({ path }) => [path, ...foldersAbove(path)]).map((path) => path.toLowerCase()));
  const isInTheWay = ({ path }: WriteStep): boolean =>
    taken.has(path.toLowerCase()) || foldersAbove(path).some((folder) => placed.has(folder.toLowerCase()));
  const placed = new Set(places.map(({ path }) => path.toLowerCase()));
  return [
    ...sorted(orphans.filter(isInTheWay)),
    ...sorted(places),
    ...sorted(orphans.filter((orphan) => !isInTheWay(orphan))),
  ];
}

function unique(conflicts: readonly Conflict[]): Conflict[] {
  const byPath = new Map(conflicts.map((conflict) => [`${conflict.kind} ${conflict.path}`, conflict]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
