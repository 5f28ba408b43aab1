import type { Reporter } from "../../diagnostics/diagnostic.js";
import type { HostUse, HostUser, RawFile, RawProject } from "../../model/raw.js";

/** Functions of a deterministic app take nothing from their host that is not the same in every run. */
export function checkDeterminism(raw: RawProject, reporter: Reporter): void {
  if (raw.app?.deterministic !== true) return;
  const called = calledNames(raw);
  const shared = importedFiles(raw.files);
  for (const { path, hostUsers } of raw.files) {
    const users = new Map(hostUsers.map((user) => [user.name, user]));
    const roots = hostUsers.filter((user) => {
      return user.exported.some((name) => shared.has(path) || called.has(`${path}#${name}`));
    });
    for (const { user, callers } of reached(roots, users)) {
      for (const use of user.uses) report(user.name, use, callers, reporter);
    }
  }
}

/** The functions that Views and the app's schedule name, by file and name. */
function calledNames({ app, systemModules }: RawProject): ReadonlySet<string> {
  const provided = systemModules.flatMap(({ provides }) => provides.flatMap(({ functions }) => functions));
  return new Set([...provided, ...(app?.functions ?? [])].map(({ symbol: { file, name } }) => `${file}#${name}`));
}

/** Files that such functions may reach: all that they export counts as used. */
function importedFiles(files: readonly RawFile[]): ReadonlySet<string> {
  return new Set(
    files
      .filter(({ role }) => role === "system" || role === "package")
      .flatMap(({ imports }) => imports.flatMap(({ typeOnly, target }) => (typeOnly ? [] : (target ?? [])))),
  );
}

interface Reached {
  readonly user: HostUser;
  /** From the first one that is called from outside, down to who uses this one. */
  readonly callers: readonly string[];
}

function reached(roots: readonly HostUser[], users: ReadonlyMap<string, HostUser>): Reached[] {
  const found = new Map<HostUser, Reached>(roots.map((user) => [user, { user, callers: [] }]));
  for (const { user, callers } of found.values()) {
    for (const name of user.names) {
      const next = users.get(name);
      if (next === undefined || found.has(next)) continue;
      found.set(next, { user: next, callers: [...callers, user.name] });
    }
  }
  return [...found.values()];
}

const words: Readonly<Record<HostUse["kind"], { readonly why: string; readonly help: string }>> = {
  chance: {
    why: "which is different in every run",
    help: "declare a generator with `random()`, and take it as a parameter: `dice: Dice`",
  },
  clock: {
    why: "which tells another time in every run",
    help: "declare a clock with `clock()`, and take it as a parameter: `time: Readonly<Time>`",
  },
  host: {
    why: "which depends on the host",
    help: "do it outside of the world, and hand in what comes of it as a resource or an event",
  },
  zone: {
    why: "which depends on the time zone of the host",
    help: "count time in numbers, or make it of `Date.UTC(…)`",
  },
  locale: {
    why: "which depends on the language of the host",
    help: "compare with `<`, and make texts for people outside of the world",
  },
};

function report(name: string, { what, kind, place }: HostUse, callers: readonly string[], reporter: Reporter): void {
  reporter.report("ECS4010", place, `\`${name}\` uses \`${what}\`, ${words[kind].why}`, {
    why: [
      "The app is `deterministic`: the same inputs give the same world.",
      ...(callers.length === 0
        ? []
        : [`\`${name}\` is used by ${[...callers].reverse().map(quoted).join(", and that by ")}.`]),
    ],
    help: words[kind].help,
  });
}

function quoted(name: string): string {
  return `\`${name}\``;
}
